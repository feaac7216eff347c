/** Imports and revisions, as the server answers the merchandiser. */
import { ask, isRecord, send, upload } from "./net";

/** Ends by itself: queued, running. Waits for a person: ready, refused, failed, cancelled. Over: published. */
export type ImportState = "queued" | "running" | "ready" | "refused" | "published" | "cancelled" | "failed";
/** The room it came from. */
export type ImportKind = "file" | "edit" | "photos" | "prices" | "knowledge";
export type Severity = "error" | "warning" | "info";

export interface Finding {
  file: string;
  line: number | null;
  column: string | null;
  /** What stands there. */
  value?: string | null;
  severity: Severity;
  code: string;
  message: string;
}

/** How far the work has come: a stage, and how much of it. */
export interface JobProgress {
  stage: string;
  done: number;
  total: number;
  /** Of the whole work. */
  percent: number;
}

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

export interface Changed {
  id: string;
  fields: readonly FieldChange[];
}

/** What was added, removed and changed of one kind of thing; lists are cut where nobody reads on, counts are of all. */
export interface Part {
  added: readonly string[];
  removed: readonly string[];
  changed: readonly Changed[];
}

/** Cents with the reference price. */
export type Amounts = readonly [number, number | null];

export interface PriceChange {
  shop: string;
  gtin: string;
  ref: string;
  before: Amounts | null;
  after: Amounts | null;
}

export const PARTS = ["products", "variants", "shops", "size_charts", "photos", "knowledge"] as const;
export type PartName = (typeof PARTS)[number];

/** What differs between two states of the catalogue; empty where errors forbade to compare. */
export interface Changes extends Partial<Record<PartName, Part>> {
  counts?: Readonly<Record<string, number>>;
  prices?: readonly PriceChange[];
  /** Names of the pieces by reference. */
  names?: Readonly<Record<string, string>>;
  /** What the variants are, by GTIN. */
  pieces?: Readonly<Record<string, { ref: string; size: string; colour: unknown }>>;
}

export interface Removal {
  kind: string;
  id: string;
  name?: string;
  size?: string;
  colour?: string;
  shop?: string;
  field?: string;
}

/** What publishing takes away: how many of all kinds together, how many of each, and the first of them. */
export const REMOVED = ["product", "variant", "shop", "size_chart", "price", "value"] as const;

export interface Removals extends Partial<Record<(typeof REMOVED)[number], number>> {
  count: number;
  listed: readonly Removal[];
}

export interface AdvisedPiece {
  ref: string;
  name: string;
  score: number;
}

export interface ChangedAdvice {
  id: string;
  shop: string | null;
  says: string;
  verdict: "lost" | "won" | "other";
  before: readonly AdvisedPiece[];
  after: readonly AdvisedPiece[];
  because?: string;
  disagreements: readonly string[];
}

export interface SampleAdvice {
  customers: number;
  agree: number;
  agreed_before: number | null;
  changed_count: number;
  changed: readonly ChangedAdvice[];
}

/** An import as a list shows it. */
export interface ImportSummary {
  id: string;
  name: string;
  kind: ImportKind;
  state: ImportState;
  author: string;
  created_at: string;
  base_revision: number;
  published_revision: number | null;
  /** Another revision was published since it was compared. */
  outdated: boolean;
  progress: JobProgress | null;
  /** Why the work could not be done, in words. */
  failure: string | null;
}

/** A dry run: what is wrong, and what publishing would change. */
export interface Trial extends ImportSummary {
  findings: readonly Finding[];
  changes: Changes;
  /** Null until it is known. */
  removals: Removals | null;
  advice: SampleAdvice | null;
}

export interface Revision {
  number: number;
  content_hash: string;
  published_at: string;
  author: string;
  note: string;
  /** How much of each kind it changed of the one before; null where nobody counted. */
  counts?: Readonly<Record<string, number>> | null;
}

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

/** Try files out as one batch: the import comes back at once, and its work goes on without this page. */
export function dropFiles(
  files: readonly File[],
  onProgress?: (share: number) => void,
  signal?: AbortSignal,
): Promise<Trial> {
  const form = new FormData();
  for (const file of files) form.append("file", file, file.name);
  return upload(path("imports"), {
    form,
    headers: { Prefer: "respond-async" },
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

/** What differs from one revision to another, in either direction. */
export const fetchDifference = (before: number, after: number, signal?: AbortSignal): Promise<Changes> =>
  given(
    ask(`${path("revisions", before, "difference", after)}?limit=${MOST}`, {
      accept: isChanges,
      timeoutMs: LONG_MS,
      ...(signal ? { signal } : {}),
    }),
  );
