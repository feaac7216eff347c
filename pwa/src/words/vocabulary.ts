/** The lexicon of a language made ready for reading: phrases by their words, words by their stem, words to compare with. */

import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import SearchableMap from "minisearch/SearchableMap";
import type { Lang, Meaning, Table } from "./types";

const STEMMERS: Record<Lang, (word: string) => string> = {
  fr: french,
  en: english,
  de: german,
  it: italian,
  es: spanish,
};

/** One word further in a phrase. */
export interface Node {
  next: Map<string, Node>;
  means?: Meaning;
}

export interface Vocabulary {
  lang: Lang;
  table: Table;
  /** Every word of every phrase, and all of them in order. */
  words: ReadonlySet<string>;
  ordered: readonly string[];
  stem: (word: string) => string;
  unlike: ReadonlySet<string>;
  numbers: ReadonlyMap<string, number>;
  /** What was worked out of the table when it was first needed. */
  kept: {
    nodes: Map<string, Node>;
    stems: Map<string, string>;
    /** Words long enough to be recognised with a slip, and how many of all words are in. */
    close: SearchableMap<true>;
    closed: number;
    /** Readings of words that were met before, with and without slips. */
    exact: Map<string, readonly Reading[]>;
    near: Map<string, readonly Reading[]>;
  };
}

/** A written word of fewer letters is no form of another; one of the lexicon may have one less: "rote" is rot, "hats" is hat. */
const SHORTEST_STEM = 4;
const SHORTEST_CLOSE = 5;
const LEAST_SHARED = 3;

/** A language ready to be read; the rest is worked out when a word needs it. */
export function makeVocabulary(table: Table, lang: Lang): Vocabulary {
  const ordered = [...Object.keys(table.phrases), ...table.further].sort();
  return {
    lang,
    table,
    words: new Set(ordered),
    ordered,
    stem: STEMMERS[lang],
    unlike: new Set(table.unlike),
    numbers: new Map(Object.entries(table.numbers)),
    kept: {
      nodes: new Map(),
      stems: new Map(),
      close: new SearchableMap(),
      closed: 0,
      exact: new Map(),
      near: new Map(),
    },
  };
}

/** Where the phrases go on that begin with this word. */
export function firstNode({ table, kept }: Vocabulary, word: string): Node | undefined {
  const known = kept.nodes.get(word);
  if (known || !Object.hasOwn(table.phrases, word)) return known;
  const [alone, ...further] = table.phrases[word] ?? [];
  const node = makeNode(table.means[Number(alone)]);
  for (let i = 0; i + 1 < further.length; i += 2) {
    const last = String(further[i]).split(" ").reduce(into, node);
    const means = table.means[Number(further[i + 1])];
    if (means) last.means = means;
  }
  kept.nodes.set(word, node);
  return node;
}

const makeNode = (means: Meaning | undefined): Node => (means ? { next: new Map(), means } : { next: new Map() });

function into(node: Node, word: string): Node {
  const next = node.next.get(word) ?? makeNode(undefined);
  node.next.set(word, next);
  return next;
}

/** Put the next words in that can be recognised with a slip; true while there are more. */
export function closeMore({ ordered, kept }: Vocabulary, count: number): boolean {
  const until = Math.min(kept.closed + count, ordered.length);
  for (; kept.closed < until; kept.closed++) {
    const word = ordered[kept.closed] ?? "";
    if (word.length >= SHORTEST_CLOSE && /^[a-z]+$/.test(word)) kept.close.set(word, true);
  }
  return kept.closed < ordered.length;
}

function stemOf(vocabulary: Vocabulary, word: string): string {
  let stem = vocabulary.kept.stems.get(word);
  if (stem === undefined) {
    stem = vocabulary.stem(word);
    vocabulary.kept.stems.set(word, stem);
  }
  return stem;
}

/** Stems of one word share all letters but the last two at most, and never fewer than three: two where the stem has no more
 * ("boi" of boy). */
const sharedBy = (stem: string): string =>
  stem.slice(0, Math.max(Math.min(LEAST_SHARED, stem.length - 1), stem.length - 2));

