/** The list of products behind the room's address: filters and order out of it, pages as one scrolls. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type DeskLine, type DeskLines, fetchLines } from "../../../lib/apiProducts";
import { log } from "../../../lib/log";
import { explain, lang } from "../../../state";
import type { Sort } from "../parts/table";
import { useAsked } from "../parts/useAsked";

export const FILTERS = ["category", "brand", "audience", "missing", "estimated", "shop"] as const;
export type FilterName = (typeof FILTERS)[number];
/** What of the address is the list's. */
export const LISTED = ["q", ...FILTERS, "without_photo", "changed_since", "sort"] as const;
export type Listed = Partial<Record<(typeof LISTED)[number], string>>;

export const listedOf = (query: Readonly<Record<string, string>>): Listed =>
  Object.fromEntries(LISTED.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

export const sortOf = ({ sort = "name" }: Listed): Sort => ({
  column: sort.replace(/^-/, ""),
  down: sort.startsWith("-"),
});

/** The filters as the bulk's selection takes them. */
export function selectOf({ sort: _, without_photo, changed_since, ...rest }: Listed): Record<string, unknown> {
  return {
    ...rest,
    ...(without_photo ? { without_photo: true } : {}),
    ...(changed_since ? { changed_since: Number(changed_since) } : {}),
  };
}

export interface List {
  rows: readonly DeskLine[];
  total: number;
  first: DeskLines | undefined;
  failure: string | null;
  busy: boolean;
  again: () => void;
  more: () => void;
}

/** Fetch the first page, and the next ones when the end comes in sight. */
export function useList(listed: Listed): List {
  const key = `${lang.value} ${JSON.stringify(listed)}`;
  const first = useAsked(key, (signal) => fetchLines({ ...listed, lang: lang.peek() }, signal));
  const [next, setNext] = useState<{ key: string; rows: readonly DeskLine[]; cursor: string | null } | null>(null);
  const fetching = useRef(false);
  const page = first.data;
  useEffect(() => setNext(page ? { key, rows: page.items, cursor: page.next_cursor } : null), [page]);
  const more = useCallback(() => {
    if (!next?.cursor || fetching.current) return;
    fetching.current = true;
    fetchLines({ ...listed, lang: lang.peek(), cursor: next.cursor })
      .then(
        (found) =>
          setNext((now) =>
            now?.key === next.key ? { ...now, rows: [...now.rows, ...found.items], cursor: found.next_cursor } : now,
          ),
        (cause: unknown) => log.info(explain(cause), cause),
      )
      .finally(() => {
        fetching.current = false;
      });
  }, [next, key]);
  return {
    rows: next?.rows ?? page?.items ?? [],
    total: page?.total ?? 0,
    first: page,
    failure: first.failure,
    busy: first.busy,
    again: first.again,
    more,
  };
}
