/** The count in the hand: kept on the phone at each tap, recorded as one event a variant. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { readDraft, saveDraft } from "../../db";
import { buzz } from "../../lib/buzz";
import { log } from "../../lib/log";
import { readScan } from "../../lib/scanned";
import { recordCount, session, variants } from "../../state";
import { added, type Draft, type Line, NOTHING, newcomers, readLines, without } from "./draft";

const KEPT = "count";
const current = signal<Draft>(NOTHING);
/** The number of a right code that this shop does not have. */
export const stranger = signal<string | null>(null);
export const draft: ReadonlySignal<Draft> = current;

let holder: string | undefined;

/** Take up a count that a restart interrupted; on a shared phone each person has their own. */
export async function resume(): Promise<void> {
  const person = session.peek()?.person.id;
  if (holder === person) return;
  if (holder) current.value = NOTHING;
  holder = person;
  const lines = readLines(await readDraft(KEPT));
  if (lines.length > 0 && current.peek().lines.length === 0) current.value = { lines, before: [] };
}

/** Change the count; it is on the disk a moment later. */
export function change(next: Draft): void {
  current.value = next;
  const kept = next.lines.length > 0 ? JSON.stringify(next.lines) : "";
  saveDraft(KEPT, kept).catch((cause: unknown) => log.warn("count not kept", cause));
}

const isNew = newcomers();

/** Take what the camera read: one piece more. */
export function take(text: string, now = performance.now()): void {
  const scanned = readScan(text);
  if (!scanned || !("gtin" in scanned) || !isNew(scanned.gtin, now)) return;
  const known = variants.peek().has(scanned.gtin);
  stranger.value = known ? null : scanned.gtin;
  if (!known) return;
  change(added(current.peek(), scanned.gtin));
  buzz("scan");
}

/** Record all lines, the first counted first; what is recorded leaves the count. Throws where one could not be stored. */
export async function recordAll(): Promise<number> {
  const lines = [...current.peek().lines].reverse();
  for (const line of lines) await recordOne(line);
  current.value = NOTHING;
  return lines.length;
}

async function recordOne({ gtin, count }: Line): Promise<void> {
  await recordCount(gtin, count);
  change({ ...without(current.peek(), gtin), before: [] });
}
