/** What the advice knows, and what is proposed to be said otherwise. */
import type { Trial } from "./apiImports";
import { lang } from "./i18n";
import { ask, isRecord } from "./net";

export type Part = "criterion" | "question" | "answer";

export interface KnownField {
  field: string;
  value: string;
  /** What the house says, where something else holds. */
  house: string | null;
}

export interface KnownThing {
  id: string;
  name: string;
  fields: readonly KnownField[];
}

export interface KnownCriterion extends KnownThing {
  families: readonly string[];
  hard: boolean;
  on: boolean;
  weight: number;
  /** Sentences: when it is asked, what it judges. */
  when: string;
  test: string;
  sources: readonly { says: string; address: string | null }[];
}

export interface KnownQuestion extends KnownThing {
  on: boolean;
  /** When it is asked, in words. */
  when: string;
  answers: readonly KnownThing[];
}

/** What a condition may ask: a key with its values. */
export interface KnownCondition {
  key: string;
  label: string;
  values: readonly { value: string; label: string }[];
}

export interface KnowledgeShown {
  revision: number;
  conditions: readonly KnownCondition[];
  families: Readonly<Record<string, string>>;
  criteria: readonly KnownCriterion[];
  questions: readonly KnownQuestion[];
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
  isRecord(data) &&
  Array.isArray(data.criteria) &&
  Array.isArray(data.questions) &&
  Array.isArray(data.conditions) &&
  isRecord(data.families);
const isTrial = (data: unknown): data is Trial => isRecord(data) && typeof data.id === "string";

export async function fetchKnowledge(signal: AbortSignal): Promise<KnowledgeShown> {
  const answer = await ask(`/api/v1/knowledge?lang=${lang.peek() === "fr" ? "fr" : "en"}`, {
    accept: isKnowledge,
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
