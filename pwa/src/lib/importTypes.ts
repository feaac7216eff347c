/** What an import, a difference, an advice that changes and a revision are, as the server writes them. */

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

export interface DifferingPicture {
  photo: string;
  /** Null where it is good for all colours. */
  colour: string | null;
  /** Where to look, in hundredths from the left and from above. */
  focus: readonly [number, number];
}

/** What differs between two states of the catalogue; empty where errors forbade to compare. */
export interface Changes extends Partial<Record<PartName, Part>> {
  counts?: Readonly<Record<string, number>>;
  prices?: readonly PriceChange[];
  /** Names of the pieces by reference. */
  names?: Readonly<Record<string, string>>;
  /** What the variants are, by GTIN. */
  pieces?: Readonly<Record<string, { ref: string; size: string; colour: unknown }>>;
  /** How the photos are shown, by "ref/photo". */
  pictures?: Readonly<Record<string, DifferingPicture>>;
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
export const REMOVED = ["product", "variant", "photo", "shop", "size_chart", "price", "value"] as const;

export interface Removals extends Partial<Record<(typeof REMOVED)[number], number>> {
  count: number;
  listed: readonly Removal[];
}

export interface AdvisedPiece {
  ref: string;
  name: string;
  score: number;
}

/** What the import does to a piece that comes, goes or changes places; prices in cents, null where it was not sold. */
export interface Cause {
  ref: string;
  name: string;
  what: "added" | "removed" | "facts" | "variants" | "price";
  fields?: readonly string[];
  before?: number | null;
  after?: number | null;
}

/** Three pieces before, three after, what speaks for the first, and why it is another one. */
export interface Told {
  says: string;
  shop: string | null;
  before: readonly AdvisedPiece[];
  after: readonly AdvisedPiece[];
  because?: string;
  causes?: readonly Cause[];
}

export interface ChangedAdvice extends Told {
  id: string;
  verdict: "lost" | "won" | "other";
  disagreements: readonly string[];
}

/** A need that was really asked lately; it says nothing of who or when. */
export interface ChangedRequest extends Told {
  times: number;
}

/** The latest needs: how many there are, how many were asked again in the time there was, and who changes. */
export interface Requests {
  found: number;
  asked: number;
  changed_count: number;
  changed: readonly ChangedRequest[];
}

export interface SampleAdvice {
  customers: number;
  agree: number;
  agreed_before: number | null;
  changed_count: number;
  changed: readonly ChangedAdvice[];
  requests?: Requests;
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
  /** Counts of stock that come with the file. */
  stock?: number;
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
