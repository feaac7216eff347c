/**
 * What waits and what was refused, as screens show it and the sender takes it: a picture of the storage, kept up by what
 * this window does and by what others tell it.
 *
 * The storage alone is true. To read all of it costs more with each event that waits, so that it is read whole only where
 * a cheap look, at its counts and at its last number, says that the picture is another one.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import {
  bringBack,
  deviceOf,
  lastOf,
  type OutboxEvent,
  readOutbox,
  readSession,
  readSetAside,
  readStanding,
  readWaitingIds,
  type SetAside,
} from "../db";
import { log } from "../lib/log";

const waiting = signal<OutboxEvent[]>([]);
const refused = signal<SetAside[]>([]);
/** The last number that the device gave out, as far as this window knows. */
let last = "";

/** What this phone has not brought to the server yet, oldest first, whoever recorded it. */
export const unsent: ReadonlySignal<OutboxEvent[]> = waiting;
/** What the server refused, with its reasons. */
export const setAside: ReadonlySignal<SetAside[]> = refused;

/** Show what is stored now. */
export async function look(): Promise<void> {
  const [outbox, aside, standing] = await Promise.all([readOutbox(), readSetAside(), readStanding()]);
  if (isOther(standing.last) && (await wasEmptied())) {
    const kept = new Set([...outbox, ...aside.map(({ event }) => event)].map(({ id }) => id));
    const lost = waiting.peek().filter(({ id }) => !kept.has(id));
    if (lost.length > 0) return restore(lost, standing.last);
  }
  waiting.value = outbox;
  refused.value = aside;
  last = standing.last;
}

const isOther = (now: string): boolean => last !== "" && deviceOf(now) !== deviceOf(last);

/**
 * Whether the storage was emptied behind our back, as a disk without any room makes some browsers do: this phone is another
 * one to it, and nobody was ever here. A phone that takes another number keeps its session.
 */
const wasEmptied = async (): Promise<boolean> => (await readSession()) === undefined;

/** Store what waits in memory and nowhere else anew; what the server has already it takes once all the same. */
async function restore(lost: readonly OutboxEvent[], now: string): Promise<void> {
  await bringBack(lost);
  last = now;
  log.error("the storage was lost: what waited is stored anew", lost.length);
  await look();
}

/** Look where what is stored cannot be what is shown. */
export async function check(): Promise<void> {
  const found = await readStanding();
  const same = found.waiting === waiting.peek().length && found.aside === refused.peek().length && found.last === last;
  if (!same) await look();
}

/** Events were written, here or in another window; where `instead` names a refused one, they took its place. */
export function added(events: readonly OutboxEvent[], instead?: string): void {
  const ids = new Set(events.map(({ id }) => id));
  waiting.value = [...waiting.peek().filter(({ id }) => !ids.has(id)), ...events];
  if (instead) refused.value = refused.peek().filter(({ event }) => event.id !== instead);
  const newest = events.at(-1);
  const now = newest ? lastOf({ id: newest.device, seq: newest.seq }) : last;
  if (isOther(now)) void look().catch((cause: unknown) => log.error("what waited is not stored anew", cause));
  else last = now;
}

/** Events left the outbox: the server has them, or refused them. */
export function gone(taken: readonly string[], put: readonly SetAside[]): void {
  const ids = new Set([...taken, ...put.map(({ event }) => event.id)]);
  waiting.value = waiting.peek().filter(({ id }) => !ids.has(id));
  if (put.length > 0) refused.value = [...refused.peek().filter(({ event }) => !ids.has(event.id)), ...put];
}

/** Whether all of those events still wait; where another window has sent some, what is left is shown. */
export async function allWait(events: readonly OutboxEvent[]): Promise<boolean> {
  const numbers = events.map(({ seq }) => seq);
  const stored = new Set(await readWaitingIds(Math.min(...numbers), Math.max(...numbers)));
  const all = events.every(({ id }) => stored.has(id));
  if (!all) await look();
  return all;
}
