/** The shared phone that this is, where it is one: who may take it, who has it, and whether it is locked. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { changePhone, type KeptPhone, ownedBy, readPhone } from "../db";
import type { Session } from "../lib/api";
import { log } from "../lib/log";
import { showKey } from "../lib/net";

const kept = signal<KeptPhone | null>(null);
const shut = signal(false);
const why = signal<LockReason>("handed");

/** Handed over on purpose; left untouched; its session over; or to show the server a code that only the phone has seen. */
export type LockReason = "handed" | "idle" | "ended" | "unseen";

/** Null on a phone of one's own. */
export const phone: ReadonlySignal<KeptPhone | null> = kept;
/** Nobody has the shared phone; what is in the page's memory belongs to who had it last, and nothing of it is shown. */
export const locked: ReadonlySignal<boolean> = shut;
const soon = signal(false);
/** The phone locks itself in a moment. */
export const lockingSoon: ReadonlySignal<boolean> = soon;
export const warn = (next: boolean): void => {
  soon.value = next;
};

export const lockReason: ReadonlySignal<LockReason> = why;
/** The turn was opened without the server: it is not sent for until the code has been seen there too. */
export const unconfirmed = computed(() => kept.value !== null && !shut.value && kept.value.key === null);

const MINUTE_MS = 60_000;
/** Further back than this, the clock was set back. */
const SLACK_MS = MINUTE_MS;

/** Read which shared phone this is. Gives the turn that goes on, or nothing where the phone was left for too long. */
export async function startPhone(held: Session | undefined): Promise<Session | undefined> {
  kept.value = (await readPhone()) ?? null;
  if (!kept.value) return held;
  void bringTurns().then(
    ({ startTurns }) => startTurns(),
    (cause: unknown) => log.error("turns not started", cause),
  );
  if (!held || wasLeft(kept.value)) {
    shut.value = true;
    return undefined;
  }
  ownedBy(held.person.id);
  showKey(kept.value.key);
  return held;
}

function wasLeft({ touched_at, lock_minutes }: KeptPhone): boolean {
  const away = Date.now() - Date.parse(touched_at);
  return away > lock_minutes * MINUTE_MS || away < -SLACK_MS;
}

/** Taking, locking and leaving a shared phone: code that phones of one's own never need. */
export const bringTurns = () => import("./turns");

export const showPhone = (next: KeptPhone | null): void => {
  kept.value = next;
};

export const showLocked = (next: boolean): void => {
  shut.value = next;
};

/** Change what is kept of the phone, and show it; without storage it lasts as long as the page. */
export async function alter(change: (phone: KeptPhone) => KeptPhone): Promise<void> {
  const before = kept.peek();
  if (before) kept.value = change(before);
  await changePhone(change).catch((cause: unknown) => log.error("the shared phone is not kept", cause));
}

/** Lock the shared phone: the next one chooses a name and types a code. Nothing on a phone of one's own. */
export async function lock(reason: LockReason = "handed"): Promise<void> {
  if (!kept.peek() || shut.peek()) return;
  why.value = reason;
  // At once, whatever comes later: what was on the screen is gone before the phone is out of the hand.
  shut.value = true;
  await bringTurns().then(({ afterLock }) => afterLock());
}
