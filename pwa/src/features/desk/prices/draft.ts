/** Prices that were typed and not tried out yet, by shop; they stay while one walks through the rooms. */
import { signal } from "@preact/signals";
import type { PriceCell, PricedVariant } from "../../../lib/apiPrices";

/** What a price should become; null takes the piece out of the shop's assortment. */
export type Wanted = { price: number; reference: number | null } | null;
export type Drafts = ReadonlyMap<string, Wanted>;

const held = signal<ReadonlyMap<string, Drafts>>(new Map());
const NONE: Drafts = new Map();

export const draftsOf = (shop: string): Drafts => held.value.get(shop) ?? NONE;

const isSame = ({ price_cents, reference_price_cents }: PricedVariant, wanted: Wanted): boolean =>
  wanted === null ? price_cents === null : price_cents === wanted.price && reference_price_cents === wanted.reference;

/** Note what a price should become; what stands already is no change. */
export function want(shop: string, variant: PricedVariant, wanted: Wanted): void {
  const drafts = new Map(draftsOf(shop));
  if (isSame(variant, wanted)) drafts.delete(variant.gtin);
  else drafts.set(variant.gtin, wanted);
  held.value = new Map(held.value).set(shop, drafts);
}

export function forget(shop: string, gtin?: string): void {
  const drafts = new Map(gtin ? draftsOf(shop) : []);
  if (gtin) drafts.delete(gtin);
  held.value = new Map(held.value).set(shop, drafts);
}

/** The drafts as the server takes them. */
export const cellsOf = (shop: string): PriceCell[] =>
  [...draftsOf(shop)].map(([gtin, wanted]) =>
    wanted === null
      ? { gtin, carried: false }
      : { gtin, price_cents: wanted.price, reference_price_cents: wanted.reference },
  );

/** What stands in the desk for a variant: what was typed, else what the shop asks. */
export function shownOf(shop: string, variant: PricedVariant): Wanted {
  const drafts = draftsOf(shop);
  const drafted = drafts.get(variant.gtin);
  if (drafted !== undefined) return drafted;
  return variant.price_cents === null ? null : { price: variant.price_cents, reference: variant.reference_price_cents };
}
