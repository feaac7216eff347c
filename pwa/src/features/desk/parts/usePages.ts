/** A long list that comes page by page as one scrolls. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { log } from "../../../lib/log";
import { useAsked } from "./useAsked";

/** A page as the server gives it. */
export interface PageOf<Row> {
  items: readonly Row[];
  /** Where the next page begins; null at the end. */
  next_cursor: string | null;
}

export interface Pages<Row, Page extends PageOf<Row> = PageOf<Row>> {
  /** The rows that have come. */
  rows: readonly Row[];
  /** The first page, with what it says of the whole list; undefined until it is here. */
  first: Page | undefined;
  /** Why it is not here, in words. */
  failure: string | null;
  busy: boolean;
  /** Bring the next page, where there is one. */
  more: () => void;
  /** Ask for all of it anew. */
  again: () => void;
}

interface Followed<Row> {
  of: unknown;
  rows: readonly Row[];
  next: string | null;
}

/** A page on its way, and the first page that it comes after. */
interface Coming {
  of: unknown;
  asking: AbortController;
}

const NONE: readonly never[] = [];

function stopped(coming: Coming | null): null {
  coming?.asking.abort();
  return null;
}

/** Ask for the first page once for each `key` (null asks for nothing), for the others as they are wanted. */
export function usePages<Row, Page extends PageOf<Row> = PageOf<Row>>(
  key: string | null,
  load: (cursor: string, signal?: AbortSignal) => Promise<Page>,
): Pages<Row, Page> {
  const { data: first, failure, busy, again } = useAsked(key, (signal) => load("", signal));
  const [followed, follow] = useState<Followed<Row>>({ of: undefined, rows: [], next: null });
  const last = useRef(load);
  last.current = load;
  const coming = useRef<Coming | null>(null);
  // Pages that follow belong to the first one that they came after.
  const own = followed.of === first ? followed : { of: first, rows: NONE, next: first?.next_cursor ?? null };
  const { next } = own;
  useEffect(
    () => () => {
      // A short list asks for its next page before this runs for the one that it replaces: that page is wanted.
      if (coming.current?.of === first) coming.current = stopped(coming.current);
    },
    [first],
  );
  const more = useCallback(() => {
    if (!first || next === null || coming.current?.of === first) return;
    stopped(coming.current);
    const asking = new AbortController();
    coming.current = { of: first, asking };
    last
      .current(next, asking.signal)
      .then((page) => {
        if (asking.signal.aborted) return;
        follow((now) => ({
          of: first,
          rows: [...(now.of === first ? now.rows : []), ...page.items],
          next: page.next_cursor,
        }));
      })
      .catch((cause: unknown) => log.info(`${key}: the next page did not come`, cause))
      .finally(() => {
        if (coming.current?.asking === asking) coming.current = null;
      });
  }, [first, next, key]);
  const rows = useMemo(() => [...(first?.items ?? []), ...own.rows], [first, own.rows]);
  return { rows, first, failure, busy, more, again };
}
