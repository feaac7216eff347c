/** What fits the present customer: made anew from the answers at every tap. */
import { computed } from "@preact/signals";
import type { Product } from "../../catalogue/types";
import { type Advice, advise } from "../../finder/rank";
import type { Ranked } from "../../finder/ranked";
import { answers, products, snapshot, stock } from "../../state";

/** The advice on all pieces, or null while there is no catalogue. */
export const ranking = computed((): Advice | null => {
  const catalogue = snapshot.value;
  if (!catalogue) return null;
  return advise(catalogue.finder, catalogue.products, answers.value, stock.value);
});

/** True as soon as the customer said anything. */
export const hasNeed = computed(() => Object.keys(answers.value).length > 0);

/** A ranked piece with its product. */
export interface Piece {
  product: Product;
  ranked: Ranked;
}

/** The first pieces that fit, best first. */
export function pieces(count: number): Piece[] {
  const found: Piece[] = [];
  for (const ranked of ranking.value?.foremost(count) ?? []) {
    const product = products.value.get(ranked.ref);
    if (product) found.push({ product, ranked });
  }
  return found;
}

/** A piece that fits, by its reference. */
export function pieceOf(ref: string): Piece | null {
  const product = products.value.get(ref);
  const ranked = product && ranking.value?.of(product);
  return ranked ? { product, ranked } : null;
}

/** How a product fares for the present customer, or null where it is excluded or nothing was asked. */
export function rankedOf(ref: string): Ranked | null {
  const product = products.value.get(ref);
  return hasNeed.value && product ? (ranking.value?.of(product) ?? null) : null;
}

/** The level of each gauge that the situation needs in this family; empty without a need. */
export function needsOf(family: string): Record<string, number | null> {
  return hasNeed.value ? (ranking.value?.needs[family] ?? {}) : {};
}
