/** The pieces of a question, page after page: what was there stays while more comes; other words begin anew. */
import { useRef, useState } from "preact/hooks";
import { fetchPhotoPieces, type PhotoPiece, type PhotoPieces } from "../../../lib/apiPhotos";
import { lang } from "../../../state";
import { type Asked, useAsked } from "../parts/useAsked";

export interface Pieces extends Pick<Asked<PhotoPieces>, "failure" | "again"> {
  items: readonly PhotoPiece[];
  /** The counts of the whole range; undefined until the first page is here. */
  first: PhotoPieces | undefined;
  /** Where the next page begins; null at the end. */
  next: string | null;
  more: () => void;
}

export function usePieces(q: string, without: boolean): Pieces {
  const question = `${q} ${without} ${lang.value}`;
  const [at, setAt] = useState({ question, cursor: "" });
  const cursor = at.question === question ? at.cursor : "";
  const held = useRef<{ question: string; pages: Map<string, PhotoPieces> }>({ question, pages: new Map() });
  if (held.current.question !== question) held.current = { question, pages: new Map() };
  const page = useAsked<PhotoPieces>(`photo pieces ${question} ${cursor}`, (signal) =>
    fetchPhotoPieces({ q, without, ...(cursor ? { cursor } : {}) }, lang.value, signal),
  );
  const { pages } = held.current;
  // In the turn in which a question changes, the answer to the one before is still there.
  if (page.data && !page.busy && ![...pages.values()].includes(page.data)) pages.set(cursor, page.data);
  const last = [...pages.values()].at(-1);
  const next = last?.next_cursor ?? null;
  return {
    items: [...pages.values()].flatMap(({ items }) => items),
    first: last,
    failure: page.failure,
    again: page.again,
    next,
    more: () => next !== null && setAt({ question, cursor: next }),
  };
}
