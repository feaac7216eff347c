/** Sales to the present customer, as moves of the stock: each variant leaves it once, and can come back. */
import type { Need } from "../db";
import { noteTogether, type Said } from "./outbox";
import { need, noteSold } from "./visit";

/** What one gesture takes off the stock, and what it gives back, by GTIN. */
export interface Exchange {
  taken: readonly string[];
  returned: readonly string[];
}

/** The moves of the stock that say so. A sale that was none is a correction: the shop's sales are not counted from it. */
export const movesOf = ({ taken, returned }: Exchange): Said[] => [
  ...taken.map((gtin) => move(gtin, -1, "sold")),
  ...returned.map((gtin) => move(gtin, 1, "correction")),
];

const move = (gtin: string, delta: number, why: string): Said => ({
  kind: "stock-delta",
  payload: { gtin, delta, why },
});

/** What has left the stock, once this has happened too. */
export function soldAfter(sold: readonly string[] = [], { taken, returned }: Exchange): string[] {
  const left = [...sold, ...taken];
  for (const gtin of returned) {
    const at = left.indexOf(gtin);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** The present need, as it is kept beside an event that takes something off the stock for it. */
export const needBeside = (exchange: Exchange): { store: "visit"; key: string; value: Need } => ({
  store: "visit",
  key: "current",
  value: { ...need.peek(), sold: soldAfter(need.peek().sold, exchange) },
});

/** Take a variant off the stock for the present customer, or give it back. Resolves once that is stored. */
export async function recordSale(exchange: Exchange): Promise<void> {
  const { since } = need.peek();
  const [first, ...more] = movesOf(exchange);
  if (!first) return;
  await noteTogether([first, ...more], () => [needBeside(exchange)]);
  // The next customer may have come meanwhile: nothing was sold to them.
  if (need.peek().since === since) noteSold(soldAfter(need.peek().sold, exchange));
}
