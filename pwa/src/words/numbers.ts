/** Numbers in words: "vingt-cinq", "fünfundzwanzig", "centocinquanta". */
import type { Token } from "./types";

export interface Spelled {
  value: number;
  /** The token after the last one. */
  end: number;
}

/** Read the number in words that begins at this token, or null. */
export function spelledAt(tokens: readonly Token[], start: number, words: ReadonlyMap<string, number>): Spelled | null {
  const parts: number[] = [];
  let end = start;
  for (let at = start; at < tokens.length; at++) {
    const read = wordAt(tokens, at, words);
    if (read) {
      parts.push(...read);
      end = at + 1;
    } else if (at > end || !isBetween(tokens[at])) break;
  }
  const value = parts.length ? sum(parts) : null;
  return value === null ? null : { value, end };
}

const wordAt = (tokens: readonly Token[], at: number, words: ReadonlyMap<string, number>): number[] | null =>
  tokens[at]?.kind === "word" ? partsOf(tokens[at]?.norm ?? "", words) : null;

/** A hyphen or an "and" inside a number; what follows must be a part of it too. */
const isBetween = (token: Token | undefined): boolean =>
  token !== undefined && (token.norm === "-" ? token.glued : isLink(token.norm));

const isLink = (word: string): boolean => word === "et" || word === "and" || word === "y" || word === "e";

/** The numbers a word is made of; German and Italian write them in one. */
function partsOf(word: string, words: ReadonlyMap<string, number>): number[] | null {
  const whole = words.get(word);
  if (whole !== undefined) return [whole];
  for (let cut = word.length - 2; cut > 1; cut--) {
    const head = words.get(word.slice(0, cut));
    if (head === undefined) continue;
    const rest = partsOf(word.slice(cut).replace(/^und/, ""), words);
    if (rest) return [head, ...rest];
  }
  return null;
}

/** 3, 100, 50 → 350; 4, 20, 10 → 90; 5, 20 → 25. Null where the words make no number: "one two". */
function sum(parts: readonly number[]): number | null {
  let total = 0;
  let last = 0;
  for (const part of parts) {
    const next = joined(last, part);
    if (next === null) return null;
    last = next;
    if (part < 1000) continue;
    total += last;
    last = 0;
  }
  return total + last;
}

function joined(last: number, part: number): number | null {
  if (part >= 100) return Math.max(last, 1) * part;
  if (last === 4 && part === 20) return 80;
  return last > 0 && last < 10 && part < 10 ? null : last + part;
}
