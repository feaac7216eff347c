/** Numbers in words: "vingt-cinq", "fünfundzwanzig", "centocinquanta". */
import type { Token } from "./types";

export interface Spelled {
  value: number;
  /** The token after the last one. */
  end: number;
}

export interface NumberWords {
  lang: string;
  numbers: ReadonlyMap<string, number>;
}

/** Thousands that are counted already, and what is being counted. */
interface Sum {
  total: number;
  last: number;
}

/** Read the number in words that begins at this token, or null: the longest one that makes sense. */
export function spelledAt(tokens: readonly Token[], start: number, words: NumberWords): Spelled | null {
  let sum: Sum | null = null;
  let end = start;
  let value = 0;
  for (let at = start; at < tokens.length; at++) {
    const part = wordAt(tokens[at], words.numbers);
    // A hyphen or an "and" inside a number: what follows must be a part of it too.
    if (part === null && end > start && end === at && isBetween(tokens[at])) continue;
    sum = part === null ? null : further(sum, part, words.lang);
    if (sum === null) break;
    value = sum.total + sum.last;
    end = at + 1;
  }
  return end > start ? { value, end } : null;
}

const further = (sum: Sum | null, value: number, lang: string): Sum | null =>
  sum ? added(sum, value, lang) : begun(value);

const begun = (value: number): Sum => (value >= 1000 ? { total: value, last: 0 } : { total: 0, last: value });

const isBetween = (token: Token | undefined): boolean =>
  token !== undefined && (token.norm === "-" ? token.glued : isLink(token.norm));

const isLink = (word: string): boolean => word === "et" || word === "and" || word === "y" || word === "e";

function wordAt(token: Token | undefined, words: ReadonlyMap<string, number>): number | null {
  if (token?.kind !== "word") return null;
  const parts = partsOf(token.norm, words);
  return parts && inOne(parts);
}

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

/** 5, 20 → 25; 2, 100, 5, 20 → 225: the parts of one word. */
function inOne(parts: readonly number[]): number {
  let total = 0;
  let last = 0;
  for (const part of parts) {
    last = part >= 100 ? Math.max(last, 1) * part : last + part;
    if (part < 1000) continue;
    total += last;
    last = 0;
  }
  return total + last;
}

/** 100, 50 → 150; 80, 10 → 90. Null where the words make no number: "one two", "vingt trente". */
function added({ total, last }: Sum, part: number, lang: string): Sum | null {
  if (part >= 1000) return total > 0 ? null : { total: Math.max(last, 1) * part, last: 0 };
  if (part >= 100) return last < 10 ? { total, last: Math.max(last, 1) * part } : null;
  const next = below100(last, part, lang);
  return next === null ? null : { total, last: next };
}

function below100(last: number, part: number, lang: string): number | null {
  const rest = last % 100;
  if (rest === 0 || isTens(rest, part)) return last + part;
  if (rest === 4 && part === 20) return last - rest + 80;
  return last < 10 && part >= 10 ? besideDigit(last, part, lang) : null;
}

/** "vingt-cinq", and "soixante-dix", "quatre-vingt-douze". */
const isTens = (rest: number, part: number): boolean =>
  rest >= 20 && rest % 10 === 0 && part < (rest === 60 || rest === 80 ? 20 : 10);

/** "two fifty" is 250; "une trentaine" is 30. */
const besideDigit = (last: number, part: number, lang: string): number | null =>
  lang === "en" ? last * 100 + part : last === 1 ? part : null;
