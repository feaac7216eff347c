/** How long to wait before asking again. */

/** Stock moves all day: this often while somebody is looking, and everything is in order. */
const EVERY_MS = 60_000;
/** On a line that is paid for by the byte, or that the owner of the phone wants spared. */
const SPARING_MS = 300_000;
const FIRST_MS = 5_000;
const LONGEST_MS = 300_000;

export interface Course {
  /** How often in a row it went wrong. */
  failures: number;
  /** The phone is to save data. */
  sparing: boolean;
  /** What the server asked for with Retry-After. */
  retryAfterMs?: number | null;
}

/**
 * Return the milliseconds until the next try, with some chance in it so that a shop's phones do not come as one.
 *
 * After a failure soon, then later each time; never sooner than the server asked for, and never later than in five minutes.
 */
export function waitMs({ failures, sparing, retryAfterMs }: Course, chance = Math.random()): number {
  const regular = sparing ? SPARING_MS : EVERY_MS;
  const after = failures > 0 ? Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)) : regular;
  const wait = after * (failures > 0 ? 0.5 + chance / 2 : 0.9 + chance / 5);
  return Math.max(wait, Math.min(retryAfterMs ?? 0, LONGEST_MS));
}

/** True where the phone, or its owner, wants data to be saved; Safari and Firefox do not say. */
export function isSparing(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
