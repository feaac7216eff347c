/** The catalogue by its keys, made once for each catalogue. */
import { computed } from "@preact/signals";
import type { Attribute, Category, Gauge, Product, Stock, Technology, Variant } from "../catalogue/types";
import { snapshot } from "./catalogue";
import { stock } from "./stock";

const byId = <T extends { id: string }>(list: readonly T[] | undefined): ReadonlyMap<string, T> =>
  new Map((list ?? []).map((item) => [item.id, item]));

export const products = computed(
  (): ReadonlyMap<string, Product> =>
    new Map((snapshot.value?.products ?? []).map((product) => [product.ref, product])),
);
export const categories = computed((): ReadonlyMap<string, Category> => byId(snapshot.value?.categories));
export const attributes = computed((): ReadonlyMap<string, Attribute> => byId(snapshot.value?.attributes));
export const gauges = computed((): ReadonlyMap<string, Gauge> => byId(snapshot.value?.gauges));
export const technologies = computed((): ReadonlyMap<string, Technology> => byId(snapshot.value?.technologies));

/** GTIN → product and variant. */
export const variants = computed((): ReadonlyMap<string, { product: Product; variant: Variant }> => {
  const found = new Map<string, { product: Product; variant: Variant }>();
  for (const product of snapshot.value?.products ?? [])
    for (const variant of product.variants) found.set(variant.gtin, { product, variant });
  return found;
});

/** What was counted of a variant, or null where it never was: unknown is not zero. */
export function levelOf(gtin: string): Stock["levels"][string] | null {
  return stock.value?.levels[gtin] ?? null;
}

/** Pieces of a product in this shop, over all sizes and colours, or null where nothing was counted. */
export function piecesOf(product: Product): number | null {
  const levels = product.variants.map((variant) => levelOf(variant.gtin)).filter((level) => level !== null);
  return levels.length ? levels.reduce((sum, level) => sum + level.quantity, 0) : null;
}
