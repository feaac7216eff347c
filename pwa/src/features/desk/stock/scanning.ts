/** A list that grows by scanning: a hand scanner types the number and Enter, as a keyboard does. */
import { readGtin } from "../../../lib/gtin";
import { readScan } from "../../../lib/scanned";

/** Pieces by GTIN of fourteen digits, the last scanned first. */
export type Tally = ReadonlyMap<string, number>;

/** A list that was sent and not answered: the same id makes sure that it counts once, whatever has become of it. */
export interface Sent {
  id: string;
  note: string;
  noneBefore: boolean;
  /** When it was sent first: that is when it was counted. */
  at: string;
}

/** What came or was counted, what a delivery note says should have come, and a sending that was not answered. */
export interface List {
  tally: Tally;
  announced: Tally;
  sent: Sent | null;
}

export const NOTHING: List = { tally: new Map(), announced: new Map(), sent: null };

/**
 * A list with what a file says: pieces that were scanned already stay as they are.
 *
 * A delivery note announces: where nothing was scanned yet, all of it is taken to have come.
 */
export function withFile(kind: "delivery" | "count", { tally }: List, file: Tally): List {
  if (kind === "count") return { ...NOTHING, tally: new Map([...file, ...tally]) };
  const none = tally.size === 0;
  const rest = [...file]
    .filter(([gtin]) => !tally.has(gtin))
    .map(([gtin, n]): [string, number] => [gtin, none ? n : 0]);
  return { ...NOTHING, tally: new Map([...tally, ...rest]), announced: file };
}

/** Nothing has come yet: each piece is scanned against the note. */
export const toCheck = (list: List): List => ({
  ...list,
  tally: new Map([...list.announced.keys()].map((gtin) => [gtin, 0])),
});

export const sumOf = (tally: Tally): number => [...tally.values()].reduce((sum, n) => sum + n, 0);

export type Scan = { gtin: string } | { wrong: "partial" | "digit" | "none" };

/** A hand scanner types a bar code's number, or the whole address that stands in the square code of a label. */
export function scanOf(text: string): Scan {
  const scanned = readScan(text.trim());
  if (scanned && "gtin" in scanned) return { gtin: scanned.gtin };
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

/** What stands in no catalogue leaves the list. */
export const without = (tally: Tally, gtins: ReadonlySet<string>): Tally =>
  new Map([...tally].filter(([gtin]) => !gtins.has(gtin)));

export const linesOf = (tally: Tally): { gtin: string; quantity: number }[] =>
  [...tally].map(([gtin, quantity]) => ({ gtin, quantity }));
