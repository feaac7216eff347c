/** What time it is: by the phone's clock, put right by the server where it is plainly wrong. */

import { signal } from "@preact/signals";

/** Less is no wrong clock: answers take their time, and the server says whole seconds. */
const TOLERATED_MS = 120_000;

/** "Just now" must not stand there for hours on a screen that nobody touches. */
const TICK_MS = 30_000;

let offset = 0;
const tick = signal(0);

/** Let what says how old it is say so again as time goes by. */
export function startClock(): void {
  const turn = (): void => {
    if (document.visibilityState === "visible") tick.value += 1;
  };
  setInterval(turn, TICK_MS);
  document.addEventListener("visibilitychange", turn);
}

/** Hear the time of an answer (its Date header). One that was kept on the way (with an Age) says nothing of now. */
export function hearTime(headers: Headers): void {
  const said = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(said) || headers.has("age")) return;
  const apart = said - Date.now();
  offset = Math.abs(apart) > TOLERATED_MS ? apart : 0;
}

/** Milliseconds since 1970. A screen that asks is drawn again as time goes by. */
export function nowMs(): number {
  tick.value;
  return Date.now() + offset;
}

/** RFC 3339, UTC. */
export const nowIso = (): string => new Date(Date.now() + offset).toISOString();
