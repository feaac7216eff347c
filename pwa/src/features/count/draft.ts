/** A count that is not recorded yet: what was counted of each variant, the latest first, and the way back. Pure. */

export interface Line {
  gtin: string;
  count: number;
}

export interface Draft {
  lines: readonly Line[];
  /** What stood before, the latest last. */
  before: readonly (readonly Line[])[];
}

export const NOTHING: Draft = { lines: [], before: [] };

/** What the server takes at most. */
export const MOST = 9_999;
const STEPS_BACK = 50;

/** One piece more: the variant comes to the top, and begins with one. */
export const added = (draft: Draft, gtin: string): Draft => put(draft, gtin, (countOf(draft, gtin) ?? 0) + 1, true);

/** So many pieces of a variant; it stays at its place, so that the thumb does. */
export const counted = (draft: Draft, gtin: string, count: number): Draft => put(draft, gtin, count, false);

/** Not counted after all. */
export const without = (draft: Draft, gtin: string): Draft =>
  changed(
    draft,
    draft.lines.filter((line) => line.gtin !== gtin),
  );

/** The last change taken back. */
export function undone({ before }: Draft): Draft {
  const lines = before.at(-1);
  return lines ? { lines, before: before.slice(0, -1) } : NOTHING;
}

export const countOf = ({ lines }: Draft, gtin: string): number | null =>
  lines.find((line) => line.gtin === gtin)?.count ?? null;

/** All pieces counted. */
export const sumOf = ({ lines }: Draft): number => lines.reduce((sum, { count }) => sum + count, 0);

function put(draft: Draft, gtin: string, count: number, up: boolean): Draft {
  const line = { gtin, count: Math.min(MOST, Math.max(0, Math.trunc(count))) };
  const known = draft.lines.some((one) => one.gtin === gtin);
  if (up || !known) return changed(draft, [line, ...draft.lines.filter((one) => one.gtin !== gtin)]);
  return changed(
    draft,
    draft.lines.map((one) => (one.gtin === gtin ? line : one)),
  );
}

const changed = ({ lines, before }: Draft, next: readonly Line[]): Draft => ({
  lines: next,
  before: [...before, lines].slice(-STEPS_BACK),
});

/** Read lines that were kept; what is none is left out. */
export function readLines(kept: string | undefined): Line[] {
  try {
    const lines: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(lines) ? lines.filter(isLine) : [];
  } catch {
    return [];
  }
}

const isLine = (line: unknown): line is Line => {
  if (typeof line !== "object" || line === null) return false;
  const { gtin, count } = line as Partial<Line>;
  return typeof gtin === "string" && Number.isInteger(count) && (count ?? -1) >= 0;
};

/**
 * Tell the tag that stays before the lens from the same tag of the next piece: a piece is new after a while without it.
 * The lens looks eight times a second and misses some, so the while is longer than a blink.
 */
export function newcomers(quietMs = 1_200): (key: string, now: number) => boolean {
  const seen = new Map<string, number>();
  return (key, now) => {
    const last = seen.get(key) ?? Number.NEGATIVE_INFINITY;
    seen.set(key, now);
    return now - last > quietMs;
  };
}
