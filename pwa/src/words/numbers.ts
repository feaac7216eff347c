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
  for (; end < tokens.length; end++) {
    const token = tokens[end];
    if (token?.kind !== "word") {
      if (token?.norm === "-" && parts.length && token.glued) continue;
      break;
    }
    const read = partsOf(token.norm, words);
    if (read) parts.push(...read);
    else if (!(isLink(token.norm) && parts.length && partsOf(tokens[end + 1]?.norm ?? "", words))) break;
  }
  while (end > start && tokens[end - 1]?.kind === "mark") end--;
  if (parts.length === 0) return null;
  const value = sum(parts);
  return value === null ? null : { value, end };
}

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
    if (part >= 100) last = Math.max(last, 1) * part;
    else if (last === 4 && part === 20) last = 80;
    else if (last > 0 && last < 10 && part < 10) return null;
    else last += part;
    if (part >= 1000) {
      total += last;
      last = 0;
    }
  }
  return total + last;
}
