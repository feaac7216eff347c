/**
 * What sellers record: written on the phone first, then brought to the server, each event once.
 *
 * An event leaves the phone only when the server has answered for it by its id. Anything else (no network, a portal, a
 * signed-out session, a server in trouble) leaves it where it is, and the next try comes by itself.
 */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import {
  type Beside,
  type Draft,
  type OutboxEvent,
  putBack,
  readSetting,
  recordAll,
  type SetAside,
  saveSetting,
  takeOut,
} from "../db";
import { localTime } from "../lib/localTime";
import { log } from "../lib/log";
import { NetError } from "../lib/net";
import { openChannel } from "../lib/windows";
import { noteReach } from "./online";
import { beginAfresh, halved, isImpatient, isToldToWait, noteArrival, noteFailure, notePass, pause } from "./patience";
import { added, check, look, setAside, unsent } from "./queue";
import { isOf, type Sender, sendAll } from "./sending";
import { checkSession, maySend, session } from "./session";
import { keepSafe, withRoom } from "./storage";

/** Nothing waits here, but another tab may have written and gone. */
const LOOK_EVERY_MS = 60_000;
const LOCK = "cordee-outbox";
/** Another window that has not brought the oldest event in this time does not send. */
const FROZEN_MS = 5 * 60_000;
/** Refusals that a server in order, a newer one, or another door than a stranger's takes back: sent again by themselves. */
const PASSING = new Set(["not-stored", "kind-unknown", "format-unknown", "shop-not-found", "http-413"]);
const AGAIN_AFTER_MS = 3_600_000;

export { look, setAside, unsent } from "./queue";
export const unsentCount = computed(() => unsent.value.length);

/** Whether the person at hand recorded it, here: what others recorded is not theirs to read. */
export function isMine({ author, shop }: OutboxEvent): boolean {
  return author === session.value?.person.id && shop === session.value?.shop.id;
}

/** So long a phone may go without a network before somebody has to do something. */
const OVERDUE_MS = 7 * 86_400_000;

/** Something has waited for more than a week; never a reason to drop it. */
export const isOverdue = (now = Date.now()): boolean =>
  unsent.value.some(({ at }) => now - Date.parse(at) > OVERDUE_MS);

const isSending = signal(false);
const failure = signal<unknown>(null);
const lastDone = signal<string | null>(null);
const LAST = "last_delivery";

/** True while requests with events are under way. */
export const sending: ReadonlySignal<boolean> = isSending;
/** Why the last try brought nothing; null after one that did. */
export const sendFailure: ReadonlySignal<unknown> = failure;
/** When events last reached the server (RFC 3339, UTC). */
export const lastDelivery: ReadonlySignal<string | null> = lastDone;

/** What happened in one window, for the others: these events were written, another change, or something arrived. */
type Word = { added: OutboxEvent[]; instead?: string | undefined } | "changed" | "delivered";
let tell: (word: Word) => void = () => {};

const listeners = new Set<() => void>();

/** Be told when events have reached the server: what it derives from them is newer now. */
export function onDelivered(listener: () => void): void {
  listeners.add(listener);
}

/** One thing that happened. */
export interface Said {
  kind: string;
  payload: Record<string, unknown>;
}

/**
 * Record something that happened. Resolves once it is stored on this phone; throws where it could not be.
 * What the screen keeps `beside` it is stored with it, or not at all.
 */
export const note = async (kind: string, payload: Said["payload"], beside?: Beside): Promise<OutboxEvent> =>
  (await noted([{ kind, payload }], undefined, beside))[0] as OutboxEvent;

/** Record what one gesture says of several things: all of it is stored, or nothing. `beside` is given the first event. */
export const noteTogether = (said: readonly [Said, ...Said[]], beside?: Beside): Promise<OutboxEvent[]> =>
  noted(said, undefined, beside);

/** Record a refused event anew, put right: a new event takes its place, in one write. */
export async function correct(wrong: SetAside, payload: Said["payload"]): Promise<OutboxEvent> {
  return (await noted([{ kind: wrong.event.kind, payload }], wrong))[0] as OutboxEvent;
}

async function noted(said: readonly [Said, ...Said[]], wrong?: SetAside, beside?: Beside): Promise<OutboxEvent[]> {
  const holder = sender();
  if (!holder) throw new TypeError("nothing is recorded without a session");
  const { at, format } = wrong?.event ?? { at: localTime(new Date()), format: 1 };
  const { author, shop } = holder;
  const drafts = said.map((one) => ({ ...one, at, format, author, shop })) as [Draft, ...Draft[]];
  const events = await withRoom(() => recordAll(drafts, wrong?.event, beside));
  const instead = wrong?.event.id;
  added(events, instead);
  tell({ added: events, instead });
  void keepSafe();
  soon();
  return events;
}

/** Take refused events out for good. Only on somebody's word: what they say is nowhere else. */
export async function discard(which: readonly SetAside[]): Promise<void> {
  await takeOut(which.map(({ event }) => event));
  await look();
  tell("changed");
}

