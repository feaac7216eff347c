/** What the columns of suppliers' tables mean: proposed, said, remembered. */
import type { Trial } from "./apiImports";
import { ask, isRecord, send } from "./net";

/** A column by its title; `part` (from 1) of what `separator` divides; `unit` where the cells do not say it. */
export interface Source {
  column: string;
  unit: string;
  separator: string;
  part: number;
}

/** A column that seems to fill a field: how sure, 0 to 100, and why. */
export interface Guess extends Source {
  confidence: number;
  why: string;
}

export interface AskedTable {
  file: string;
  line: number;
  /** Of `shopify` and `google` only the constants are asked. */
  format: "shopify" | "google" | "mapped" | "unknown";
  shape: string;
  rows: number;
  remembered: boolean;
  titles: readonly { title: string; samples: readonly string[] }[];
  columns: Readonly<Record<string, Guess>>;
  constants: Readonly<Record<string, string>>;
}

/** What a column can be; `constant` where one value may stand for all lines. */
export interface FieldKind {
  id: string;
  label: string;
  kind: string;
  units: readonly string[];
  constant: boolean;
}

export interface Asked {
  tables: readonly AskedTable[];
  fields: readonly FieldKind[];
  shops: readonly { id: string; name: string }[];
  suppliers: readonly string[];
}

export interface Said {
  supplier: string;
  shape: string;
  columns: Readonly<Record<string, Source>>;
  constants: Readonly<Record<string, string>>;
}

export interface RememberedMapping {
  id: string;
  supplier: string;
  titles: readonly string[];
  author: string;
  changed_at: string;
}

const LONG_MS = 120_000;
const pathOf = (id: string): string => `/api/v1/imports/${encodeURIComponent(id)}/mapping`;
const isAsked = (data: unknown): data is Asked =>
  isRecord(data) && Array.isArray(data.tables) && Array.isArray(data.fields);
const isImport = (data: unknown): data is Trial => isRecord(data) && typeof data.state === "string";
const isList = (data: unknown): data is { items: RememberedMapping[] } => isRecord(data) && Array.isArray(data.items);

export async function fetchMapping(id: string, signal?: AbortSignal): Promise<Asked> {
  const answer = await ask(pathOf(id), { accept: isAsked, timeoutMs: LONG_MS, ...(signal ? { signal } : {}) });
  if (!answer.changed) throw new TypeError("a proposal is never unchanged");
  return answer.data;
}

/** Say what the columns are, for this file and the next of its shape; the import is tried out again. */
export async function saveMapping(id: string, body: Said): Promise<Trial> {
  const headers = { Prefer: "respond-async" };
  const answer = await ask(pathOf(id), { method: "PUT", body, headers, accept: isImport, timeoutMs: LONG_MS });
  if (!answer.changed) throw new TypeError("an import is never unchanged");
  return answer.data;
}

export async function fetchMappings(signal?: AbortSignal): Promise<readonly RememberedMapping[]> {
  const answer = await ask("/api/v1/supplier-mappings", { accept: isList, ...(signal ? { signal } : {}) });
  return answer.changed ? answer.data.items : [];
}

export const forgetMapping = (id: string): Promise<void> =>
  send(`/api/v1/supplier-mappings/${encodeURIComponent(id)}`, { method: "DELETE" });
