/** A list that is being scanned, by shop: kept on this device until the stock has taken it. */
import type { PaperKind } from "../../../lib/apiStock";
import { type HeldDrafts, heldDrafts } from "../../../state/heldDrafts";
import { shopName } from "../parts/shopName";
import type { Tally } from "./scanning";

const isPieces = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;

const held: Readonly<Record<PaperKind, HeldDrafts<number>>> = {
  delivery: heldDrafts("delivery", shopName, isPieces),
  count: heldDrafts("count", shopName, isPieces),
};

/** What was scanned here before, and not taken. */
export async function begun(kind: PaperKind, shop: string): Promise<Tally> {
  await held[kind].opened(shop);
  return held[kind].of(shop);
}

export const keep = (kind: PaperKind, shop: string, tally: Tally): void => held[kind].edit(shop, () => tally);

/** Whether the list outlives this page as it stands. */
export const isKept = (kind: PaperKind, shop: string): boolean =>
  held[kind].of(shop).size > 0 && held[kind].isSafe(shop);

export const forget = (kind: PaperKind, shop: string): Promise<void> => held[kind].forget(shop);