/** Send refused events again as they are. */
export async function sendAgain(which: readonly SetAside[]): Promise<void> {
  await putBack(which);
  await look();
  tell("changed");
  void flush();
}

/** Show what is stored, and send it whenever there is a chance. */
export async function startOutbox(): Promise<void> {
  addEventListener("online", beginAfresh);
  for (const chance of ["online", "pageshow"]) addEventListener(chance, soon);
  document.addEventListener("visibilitychange", soon);
  tell = openChannel<Word>(LOCK, hear);
  void readSetting(LAST).then(
    (at) => {
      lastDone.value ??= at ?? null;
    },
    () => {},
  );
  await look().finally(() => session.subscribe(soon));
}

/** Another window wrote or sent: what it did is in the storage of both. */
function hear(word: Word): void {
  if (typeof word === "object") {
    added(word.added, word.instead);
    return;
  }
  look().then(
    () => {
      if (word === "delivered") for (const listener of listeners) listener();
    },
    (cause: unknown) => log.warn("what another window stored is not readable", cause),
  );
}

/** Let what a newer server may take wait again, at the start and then once an hour. */
async function takeBackPassing(): Promise<void> {
  const due = setAside
    .peek()
    .filter(
      ({ reason, refused_at }) => PASSING.has(reason) && Math.abs(Date.now() - Date.parse(refused_at)) > AGAIN_AFTER_MS,
    );
  if (due.length === 0) return;
  await putBack(due);
  await look();
}

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
let wanted = false;
let isCarrying = false;

/** Send at this chance, unless the server has asked to be left alone for a while: the timer stands for it then. */
function soon(): void {
  if (!isToldToWait()) void flush();
}

/** Send all that this person recorded. Never throws; tries again by itself until nothing waits. */
export function flush(): Promise<void> {
  wanted = true;
  running ??= run().finally(() => {
    running = undefined;
  });
  return running;
}

/** Send what colleagues recorded on this phone in this shop, too; only a manager's session may. They stay its authors. */
export async function carry(): Promise<void> {
  isCarrying = session.peek()?.person.role === "manager";
  await flush().finally(() => {
    isCarrying = false;
  });
}

async function run(): Promise<void> {
  clearTimeout(timer);
  isSending.value = mineCount() > 0;
  while (wanted) {
    wanted = false;
    await tryOnce();
    if (isToldToWait()) break;
  }
  isSending.value = false;
  // A timer, not a flag, stands for "to do": it is always there, soon where something waits or could not be read.
  timer = setTimeout(() => void flush(), isImpatient() || mineCount() > 0 ? pause() : LOOK_EVERY_MS);
}

async function tryOnce(): Promise<void> {
  try {
    await alone(deliver);
    failure.value = null;
  } catch (cause) {
    noteFailure(cause);
    failure.value = cause;
    if (cause instanceof NetError) noteReach(cause);
    log.warn("events not delivered", cause);
    if (cause instanceof NetError && cause.status === 401) void checkSession();
  }
}

/** One sender at a time, over all tabs; where another one sends, this one has nothing to do. */
async function alone(work: () => Promise<void>): Promise<void> {
  // Phones of 2021 know no locks: the server takes each event once all the same.
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock || (await isStuck())) await work();
    if (lock) blocked = null;
  });
}

let blocked: { since: number; first: string } | null = null;

/** A window that the system froze in the middle of sending holds the lock for as long as it sleeps: then do without. */
async function isStuck(): Promise<boolean> {
  await check();
  const first = unsent.peek()[0]?.id;
  if (!first || first !== blocked?.first) blocked = first ? { since: Date.now(), first } : null;
  return blocked !== null && Date.now() - blocked.since > FROZEN_MS;
}

async function deliver(): Promise<void> {
  await check();
  await takeBackPassing();
  const holder = maySend() ? sender() : null;
  let settled = 0;
  try {
    if (holder) await pass(holder, (count) => (settled += count));
  } finally {
    if (settled > 0) arrived();
  }
  await check();
}

function arrived(): void {
  const at = new Date().toISOString();
  lastDone.value = at;
  saveSetting(LAST, at).catch((cause: unknown) => log.info("the time of delivery is not kept", cause));
  tell("delivered");
  for (const listener of listeners) listener();
}

/** Send what can be sent. */
async function pass(holder: Sender, count: (settled: number) => void): Promise<void> {
  const { held } = await sendAll(holder, halved(), (settled) => {
    count(settled);
    noteArrival();
    noteReach("answered");
  });
  notePass(held === 0);
  // The server sees another person in the cookie than this page does.
  if (held > 0) void checkSession();
}

/** The signed-in person in the shop that they are in. */
function sender(): Sender | null {
  const holder = session.peek();
  return holder && { author: holder.person.id, shop: holder.shop.id, carries: isCarrying };
}

/** How much waits that this person can send. */
function mineCount(): number {
  const holder = sender();
  return holder ? unsent.peek().filter((event) => isOf(event, holder)).length : 0;
}
