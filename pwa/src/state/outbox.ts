/**
 * What sellers record: written on the phone first, then brought to the server, each event once.
 *
 * An event leaves the phone only when the server has answered for it by its id. Anything else (no network, a portal, a
 * signed-out session, a server in trouble) leaves it where it is, and the next try comes by itself.
 */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type OutboxEvent, readOutbox, readSetAside, record, type SetAside, settle } from "../db";
import { type EventResults, sendEvents } from "../lib/api";
import { localTime } from "../lib/localTime";
import { log } from "../lib/log";
import { NetError } from "../lib/net";
import { noteReach } from "./online";
import { session } from "./session";

/** One request: what a bad network can carry, and well below what the server takes. */
const BATCH = 100;
const BATCH_BYTES = 256 * 1024;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const LOCK = "cordee-outbox";

type Result = EventResults["results"][number];

const waiting = signal<OutboxEvent[]>([]);
const refused = signal<SetAside[]>([]);

/** What this phone has not brought to the server yet, oldest first, whoever recorded it. */
export const unsent: ReadonlySignal<OutboxEvent[]> = waiting;
/** What the server refused, with its reasons. */
export const setAside: ReadonlySignal<SetAside[]> = refused;
export const unsentCount = computed(() => waiting.value.length);

const listeners = new Set<() => void>();

/** Be told when events have reached the server: what it derives from them is newer now. */
export function onDelivered(listener: () => void): void {
  listeners.add(listener);
}

/** Record something that happened. Resolves once it is stored on this phone; throws where it could not be. */
export async function note(kind: string, payload: Record<string, unknown>): Promise<OutboxEvent> {
  const holder = session.peek();
  if (!holder) throw new TypeError("nothing is recorded without a session");
  const draft = { kind, payload, at: localTime(new Date()), shop: holder.shop.id, author: holder.person.id };
  const event = await record(draft);
  waiting.value = [...waiting.peek(), event];
  void flush();
  return event;
}

/** Show what is stored, and send it whenever there is a chance. */
export async function startOutbox(): Promise<void> {
  await look();
  for (const chance of ["online", "pageshow"]) addEventListener(chance, () => void flush());
  document.addEventListener("visibilitychange", () => void flush());
  session.subscribe(() => void flush());
}

async function look(): Promise<void> {
  [waiting.value, refused.value] = await Promise.all([readOutbox(), readSetAside()]);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

/** Send all that this person recorded. Never throws; tries again by itself until nothing waits. */
export async function flush(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  try {
    await alone(deliver);
    failures = 0;
  } catch (cause) {
    failures += 1;
    noteReach(cause);
    log.warn("events not delivered", cause);
  }
  // A timer, not a flag, stands for "to do": it lives as long as there is something that this person can send.
  if (mine(waiting.peek()).length > 0 && timer === undefined) timer = setTimeout(() => void flush(), pause());
}

/** Wait longer after each failure, with some chance in it so that a shop's phones do not come back as one. */
function pause(): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
  return longest / 2 + (Math.random() * longest) / 2;
}

/** One sender at a time, over all tabs; where another one sends, this one has nothing to do. */
async function alone(work: () => Promise<void>): Promise<void> {
  // Phones of 2021 know no locks: the server takes each event once all the same.
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

async function deliver(): Promise<void> {
  let delivered = false;
  // Read anew each time: another tab may have written or sent meanwhile.
  for (let batch = await nextBatch(); batch.length > 0; batch = await nextBatch()) {
    const settled = await settleBatch(batch, await sendEvents(batch));
    delivered ||= settled > 0;
    noteReach("answered");
    // An answer that settles nothing would be asked for ever.
    if (settled === 0) throw new NetError("events", "shape", 200);
  }
  await look();
  if (delivered) for (const listener of listeners) listener();
}

async function nextBatch(): Promise<OutboxEvent[]> {
  waiting.value = await readOutbox();
  const batch: OutboxEvent[] = [];
  let bytes = 0;
  for (const event of mine(waiting.peek())) {
    bytes += JSON.stringify(event).length;
    if (batch.length > 0 && (batch.length === BATCH || bytes > BATCH_BYTES)) break;
    batch.push(event);
  }
  return batch;
}

/** What the signed-in person recorded in the shop that they are in: another's events are never sent as theirs. */
function mine(events: readonly OutboxEvent[]): OutboxEvent[] {
  const holder = session.peek();
  return events.filter((event) => event.author === holder?.person.id && event.shop === holder.shop.id);
}

/** Forget what the server has and put aside what it refuses; only ids of this batch count. Return how many were settled. */
async function settleBatch(batch: readonly OutboxEvent[], results: readonly Result[]): Promise<number> {
  const sent = new Map(batch.map((event) => [event.id, event]));
  const taken: string[] = [];
  const put: SetAside[] = [];
  for (const { id, status, reason = "", message = "" } of results) {
    const event = sent.get(id ?? "");
    if (!event) continue;
    if (status === "rejected") put.push({ event, reason, message, refused_at: new Date().toISOString() });
    else if (status === "accepted" || status === "duplicate") taken.push(event.id);
  }
  await settle(taken, put);
  return taken.length + put.length;
}
