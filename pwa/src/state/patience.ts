/** How long the sender waits between two tries, and how much one request may carry on a line as bad as this. */
import { NetError } from "../lib/net";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A request holds one event then. */
const MOST_HALVINGS = 9;
/** Said by a server that has read the request: the line carried it, and smaller ones would only be more of them. */
const NOT_THE_LINE = new Set([401, 403, 429]);

/** Tries in a row that brought nothing: the wait grows with them. */
let failures = 0;
/** How often the requests are halved: bad lines carry small ones. */
let halvings = 0;
/** The server asked not to be asked before (`performance.now()`: a clock that is set changes nothing). */
let notBefore = 0;

export const isImpatient = (): boolean => failures > 0;
export const halved = (): number => halvings;
/** Whether the server asked for silence: a person's own tap may break it, nothing else. */
export const isToldToWait = (): boolean => performance.now() < notBefore;

export function noteFailure(cause: unknown): void {
  failures += 1;
  const answer = cause instanceof NetError ? cause : null;
  if (!NOT_THE_LINE.has(answer?.status ?? 0)) halvings = Math.min(MOST_HALVINGS, halvings + 1);
  // Who asks for an hour may be a stranger on the way: what is recorded does not wait so long for one answer.
  if (answer?.retryAfterMs) notBefore = performance.now() + Math.min(LONGEST_WAIT_MS, answer.retryAfterMs);
}

/** Where every second answer is lost, neither waits may grow without end nor requests stay small. */
export function noteArrival(): void {
  failures = 0;
  halvings = Math.floor(halvings / 2);
  notBefore = 0;
}

/** All was sent, or all that this session may send: then some of it waits for another one. */
export function notePass(isAll: boolean): void {
  failures = isAll ? 0 : failures + 1;
  halvings = 0;
}

/** What failed without a network says nothing of the one that is there now. */
export function beginAfresh(): void {
  failures = 0;
}

/** Return how long to wait, in milliseconds, with some chance in it so that a shop's phones do not come back as one. */
export function pause(): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
  return Math.max(longest / 2 + (Math.random() * longest) / 2, notBefore - performance.now());
}
