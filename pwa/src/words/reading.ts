/** A sentence while it is read: its items, and what has been understood so far. */
import type { Answers } from "../catalogue/types";
import type { Item, Lexicon, Token } from "./types";

/** One thing that was said, before it is weighed against the others. */
export interface Said {
  key: keyof Answers;
  value: string | number | boolean;
  /** First item and the one after the last. */
  start: number;
  end: number;
  /** It came with something else, and gives way to what is said for itself. */
  weak?: boolean;
}

export interface Reading {
  text: string;
  tokens: readonly Token[];
  items: Item[];
  lexicon: Lexicon;
  said: Said[];
  /** Items after which what was said before no longer holds: "non, plutôt…". */
  corrections: number[];
}

/** The role of an item, or null. */
export function roleOf(item: Item | undefined): string | null {
  return item?.means?.kind === "role" ? item.means.role : null;
}

export const isRole = (item: Item | undefined, ...roles: string[]): boolean => {
  const role = roleOf(item);
  return role !== null && roles.includes(role);
};

/** Small words that only stand between others. */
export const isSmall = (item: Item | undefined): boolean =>
  isRole(item, "filler", "to", "in", "size_weak", "and", "of", "age", "is_age") ||
  (item?.spelled === true && item.value === 1);

/** The nearest item before `at` that is no small word; −1 where there is none. */
export function before(items: readonly Item[], at: number): number {
  let found = at - 1;
  while (isSmall(items[found]) || items[found]?.norm === ":") found--;
  return found;
}

/** The nearest item after `at` that is no small word. */
export function after(items: readonly Item[], at: number): number {
  let found = at + 1;
  while (isSmall(items[found])) found++;
  return found;
}

/** Marks at which a thought ends. A hyphen or a slash holds it together. */
export const isBreak = (item: Item | undefined): boolean =>
  item === undefined || (item.kind === "mark" && /^[.,;:!?()…\n[\]]$/.test(item.norm ?? ""));

/** Keep what was said, and let nothing else read these items. */
export function say(reading: Reading, said: Said): void {
  reading.said.push(said);
  use(reading, said.start, said.end);
}

export function use(reading: Reading, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    const item = reading.items[at];
    if (item) item.used = true;
  }
}

/** Show these items as not understood. */
export function leave(reading: Reading, start: number, end: number): void {
  use(reading, start, end);
  for (let at = start; at < end; at++) {
    const item = reading.items[at];
    if (item) item.left = true;
  }
}
