/** Facts that nobody states, by the answers they cost. */
import { lang } from "./i18n";
import { ask, isRecord } from "./net";

export interface LostAnswer {
  ref: string;
  name: string;
  attribute: string;
  answers_lost: number;
  /** An estimate stands in its place. */
  estimated: boolean;
}

export interface LostAnswers {
  /** `recorded`: the advice of these days; `samples`: nobody asked, the sample customers stand in. */
  basis: "recorded" | "samples";
  total: number;
  rows: readonly LostAnswer[];
}

const isLost = (data: unknown): data is LostAnswers => isRecord(data) && Array.isArray(data.rows);

export async function fetchLostAnswers(shop: string, limit: number, signal?: AbortSignal): Promise<LostAnswers> {
  const query = new URLSearchParams({ shop, limit: String(limit), lang: lang.peek() });
  const answer = await ask(`/api/v1/completeness?${query}`, { accept: isLost, ...(signal ? { signal } : {}) });
  if (!answer.changed) throw new TypeError("this is never unchanged");
  return answer.data;
}
