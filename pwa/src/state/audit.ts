/**
 * Whether everything that this phone recorded is on the server: asked at the start of a session, after a queue has
 * emptied, and now and then.
 *
 * What the server has lost and this phone still holds is sent again. A phone whose numbers are known beyond its own
 * memory (its storage was set back, or copied) goes on under a new id. The rest is told to the manager.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import { bringBack, pruneEvidence, readTally, renewDevice, type Tally } from "../db";
import { type Audit, reportDevice } from "../lib/apiDevices";
import { log } from "../lib/log";
import { type Account, account } from "./accounting";
import { online } from "./online";
import { flush, look, onDelivered, unsentCount } from "./outbox";
import { isOf, type Sender } from "./sending";
import { session } from "./session";

const EVERY_MS = 10 * 60_000;
const LOCK = "cordee-audit";

export interface Audited {
  /** RFC 3339, UTC. */
  at: string;
  /** How many numbers neither side has. */
  missing: number;
}

const last = signal<Audited | null>(null);
/** What the last comparison found; null before the first one. */
export const audited: ReadonlySignal<Audited | null> = last;

const busy = signal(false);
/** True while the two sides are being compared. */
export const auditing: ReadonlySignal<boolean> = busy;

let running: Promise<void> | undefined;
/** A server that loses what it is given again must not be given it for ever. */
let isMended = false;

/** Whoever works at the desk records no events: the server has nothing to compare. */
const records = (): boolean => ["seller", "manager"].includes(session.peek()?.person.role ?? "");

/** Compare now. Never throws; one at a time. */
export async function audit(): Promise<void> {
  if (!records()) return;
  busy.value = true;
  running ??= alone(compare)
    .catch((cause: unknown) => {
      // An older server has no such address: then nothing is known, as before.
      log.info("not compared with the server", cause);
    })
    .finally(() => {
      running = undefined;
      busy.value = false;
    });
  await running;
}

/** Compare whenever there is a reason. */
export function startAudit(): void {
  let asked = "";
  session.subscribe((now) => {
    const person = now ? `${now.person.id}/${now.shop.id}` : "";
    if (person && person !== asked) void audit();
    asked = person;
  });
  online.subscribe((reached) => {
    if (reached && isDue()) void audit();
  });
  onDelivered(() => {
    if (unsentCount.peek() === 0 && isDue()) void audit();
  });
  setInterval(() => document.visibilityState === "visible" && isDue() && void audit(), EVERY_MS / 2);
}

const isDue = (): boolean => !last.peek() || Date.now() - Date.parse(last.peek()?.at ?? "") >= EVERY_MS;

async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

async function compare(): Promise<void> {
  const now = session.peek();
  if (!now) return;
  const holder = { author: now.person.id, shop: now.shop.id };
  const said = last.peek()?.missing ?? 0;
  let found = await ask(said);
  if (await mend(found, holder)) found = await ask(said);
  const { missing } = found;
  if (missing.length !== said) await ask(missing.length);
  if (missing.length > 0) log.error(`${missing.length} recorded events are on no side`);
  last.value = { at: new Date().toISOString(), missing: missing.length };
  await pruneEvidence();
}

type Found = Account & { device: string };

async function ask(missing: number): Promise<Found> {
  const before = await readTally();
  const audit: Audit = await reportDevice(before.device.id, reportOf(before, missing));
  // Read again: another window may have recorded and sent meanwhile.
  const { device } = await readTally();
  const lastNow = device.id === before.device.id ? device.seq : Number.MAX_SAFE_INTEGER;
  return { ...account(before, audit, lastNow), device: before.device.id };
}

function reportOf({ device, waiting, aside }: Tally, missing: number) {
  const oldest = waiting.map(({ at }) => at).sort((one, other) => Date.parse(one) - Date.parse(other))[0];
  return {
    sent_at: new Date().toISOString(),
    seq: device.seq,
    waiting: waiting.length,
    refused: aside.length,
    oldest_at: oldest ?? null,
    unexplained: missing,
    since: device.floor ?? 1,
  };
}

/** Do what can be done about a difference; true where it is worth comparing again. */
async function mend(found: Found, holder: Sender): Promise<boolean> {
  if (found.foreign) {
    log.warn("this phone's numbers are known beyond its memory: it goes on under a new id");
    await renewDevice(found.device);
    return true;
  }
  const own = found.again.filter((event) => isOf(event, holder));
  if (own.length === 0 || isMended) return false;
  isMended = true;
  log.warn(`the server has lost ${own.length} delivered events: they are sent again`);
  await bringBack(own);
  await look();
  await flush();
  return true;
}
