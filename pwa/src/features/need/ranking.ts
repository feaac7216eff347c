/** What fits the present customer: made anew from the answers at every tap. */
import { computed } from "@preact/signals";
import type { Product } from "../../catalogue/types";
import { type Ranked, type Ranking, rank } from "../../finder";
import { answers, products, snapshot, stock } from "../../state";

/** The whole ranking, or null while there is no catalogue. */
export const ranking = computed((): Ranking | null => {
  const catalogue = snapshot.value;
  if (!catalogue) return null;
  return rank(catalogue.finder, catalogue.products, answers.value, stock.value, catalogue.products.length);
});

/** True as soon as the customer said anything. */
export const hasNeed = computed(() => Object.keys(answers.value).length > 0);

/** A ranked piece with its product. */
export interface Piece {
  product: Product;
  ranked: Ranked;
}

/** The pieces that fit, best first. */
export const pieces = computed((): Piece[] => {
  const found: Piece[] = [];
  for (const ranked of ranking.value?.results ?? []) {
    const product = products.value.get(ranked.ref);
    if (product) found.push({ product, ranked });
  }
  return found;
});

const byRef = computed(() => new Map(pieces.value.map((piece) => [piece.product.ref, piece.ranked])));

/** How a product fares for the present customer, or null where it is excluded or nothing was asked. */
export function rankedOf(ref: string): Ranked | null {
  return hasNeed.value ? (byRef.value.get(ref) ?? null) : null;
}

/** The level of each gauge that the situation needs in this family; empty without a need. */
export function needsOf(family: string): Record<string, number | null> {
  return hasNeed.value ? (ranking.value?.needs[family] ?? {}) : {};
}
