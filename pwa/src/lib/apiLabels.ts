/** Label sheets: counted, looked at, taken as PDF. */
import { ask, download, isRecord } from "./net";

/** A thousand labels are set for some seconds. */
const LONGEST_MS = 60_000;

export interface LabelWish {
  shop: string;
  format: string;
  lang: string;
  categories: readonly string[];
  only: "all" | "changed-prices" | "new";
  since: number | null;
  copies: number;
  skip: number;
}

export interface LabelSheet {
  labels: number;
  sheets: number;
  most: number;
  /** The first sheet as a PNG picture in base 64. */
  first: string | null;
}

const isSheet = (data: unknown): data is LabelSheet => isRecord(data) && typeof data.labels === "number";

export async function lookAtLabels(wish: LabelWish, signal?: AbortSignal): Promise<LabelSheet> {
  const said = { method: "POST" as const, body: wish, timeoutMs: LONGEST_MS, accept: isSheet };
  const answer = await ask("/api/v1/labels/preview", { ...said, ...(signal ? { signal } : {}) });
  if (!answer.changed) throw new TypeError("an answer to POST is never unchanged");
  return answer.data;
}

export const fetchLabels = (wish: LabelWish): Promise<{ file: Blob; name: string }> =>
  download("/api/v1/labels", { method: "POST", body: wish, timeoutMs: LONGEST_MS });
