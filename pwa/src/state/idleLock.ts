/** A shared phone that nobody touches locks itself, and says so before. */
import { computed, effect } from "@preact/signals";
import { log } from "../lib/log";
import { alter, lock, locked, lockingSoon, phone, warn } from "./phone";

/** How long before the lock it is said: time to read it and to touch the screen (WCAG 2.2.1). */
export const WARNING_MS = 20_000;
/** How exactly a start after a crash knows when the phone was last touched. */
const KEEP_EVERY_MS = 30_000;
const MINUTE_MS = 60_000;
/** The finger is still down: the word stays until it is lifted, or the tap would hit what lies below. */
export const RELEASE_MS = 400;
const TOUCHES = ["pointerdown", "keydown", "input", "wheel", "touchmove"] as const;

/** Somebody has the phone. */
const isHeld = computed(() => phone.value !== null && !locked.value);
let last = { wall: 0, running: 0 };
let keptAt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Watch from now on, whenever somebody has the phone. Returns how to stop. */
export function startIdleLock(): () => void {
  for (const name of TOUCHES) addEventListener(name, touched, { capture: true, passive: true });
  const look = () => (document.visibilityState === "visible" ? check() : keep());
  document.addEventListener("visibilitychange", look);
  for (const name of ["pageshow", "focus"]) addEventListener(name, look);
  mark();
  const stopWatching = effect(() => {
    clearTimeout(timer);
    warn(false);
    if (isHeld.value) begin();
  });
  return () => {
    stopWatching();
    clearTimeout(timer);
    for (const name of TOUCHES) removeEventListener(name, touched, true);
    document.removeEventListener("visibilitychange", look);
    for (const name of ["pageshow", "focus"]) removeEventListener(name, look);
  };
}

function begin(): void {
  mark();
  check();
}

function mark(): void {
  last = { wall: Date.now(), running: performance.now() };
}

function touched(): void {
  if (!isHeld.peek()) return;
  // Too late: whoever picks a phone up must not be let in by the touch that wakes it.
  const isLate = idle() >= allowed();
  if (!isLate) mark();
  if (isLate) check();
  else if (lockingSoon.peek()) {
    clearTimeout(timer);
    timer = setTimeout(check, RELEASE_MS);
  }
  if (!isLate && Date.now() - keptAt > KEEP_EVERY_MS) keep();
}

/** By whichever clock says more: one may be set back, the other stands still while the phone sleeps. */
const idle = (): number => Math.max(Date.now() - last.wall, performance.now() - last.running);
const allowed = (): number => (phone.peek()?.lock_minutes ?? Number.POSITIVE_INFINITY) * MINUTE_MS;

/** How long until the phone locks itself, if nobody touches it. */
export const untilLockMs = (): number => allowed() - idle();

function check(): void {
  clearTimeout(timer);
  if (!isHeld.peek()) return;
  const left = untilLockMs();
  if (left <= 0) {
    void lock("idle");
    return;
  }
  warn(left <= WARNING_MS);
  timer = setTimeout(check, lockingSoon.peek() ? left : left - WARNING_MS);
}

function keep(): void {
  if (!isHeld.peek()) return;
  keptAt = Date.now();
  const touched_at = new Date(last.wall).toISOString();
  alter((kept) => ({ ...kept, touched_at })).catch((cause: unknown) => log.info("the last touch is not kept", cause));
}
