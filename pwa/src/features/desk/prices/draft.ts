/** Prices that were typed and not tried out yet, by shop; they are kept on this device. */
import type { PriceCell, PricedVariant } from "../../../lib/apiPrices";
import { isRecord } from "../../../lib/net";
import { heldDrafts } from "../../../state/heldDrafts";
import { shopName } from "../parts/shopName";

/** What a price should become; null takes the piece out of the shop's assortment. */
export type Wanted = { price: number; reference: number | null } | null;
export type Drafts = ReadonlyMap<string, Wanted>;

const isCents = (value: unknown): boolean => typeof value === "number" && Number.isInteger(value) && value > 0;
const isWanted = (value: unknown): value is Wanted =>
  value === null || (isRecord(value) && isCents(value.price) && (value.reference === null || isCents(value.reference)));

const held = heldDrafts<Wanted>("prices", shopName, isWanted);

export const draftsOf = (shop: string): Drafts => held.of(shop);
/** Whether what was typed last outlives this page. */
export const isSafe = (shop: string): boolean => held.isSafe(shop);
/** Resolves once what was kept on this device is shown. */
export const opened = (shop: string): Promise<void> => held.opened(shop);

const isSame = ({ price_cents, reference_price_cents }: PricedVariant, wanted: Wanted): boolean =>
  wanted === null ? price_cents === null : price_cents === wanted.price && reference_price_cents === wanted.reference;

/** Note what a price should become; what stands already is no change. */
export function want(shop: string, variant: PricedVariant, wanted: Wanted): void {
  held.edit(shop, (now) => {
    const drafts = new Map(now);
    if (isSame(variant, wanted)) drafts.delete(variant.gtin);
    else drafts.set(variant.gtin, wanted);
    return drafts;
  });
}

export const forget = (shop: string): Promise<void> => held.forget(shop);

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
