/** The keys of a table: where they lead, and which rows they pick. */

const PAGE = 10;

/** The row that a key leads to; null where the key is none of the table's. */
export function rowAfter(key: string, at: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE, PageUp: at - PAGE };
  const wanted = key === "Home" ? 0 : key === "End" ? count - 1 : steps[key];
  return wanted === undefined || count === 0 ? null : Math.min(count - 1, Math.max(0, wanted));
}

/** The picked rows with one more, or one less. */
export function toggled(picked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The picked rows and all from one row to another, whichever stands first. */
export function upTo(
  picked: ReadonlySet<string>,
  ids: readonly string[],
  from: number,
  to: number,
): ReadonlySet<string> {
  return new Set([...picked, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}
