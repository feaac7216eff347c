/** Imports and revisions, as the server answers the merchandiser. */

import type { Changes, ImportKind, ImportState, ImportSummary, Revision, Trial } from "./importTypes";
import { ask, isRecord, send, upload } from "./net";

export * from "./importTypes";

const BASE = "/api/v1";
/** Reading and comparing a large range in one answer, or writing a revision of it. */
const LONG_MS = 180_000;

const path = (...parts: (string | number)[]): string => `${BASE}/${parts.map(encodeURIComponent).join("/")}`;
const isImport = (data: unknown): data is Trial =>
  isRecord(data) && typeof data.id === "string" && typeof data.state === "string";
const isList = <T>(data: unknown): data is { items: T[]; next_cursor?: string | null } =>
  isRecord(data) && Array.isArray(data.items);
const isRevision = (data: unknown): data is Revision => isRecord(data) && typeof data.number === "number";

async function given<T>(answer: ReturnType<typeof ask<T>>): Promise<T> {
  const found = await answer;
  // No ETag was sent, so "unchanged" cannot be an answer.
  if (!found.changed) throw new TypeError("this is never unchanged");
  return found.data;
}

/**
 * Try files out as one batch: the import comes back at once, and its work goes on without this page.
 *
 * Sent again under the same `key`, the same files are the same import: an answer may be lost on its way.
 */
export function dropFiles(
  files: readonly File[],
  key: string,
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<Trial> {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  return upload(path("imports"), {
    form,
    headers: { Prefer: "respond-async", "Idempotency-Key": `"${key}"` },
    accept: isImport,
    ...(onProgress ? { onProgress } : {}),
    ...(signal ? { signal } : {}),
  });
}

export const fetchImport = (id: string, signal?: AbortSignal): Promise<Trial> =>
  given(ask(path("imports", id), { accept: isImport, timeoutMs: LONG_MS, ...(signal ? { signal } : {}) }));

/** A page of a list, newest first, and where the next begins. */
export interface Page<T> {
  items: readonly T[];
  next_cursor: string | null;
}

/** Imports of all who keep the range, newest first. */
export async function fetchImports(
  wanted: { state?: ImportState; kind?: ImportKind; cursor?: string | null; limit?: number } = {},
  signal?: AbortSignal,
): Promise<Page<ImportSummary>> {
  const { items, next_cursor } = await given(
    ask(`${path("imports")}${asked(wanted)}`, { accept: isList<ImportSummary>, ...(signal ? { signal } : {}) }),
  );
  return { items, next_cursor: next_cursor ?? null };
}

/** What a list is asked for, as the end of its address. */
function asked(wanted: Readonly<Record<string, string | number | null | undefined>>): string {
  const said = Object.entries(wanted).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return said.length > 0 ? `?${new URLSearchParams(said.map(([name, value]) => [name, String(value)]))}` : "";
}

/** Publish what was shown; what goes is confirmed by its number. */
export const publishImport = (id: string, note: string, removals: number): Promise<Trial> =>
  given(
    ask(path("imports", id, "publish"), {
      method: "POST",
      body: { note, confirm_removals: removals },
      accept: isImport,
      timeoutMs: LONG_MS,
    }),
  );

export const cancelImport = (id: string): Promise<Trial> =>
  given(ask(path("imports", id, "cancel"), { method: "POST", accept: isImport }));

/** Try the same files out again, against the newest revision. */
export const retryImport = (id: string): Promise<Trial> =>
  given(
    ask(path("imports", id, "retry"), {
      method: "POST",
      headers: { Prefer: "respond-async" },
      accept: isImport,
      timeoutMs: LONG_MS,
    }),
  );

/** Forget an import that nobody published, with its files. */
export const discardImport = (id: string): Promise<void> => send(path("imports", id), { method: "DELETE" });

/** Revisions, newest first; `before` is where the page before ended. */
export async function fetchRevisions(
  before?: string | null,
  limit?: number,
  signal?: AbortSignal,
): Promise<Page<Revision>> {
  const { items, next_cursor } = await given(
    ask(`${path("revisions")}${asked({ cursor: before, limit })}`, {
      accept: isList<Revision>,
      ...(signal ? { signal } : {}),
    }),
  );
  return { items, next_cursor: next_cursor ?? null };
}

/** Publish an older revision again, as a new one. */
export const restoreRevision = (number: number): Promise<Revision> =>
  given(
    ask(path("revisions", number, "restore"), {
      method: "POST",
      accept: isRevision,
      timeoutMs: LONG_MS,
    }),
  );

const isChanges = (data: unknown): data is Changes => isRecord(data) && isRecord(data.counts);

/** Entries of each list of a difference: as many as the server gives in one answer. */
const MOST = 1000;

/** One page of a part of a difference, and how many entries there are in all. */
export interface DifferencePage extends Changes {
  found: number | null;
  next_cursor: string | null;
}

export type PagesOf = (
  wanted: { part: string; q: string; cursor: string },
  signal?: AbortSignal,
) => Promise<DifferencePage>;

/** Entries of a page. */
const PAGE = 200;
const isPage = (data: unknown): data is DifferencePage => isChanges(data) && "next_cursor" in data;

const pagesAt =
  (url: string): PagesOf =>
  (wanted, signal) =>
    given(
      ask(`${url}${asked({ ...wanted, limit: PAGE })}`, {
        accept: isPage,
        timeoutMs: LONG_MS,
        ...(signal ? { signal } : {}),
      }),
    );

/** All that an import would change, or has changed, page by page. */
export const pagesOfImport = (id: string): PagesOf => pagesAt(path("imports", id, "difference"));

/** All that differs from one revision to another, page by page. */
export const pagesBetween = (before: number, after: number): PagesOf =>
  pagesAt(path("revisions", before, "difference", after));

/** What differs from one revision to another, in either direction. */
export const fetchDifference = (before: number, after: number, signal?: AbortSignal): Promise<Changes> =>
  given(
    ask(`${path("revisions", before, "difference", after)}?limit=${MOST}`, {
      accept: isChanges,
      timeoutMs: LONG_MS,
      ...(signal ? { signal } : {}),
    }),
  );