/** The words of the lexicon with this stem. */
function wordsWithStem(vocabulary: Vocabulary, stem: string): string[] {
  const words = vocabulary.ordered;
  const start = sharedBy(stem);
  const found: string[] = [];
  for (let at = firstFrom(words, start); words[at]?.startsWith(start); at++) {
    const word = words[at] as string;
    if (word.length >= LEAST_SHARED && stemOf(vocabulary, word) === stem) found.push(word);
  }
  return found;
}

/** Where in the ordered words those begin that are not before this one. */
function firstFrom(words: readonly string[], least: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The doubt of a word that is read as a slip of another. */
export const SLIP = 2;

/** A word of the vocabulary that a written word can stand for, and how sure that is: 0 the same, 1 the stem, 2 a slip. */
export type Reading = readonly [word: string, doubt: number];

/** Words kept with what they can stand for: the same ones come again, in every sentence and at every step through it. */
const MOST_KEPT = 3000;

/** The words that a written one can stand for, the same word first. */
export function readings(vocabulary: Vocabulary, word: string, slips: boolean): readonly Reading[] {
  const kept = slips ? vocabulary.kept.near : vocabulary.kept.exact;
  const known = kept.get(word);
  if (known) return known;
  const found = readAnew(vocabulary, word, slips);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, found);
  return found;
}

function readAnew(vocabulary: Vocabulary, word: string, slips: boolean): Reading[] {
  const found: Reading[] = vocabulary.words.has(word) ? [[word, 0]] : [];
  found.push(...formsOf(vocabulary, word));
  const meant = found.length === 0 && slips ? slipOf(vocabulary, word) : null;
  return meant ? [[meant, SLIP]] : found;
}

/** Other forms of the word: plurals, feminines. */
function formsOf(vocabulary: Vocabulary, word: string): Reading[] {
  if (word.length < SHORTEST_STEM || vocabulary.unlike.has(word)) return [];
  // A stem keeps the first letters: most words of another language are done with here.
  const start = word.slice(0, LEAST_SHARED);
  if (!vocabulary.ordered[firstFrom(vocabulary.ordered, start)]?.startsWith(start)) return [];
  return wordsWithStem(vocabulary, vocabulary.stem(word))
    .filter((form) => form !== word)
    .map((form) => [form, 1] as const);
}

/** Letters that may differ: none in short words, two only in long ones. */
const allowed = (length: number): number => (length < SHORTEST_CLOSE ? 0 : length < 9 ? 1 : 2);

/** The one word that this is a slip of, or null: two that are as close are none. */
function slipOf(vocabulary: Vocabulary, word: string): string | null {
  if (vocabulary.unlike.has(word) || vocabulary.numbers.has(word)) return null;
  const swapped = swaps(word).filter((other) => vocabulary.words.has(other) && other.length >= SHORTEST_CLOSE);
  if (swapped.length) return swapped.length === 1 ? (swapped[0] ?? null) : null;
  const most = allowed(word.length);
  if (most === 0) return null;
  while (closeMore(vocabulary, Number.POSITIVE_INFINITY));
  const near = [...vocabulary.kept.close.fuzzyGet(word, most)].map(
    ([other, [, distance]]) => [other, distance] as const,
  );
  const best = Math.min(...near.map(([, distance]) => distance));
  const closest = near.filter(([other, distance]) => distance === best && isLikely(word, other));
  return oneStem(vocabulary, closest);
}

/** A slip seldom hits the first letter: "solaire" is not polaire. */
const isLikely = (word: string, other: string): boolean =>
  word[0] === other[0] && (word.length > SHORTEST_CLOSE || doubles(word, other));

/** In a short word only a letter that is missing inside: "giaca" is giacca, "jaket" is jacket, "pente" is not tente. */
const doubles = (word: string, other: string): boolean =>
  other.length === word.length + 1 && other[0] === word[0] && other.at(-1) === word.at(-1);

/** Forms of one word are as good as one. */
function oneStem(vocabulary: Vocabulary, words: readonly (readonly [string, number])[]): string | null {
  const stems = new Set(words.map(([word]) => stemOf(vocabulary, word)));
  return stems.size === 1 ? (words[0]?.[0] ?? null) : null;
}

/** The word with two neighbouring letters exchanged. */
function swaps(word: string): string[] {
  if (word.length < SHORTEST_CLOSE) return [];
  const made: string[] = [];
  for (let i = 0; i + 1 < word.length; i++)
    if (word[i] !== word[i + 1]) made.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  return made;
}
