/** What time it is: by the phone's clock, put right by the server where it is plainly wrong. */

/** Less is no wrong clock: answers take their time, and the server says whole seconds. */
const TOLERATED_MS = 120_000;

let offset = 0;

/** Hear the time of an answer (its Date header). One that was kept on the way (with an Age) says nothing of now. */
export function hearTime(headers: Headers): void {
  const said = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(said) || headers.has("age")) return;
  const apart = said - Date.now();
  offset = Math.abs(apart) > TOLERATED_MS ? apart : 0;
}

/** Milliseconds since 1970. */
export const nowMs = (): number => Date.now() + offset;

/** RFC 3339, UTC. */
export const nowIso = (): string => new Date(nowMs()).toISOString();
