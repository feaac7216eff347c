/** A list that grows by scanning: a hand scanner types the number and Enter, as a keyboard does. */
import { readGtin } from "../../../lib/gtin";

/** Pieces by GTIN of fourteen digits, the last scanned first. */
export type Tally = ReadonlyMap<string, number>;

export type Scan = { gtin: string } | { wrong: "partial" | "digit" | "none" };

export function scanOf(text: string): Scan {
  const read = readGtin(text.trim());
  if (!read) return { wrong: "none" };
  if (read.state === "complete") return { gtin: read.gtin };
  return { wrong: read.state === "wrong" ? "digit" : "partial" };
}

/** One more of a piece; it stands at the head of the list. */
export const added = (tally: Tally, gtin: string, pieces = 1): Tally => {
  const rest = new Map(tally);
  rest.delete(gtin);
  return new Map([[gtin, (tally.get(gtin) ?? 0) + pieces], ...rest]);
};

/** A quantity put right by hand; nothing takes the line away. */
export function changed(tally: Tally, gtin: string, pieces: number | null): Tally {
  const next = new Map(tally);
  if (pieces === null) next.delete(gtin);
  else next.set(gtin, pieces);
  return next;
}

export const linesOf = (tally: Tally): { gtin: string; quantity: number }[] =>
  [...tally].map(([gtin, quantity]) => ({ gtin, quantity }));
