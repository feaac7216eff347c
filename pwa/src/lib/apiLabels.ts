/** Label sheets: counted, looked at, taken as PDF, and noted as printed. */
import { ask, download, isRecord, send } from "./net";

/** A thousand labels are set for some seconds. */
const LONGEST_MS = 60_000;
const BASE = "/api/v1/labels";

export interface LabelWish {
  shop: string;
  format: string;
  lang: string;
  categories: readonly string[];
  only: "due" | "all" | "changed-prices" | "new";
  since: number | null;
  copies: number;
  skip: number;
  /** Which of the files, from 1, where there are several. */
  part: number;
}

/** The latest printing, as far as nothing newer was printed over it. */
export interface LastPrinting {
  run: string;
  author: string;
  at: string;
  pieces: number;
}

export interface LabelSheet {
  labels: number;
  sheets: number;
  /** The most that one file holds. */
  most: number;
  parts: number;
  part_labels: number;
  /** How many labels of the whole shop say another price than it asks. */
  due: number;
  revision: number;
  /** The first sheet as a PNG picture in base 64. */
  first: string | null;
  last: LastPrinting | null;
}

const isSheet = (data: unknown): data is LabelSheet => isRecord(data) && typeof data.labels === "number";

export async function lookAtLabels(wish: LabelWish, signal?: AbortSignal): Promise<LabelSheet> {
  const said = { method: "POST" as const, body: wish, timeoutMs: LONGEST_MS, accept: isSheet };
  const answer = await ask(`${BASE}/preview`, { ...said, ...(signal ? { signal } : {}) });
  if (!answer.changed) throw new TypeError("an answer to POST is never unchanged");
  return answer.data;
}

/** The file of the revision that was looked at; a newer one is refused. */
export const fetchLabels = (wish: LabelWish, revision: number): Promise<{ file: Blob; name: string }> =>
  download(BASE, { method: "POST", body: { ...wish, revision }, timeoutMs: LONGEST_MS });

/** Note that a file was printed: its labels are due no longer. */
export async function markPrinted(wish: LabelWish, revision: number): Promise<void> {
  await ask(`${BASE}/printed`, {
    method: "POST",
    body: { ...wish, revision },
    timeoutMs: LONGEST_MS,
    accept: isRecord,
  });
}

/** Say that a printing never came out: its labels are due again. */
export const putBack = (run: string): Promise<void> =>
  send(`${BASE}/printed/${encodeURIComponent(run)}`, { method: "DELETE" });
