/** A list that is being scanned or checked, by shop: kept on this device until the stock has taken it. */
import type { PaperKind } from "../../../lib/apiStock";
import { isRecord } from "../../../lib/net";
import { type HeldDrafts, heldDrafts } from "../../../state/heldDrafts";
import { shopName } from "../parts/shopName";
import type { List, Sent } from "./scanning";

/** What a line holds: pieces scanned, or those with what the delivery note announces; and the sending under its own key. */
type Kept = number | { n: number; of: number } | Sent;
const SENT = "sent";

const isPieces = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0;
const isSent = (value: unknown): value is Sent =>
  isRecord(value) && typeof value.id === "string" && typeof value.note === "string" && typeof value.at === "string";
const isKeptValue = (value: unknown): value is Kept =>
  isPieces(value) || isSent(value) || (isRecord(value) && isPieces(value.n) && isPieces(value.of));

const held: Readonly<Record<PaperKind, HeldDrafts<Kept>>> = {
  delivery: heldDrafts("delivery", shopName, isKeptValue),
  count: heldDrafts("count", shopName, isKeptValue),
};

/** What was scanned here before, and not taken. */
export async function begun(kind: PaperKind, shop: string): Promise<List> {
  await held[kind].opened(shop);
  const all = [...held[kind].of(shop)];
  const lines = all.filter((entry): entry is [string, Exclude<Kept, Sent>] => !isSent(entry[1]));
  return {
    tally: new Map(lines.map(([gtin, value]) => [gtin, typeof value === "number" ? value : value.n])),
    announced: new Map(
      lines.flatMap(([gtin, value]) => (typeof value === "number" ? [] : [[gtin, value.of] as const])),
    ),
    sent: all.map(([, value]) => value).find(isSent) ?? null,
  };
}

export const keep = (kind: PaperKind, shop: string, { tally, announced, sent }: List): void =>
  held[kind].edit(shop, () => {
    const lines = [...tally].map(([gtin, n]): [string, Kept] => {
      const of = announced.get(gtin);
      return [gtin, of === undefined ? n : { n, of }];
    });
    return new Map(sent ? [...lines, [SENT, sent]] : lines);
  });

/** Whether the list outlives this page as it stands. */
export const isKept = (kind: PaperKind, shop: string): boolean =>
  held[kind].of(shop).size > 0 && held[kind].isSafe(shop);

export const forget = (kind: PaperKind, shop: string): Promise<void> => held[kind].forget(shop);
