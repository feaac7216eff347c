/** Which language a sentence is in, and words of the others in it. */
import type { Item, Lang, Token } from "./types";
import { LANGS } from "./types";

/** What the language that was named, or that of the screen, is worth beside the words themselves. */
const NAMED = 2.5;
const SAYS = 1.5;

/** How much of the sentence a language knows. */
function scoreOf(items: readonly Item[]): number {
  let score = 0;
  for (const item of items) {
    if (item.kind !== "phrase") continue;
    const words = item.end - item.start;
    score += item.means?.kind === "role" ? words : words * SAYS;
  }
  return score;
}

/** The languages, best first; `named` wins where it knows about as much as the best. */
export function rankLanguages(read: ReadonlyMap<Lang, Item[]>, named: Lang | null): Lang[] {
  const scores = new Map(LANGS.map((lang) => [lang, scoreOf(read.get(lang) ?? [])]));
  const worth = (lang: Lang) => (scores.get(lang) ?? 0) * (lang === named ? 1.25 : 1) + (lang === named ? NAMED : 0);
  return [...LANGS].sort((a, b) => worth(b) - worth(a));
}

/** A word too short to be recognised in a sentence of another language. */
const SHORTEST = 4;

/** Put the items of another language where the sentence's own language knows nothing. */
export function fillFrom(items: readonly Item[], others: readonly Item[], tokens: readonly Token[]): Item[] {
  const gaps = new Set(items.filter((item) => item.kind === "unknown").map((item) => item.start));
  const fits = others.filter((item) => item.kind === "phrase" && inside(item, gaps) && isClear(item, tokens));
  const says = fits.some((item) => item.means?.kind !== "role");
  const taken = says ? fits : [];
  const covered = new Set(taken.flatMap((item) => range(item.start, item.end)));
  return [...items.filter((item) => !covered.has(item.start)), ...taken].sort((a, b) => a.start - b.start);
}

const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, i) => start + i);
const inside = (item: Item, gaps: ReadonlySet<number>): boolean =>
  range(item.start, item.end).every((at) => gaps.has(at));

/** Small words of a foreign language count only where they refuse or require: "no down" in a French sentence. */
function isClear(item: Item, tokens: readonly Token[]): boolean {
  if (item.means?.kind === "role") return /^(?:not|not_too|must|prefer|filler|of|with)$/.test(item.means.role);
  return tokens.slice(item.start, item.end).some((token) => token.norm.length >= SHORTEST);
}
