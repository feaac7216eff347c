/** What the customer's words are read with, and what comes out. Offsets count UTF-16 units of the text. */
import type { Answers } from "../catalogue/types";

export type Lang = "fr" | "en" | "de" | "it" | "es";
export const LANGS: readonly Lang[] = ["fr", "en", "de", "it", "es"];

/** Answers of which a customer gives one. */
export type ChoiceKey =
  | "wanted"
  | "activity"
  | "weather"
  | "effort"
  | "duration"
  | "nights_in"
  | "audience"
  | "colour"
  | "humid";

/**
 * A wish. `soft`: liked, not required; `refuses`: a refusal by itself ("vegan"); `steady`: no negation turns it round
 * ("pour ne pas avoir froid").
 */
export interface Wish {
  kind: "wish";
  ids: string[];
  form: "feature" | "quality";
  soft?: boolean;
  refuses?: boolean;
  steady?: boolean;
}

/** What a phrase says. A phrase has one meaning; the sections of the data files make them. */
export type Meaning =
  /** One or several answers. `beside`: the wish it says where another piece is named; `grown`: the audience of a son of 20. */
  | { kind: "answers"; says: Partial<Record<ChoiceKey, string>>; beside?: Wish; grown?: string; wish?: string }
  /** A thing that a piece has or has not ("capuche"), or how it is ("léger"); soft ones are liked, not required. */
  | Wish
  /** "lourd": says something only where it is refused. */
  | { kind: "opposite"; id: string }
  | { kind: "season"; season: "winter" | "summer" }
  /** A word that steers its neighbours: negation, limit, unit, filler. */
  | { kind: "role"; role: string }
  | { kind: "size"; size: string };

/** The compiled lexicon of one language: folded as a sentence is, so that nothing is worked out on the phone. */
export interface Table {
  means: Meaning[];
  /** By the first word: what it means alone (−1: nothing), then in turn further words and what they mean with it. */
  phrases: Record<string, (number | string)[]>;
  /** The words that begin no phrase. */
  further: string[];
  /** Number words and their values. */
  numbers: Record<string, number>;
  /** Words that look like ours and are not: no slip of the finger is seen in them. */
  unlike: string[];
}

export interface Lexicon {
  languages: Record<Lang, Table>;
  /** A piece with an activity right beside it is a piece of its own: trousers, ski touring. */
  made_for: Record<string, Record<string, string>>;
  /** Categories of each group. */
  groups: Record<string, string[]>;
  /** What refusing an answer says: no down jacket, no down; no rain, dry. */
  refused: Record<string, { wish?: string; weather?: string }>;
  /** The kind of size of each piece: shoe, hand, garment. */
  kinds: Record<string, string>;
  /** Wishes that say something else of some pieces. */
  in_piece: Record<string, { wish: string; pieces: string[] }>;
  /** Activities that are always in winter. */
  winter: string[];
}

export interface Token {
  /** As the customer wrote it. */
  text: string;
  /** Without accents, in small letters; a number in digits with a point. */
  norm: string;
  kind: "word" | "number" | "mark";
  from: number;
  to: number;
  /** No space before. */
  glued: boolean;
  /** Part of a word with an apostrophe: l’, d’, ’s. */
  elided: boolean;
}

/** A piece of the sentence: a phrase of the lexicon, a number, a mark, or a word that nobody knows. */
export interface Item {
  kind: "phrase" | "number" | "mark" | "unknown";
  /** First token, and the one after the last. */
  start: number;
  end: number;
  from: number;
  to: number;
  means?: Meaning | undefined;
  /** For a number. */
  value?: number;
  /** For a number in words: it only counts with a unit or a limit. */
  spelled?: boolean;
  /** The mark or the word. */
  norm?: string;
  /** Read already by a rule that goes before: nothing else takes it. */
  used?: boolean;
  /** Shown as not understood, whatever it could mean. */
  left?: boolean;
}

export interface Found {
  /** The customer's own words. */
  text: string;
  from: number;
  to: number;
  key: keyof Answers;
  value: string | number | boolean;
}

export interface Understood {
  answers: Answers;
  /** Words that were not understood, as written, in their order. */
  rest: string[];
  found: Found[];
  /** Names of pieces of the catalogue, to look them up. */
  names: { text: string; from: number; to: number }[];
  lang: Lang;
}
