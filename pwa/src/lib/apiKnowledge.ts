/** What the advice knows, and what is proposed to be said otherwise. */
import type { Trial } from "./apiImports";
import { lang } from "./i18n";
import { ask, isRecord } from "./net";

/** A question's answers are changed with it. */
export type Part = "criterion" | "need" | "question" | "answer";

export interface KnownValue {
  value: string;
  label: string;
}

/** What the places of a scale are: figures between two bounds, or words. */
export interface KnownScale {
  kind: "curve" | "fine" | "minus_need" | "percent_of_need" | "words";
  /** What is judged, in words. */
  of: string;
  unit: string;
  low: number | null;
  high: number | null;
  values: readonly KnownValue[];
}

export interface KnownField {
  field: string;
  value: string;
  /** What the house says, where something else holds. */
  house: string | null;
  /** The situation that it is for; empty where its name says all. */
  label: string;
  unit: string;
  low: number | null;
  high: number | null;
  choices: readonly KnownValue[];
  scale: KnownScale | null;
}

export interface KnownName {
  part: Part;
  id: string;
  name: string;
}

/** A criterion, a need or a question, as a list shows it. */
export interface KnownLine extends KnownName {
  families: readonly string[];
  hard: boolean;
  on: boolean;
  weight: number | null;
  /** Sentences: when it counts, and what it judges, asks for or offers. */
  when: string;
  about: string;
  otherwise: boolean;
  /** Languages that still say the house's words, where another says something else. */
  behind: readonly string[];
}

export interface KnownSource {
  says: string;
  address: string | null;
  evidence: string;
  conflict: string;
}

/** Whom it touches: sample customers, and needs that were really asked lately. */
export interface Touches {
  customers_count: number;
  customers_all: number;
  customers: readonly { id: string; says: string; first: string; agrees: boolean | null }[];
  requests_count: number;
  requests_all: number;
  requests: readonly { says: string; times: number }[];
  /** For how many each line of a need is the one that decides. */
  lines: readonly { field: string; customers: number; requests: number }[];
}

export interface KnownAnswer {
  id: string;
  name: string;
  fields: readonly KnownField[];
}

/** One of them, whole. */
export interface KnownEntry extends KnownLine {
  revision: number;
  test: string;
  note: string;
  sources: readonly KnownSource[];
  related: readonly KnownName[];
  fields: readonly KnownField[];
  answers: readonly KnownAnswer[];
}

/** What a condition may ask: a key with its values. */
export interface KnownCondition {
  key: string;
  label: string;
  values: readonly KnownValue[];
}

export interface KnowledgeShown {
  revision: number;
  conditions: readonly KnownCondition[];
  families: Readonly<Record<string, string>>;
  lines: readonly KnownLine[];
}

/** How a piece stands: degrees 0 to 100, null where nothing is known of it. */
export interface PreviewPiece {
  ref: string;
  name: string;
  brand: string;
  property: string | null;
  value: string | number | boolean | null;
  before: number | null;
  after: number | null;
}

export interface Preview {
  /** The levels of need that it is judged at, and the one that is shown. */
  levels: readonly number[];
  level: number | null;
  unit: string;
  better: number;
  worse: number;
  same: number;
  open_count: number;
  pieces: readonly PreviewPiece[];
}

export interface KnowledgeChange {
  part: Part;
  id: string;
  field: string;
  /** Null puts back what the house says. */
  value: string | null;
  /** What held when it was typed: where something else holds by now, the server tries nothing. */
  was?: string;
}

const isKnowledge = (data: unknown): data is KnowledgeShown =>
  isRecord(data) && Array.isArray(data.lines) && Array.isArray(data.conditions) && isRecord(data.families);
const isEntry = (data: unknown): data is KnownEntry =>
  isRecord(data) && Array.isArray(data.fields) && Array.isArray(data.answers);
const isTouches = (data: unknown): data is Touches => isRecord(data) && Array.isArray(data.lines);
const isPreview = (data: unknown): data is Preview => isRecord(data) && Array.isArray(data.pieces);
const isTrial = (data: unknown): data is Trial => isRecord(data) && typeof data.id === "string";

const spoken = (): string => (lang.peek() === "fr" ? "fr" : "en");
/** What came last of an address, with its tag: a room that is opened again asks only whether it has changed. */
const held = new Map<string, { etag: string; data: unknown }>();
const MOST_HELD = 40;

async function kept<T>(url: string, accept: (data: unknown) => data is T, signal: AbortSignal): Promise<T> {
  const known = held.get(url);
  const answer = await ask(url, { accept, signal, etag: known?.etag });
  if (!answer.changed) {
    if (known && accept(known.data)) return known.data;
    throw new TypeError("unchanged since nothing");
  }
  if (held.size >= MOST_HELD) held.clear();
  if (answer.etag) held.set(url, { etag: answer.etag, data: answer.data });
  return answer.data;
}

export const fetchKnowledge = (signal: AbortSignal): Promise<KnowledgeShown> =>
  kept(`/api/v1/knowledge?lang=${spoken()}`, isKnowledge, signal);

export const fetchKnown = (part: Part, id: string, signal: AbortSignal): Promise<KnownEntry> =>
  kept(`/api/v1/knowledge/${part}/${encodeURIComponent(id)}?lang=${spoken()}`, isEntry, signal);

export async function fetchTouches(part: Part, id: string, signal: AbortSignal): Promise<Touches> {
  const url = `/api/v1/knowledge/${part}/${encodeURIComponent(id)}/touches?lang=${spoken()}`;
  const answer = await ask(url, { accept: isTouches, signal });
  if (!answer.changed) throw new TypeError("this is never unchanged");
  return answer.data;
}

/** How the pieces of the range would stand, at one level of need; null leaves the choice of it to the server. */
export async function previewCriterion(
  id: string,
  fields: readonly { field: string; value: string }[],
  level: number | null,
  signal: AbortSignal,
): Promise<Preview> {
  const answer = await ask(`/api/v1/knowledge/criterion/${encodeURIComponent(id)}/preview`, {
    method: "POST",
    body: { fields, level },
    accept: isPreview,
    signal,
  });
  if (!answer.changed) throw new TypeError("this is never unchanged");
  return answer.data;
}

/** Try changes out; the answer names the dry run to look at. */
export async function proposeKnowledge(changes: readonly KnowledgeChange[]): Promise<string> {
  const answer = await ask("/api/v1/knowledge/changes", {
    method: "POST",
    body: { changes },
    headers: { Prefer: "respond-async" },
    accept: isTrial,
  });
  if (!answer.changed) throw new TypeError("this is never unchanged");
  return answer.data.id;
}
