/** What somebody began to change at the desk, kept on this device until it is proposed or dropped. */
import { readDraft, readDrafts, saveDraft } from "../db";
import { log } from "../lib/log";
import { isRecord } from "../lib/net";

/** What can be begun: each is a key of its own, the thing's id behind it. */
export type Draftable = "product" | "knowledge" | "prices" | "delivery" | "count";

export interface DeskDraft<T = unknown> {
  /** RFC 3339, UTC: when it was kept last. */
  at: string;
  /** What it is about, for a list. */
  name: string;
  /** How many things it would change. */
  count: number;
  /** Whether it makes something that nobody has published yet. */
  isNew?: boolean;
  content: T;
}

export interface ListedDraft extends Omit<DeskDraft, "content"> {
  kind: Draftable;
  id: string;
}

const STEM = "desk-";
const keyOf = (kind: Draftable, id: string): string => `${STEM}${kind} ${id}`;

/** Read a draft; undefined where there is none, or none of this build's form. The content is as it was written. */
export async function deskDraft(kind: Draftable, id: string): Promise<DeskDraft | undefined> {
  try {
    return read(await readDraft(keyOf(kind, id)));
  } catch (cause) {
    log.warn("draft not read", cause);
    return undefined;
  }
}

/** Keep a draft; true once it is safe. */
export async function keepDeskDraft(kind: Draftable, id: string, draft: Omit<DeskDraft, "at">): Promise<boolean> {
  try {
    await saveDraft(keyOf(kind, id), JSON.stringify({ ...draft, at: new Date().toISOString() } satisfies DeskDraft));
    return true;
  } catch (cause) {
    log.warn("draft not kept", cause);
    return false;
  }
}

export async function dropDeskDraft(kind: Draftable, id: string): Promise<void> {
  await saveDraft(keyOf(kind, id), "").catch((cause: unknown) => log.warn("draft not dropped", cause));
}

/** What the present person has begun and not proposed on this device, newest first. */
export async function listDeskDrafts(): Promise<ListedDraft[]> {
  const kept = await readDrafts(STEM);
  return kept.flatMap(([key, text]) => listed(key, text)).sort((one, other) => other.at.localeCompare(one.at));
}

function listed(key: string, text: string): ListedDraft[] {
  const [, kind, id] = /^desk-(product|knowledge|prices|delivery|count) (.*)$/.exec(key) ?? [];
  const draft = safely(text);
  if (!kind || id === undefined || !draft) return [];
  const { at, name, count, isNew = false } = draft;
  return [{ kind: kind as Draftable, id, at, name, count, isNew }];
}

/** One draft that cannot be read does not hide the others. */
function safely(text: string): DeskDraft | undefined {
  try {
    return read(text);
  } catch (cause) {
    log.warn("draft not read", cause);
    return undefined;
  }
}

function read(text: string | undefined): DeskDraft | undefined {
  const draft: unknown = text ? JSON.parse(text) : undefined;
  return isDraft(draft) ? draft : undefined;
}

const isDraft = (draft: unknown): draft is DeskDraft =>
  isRecord(draft) &&
  typeof draft.at === "string" &&
  typeof draft.name === "string" &&
  typeof draft.count === "number" &&
  "content" in draft;
