/** How long the sender waits between two tries, and how much one request may carry on a line as bad as this. */

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A request holds one event then. */
const MOST_HALVINGS = 9;

/** Tries in a row that brought nothing: the wait grows with them. */
let failures = 0;
/** How often the requests are halved: bad lines carry small ones. */
let halvings = 0;

export const isImpatient = (): boolean => failures > 0;
export const halved = (): number => halvings;

export function noteFailure(): void {
  failures += 1;
  halvings = Math.min(MOST_HALVINGS, halvings + 1);
}

/** Where every second answer is lost, neither waits may grow without end nor requests stay small. */
export function noteArrival(): void {
  failures = 0;
  halvings = Math.floor(halvings / 2);
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
  return longest / 2 + (Math.random() * longest) / 2;
}
