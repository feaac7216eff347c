/** The lexicon of a language made ready for reading: phrases in a tree, words by their stem, words to compare with. */

import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { stemmer as german } from "@orama/stemmers/german";
import { stemmer as italian } from "@orama/stemmers/italian";
import { stemmer as spanish } from "@orama/stemmers/spanish";
import SearchableMap from "minisearch/SearchableMap";
import { normalise, tokenise } from "./text";
import type { Lang, Lexicon, Meaning, Table } from "./types";

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
  root: Node;
  /** Every word of every phrase. */
  words: Set<string>;
  /** Words by their stem. */
  stems: Map<string, string[]>;
  stem: (word: string) => string;
  /** Words long enough to be recognised with a slip. */
  close: SearchableMap<true>;
  unlike: Set<string>;
  numbers: Map<string, number>;
  /** Readings of words that were met before, with and without slips. */
  kept: { exact: Map<string, readonly Reading[]>; close: Map<string, readonly Reading[]> };
}

const SHORTEST_STEM = 4;
const SHORTEST_CLOSE = 5;

export function makeVocabulary(lexicon: Lexicon, lang: Lang): Vocabulary {
  const stem = STEMMERS[lang];
  const own = lexicon.languages[lang];
  const vocabulary: Vocabulary = {
    lang,
    root: { next: new Map() },
    words: new Set(),
    stems: new Map(),
    stem,
    close: new SearchableMap(),
    unlike: new Set(own.unlike.map(normalise)),
    numbers: new Map(Object.entries(own.numbers).map(([word, value]) => [normalise(word), value])),
    kept: { exact: new Map(), close: new Map() },
  };
  for (const table of [lexicon.shared, own]) addTable(vocabulary, table);
  for (const word of vocabulary.words) addWord(vocabulary, word);
  return vocabulary;
}

function addTable(vocabulary: Vocabulary, table: Table): void {
  for (const { means, phrases } of table.entries)
    for (const phrase of phrases) for (const words of spellings(phrase, vocabulary.lang)) add(vocabulary, words, means);
}

/** Words of a phrase as they are written: with a hyphen or in one, and umlauts as two letters. */
function spellings(phrase: string, lang: Lang): string[][] {
  const ways = [phrase];
  if (/\p{L}-\p{L}/u.test(phrase)) ways.push(phrase.replace(/-/g, ""));
  if (lang === "de" && /[äöü]/i.test(phrase))
    ways.push(phrase.replace(/[äöü]/gi, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter.toLowerCase()] ?? letter));
  return ways.map(wordsOf);
}

/** Most phrases are plain words: only figures and signs need the whole reading. */
function wordsOf(phrase: string): string[] {
  const plain = normalise(phrase);
  if (/^[a-z' ’-]+$/.test(plain)) return plain.split(/[' ’-]+/).filter(Boolean);
  return tokenise(phrase).flatMap((token) => (token.norm === "-" ? [] : [token.norm]));
}

function add(vocabulary: Vocabulary, words: string[], means: Meaning): void {
  let node = vocabulary.root;
  for (const word of words) {
    let next = node.next.get(word);
    if (!next) {
      next = { next: new Map() };
      node.next.set(word, next);
    }
    node = next;
    vocabulary.words.add(word);
  }
  node.means = means;
}

function addWord(vocabulary: Vocabulary, word: string): void {
  if (word.length >= SHORTEST_CLOSE && /^[a-z]+$/.test(word)) vocabulary.close.set(word, true);
  if (word.length < SHORTEST_STEM) return;
  const stem = vocabulary.stem(word);
  const list = vocabulary.stems.get(stem);
  if (list) list.push(word);
  else vocabulary.stems.set(stem, [word]);
}

/** A word of the vocabulary that a written word can stand for, and how sure that is: 0 the same, 1 the stem, 2 a slip. */
export type Reading = readonly [word: string, doubt: number];

/** Words kept with what they can stand for: the same ones come again, in every sentence and at every step through it. */
const MOST_KEPT = 3000;

/** The words that a written one can stand for, the same word first. */
export function readings(vocabulary: Vocabulary, word: string, slips: boolean): readonly Reading[] {
  const kept = slips ? vocabulary.kept.close : vocabulary.kept.exact;
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
  return meant ? [[meant, 2]] : found;
}

/** Other forms of the word: plurals, feminines. */
function formsOf(vocabulary: Vocabulary, word: string): Reading[] {
  if (word.length < SHORTEST_STEM || vocabulary.unlike.has(word)) return [];
  const forms = vocabulary.stems.get(vocabulary.stem(word)) ?? [];
  return forms.filter((form) => form !== word).map((form) => [form, 1] as const);
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
  const near = [...vocabulary.close.fuzzyGet(word, most)].map(([other, [, distance]]) => [other, distance] as const);
  const best = Math.min(...near.map(([, distance]) => distance));
  const closest = near.filter(([other, distance]) => distance === best && isLikely(word, other, distance));
  return oneStem(vocabulary, closest);
}

/** A slip seldom hits the first letter, and two slips leave most of a word. */
const isLikely = (word: string, other: string, distance: number): boolean =>
  (distance === 1 || word[0] === other[0]) && (word.length > SHORTEST_CLOSE || doubles(word, other));

/** In a short word only a letter that is missing inside: "giaca" is giacca, "jaket" is jacket, "pente" is not tente. */
const doubles = (word: string, other: string): boolean =>
  other.length === word.length + 1 && other[0] === word[0] && other.at(-1) === word.at(-1);

/** Forms of one word are as good as one. */
function oneStem(vocabulary: Vocabulary, words: readonly (readonly [string, number])[]): string | null {
  const stems = new Set(words.map(([word]) => vocabulary.stem(word)));
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
