/** What the advice knows as the rows of one table, and which of them are shown. */
import type { KnownLine } from "../../../lib/apiKnowledge";
import { plain } from "../../../lib/plain";
import { isDrafted, isRefused } from "./draft";

export interface Sieve {
  search: string;
  part: string;
  family: string;
  state: string;
}

export interface Sifted {
  rows: readonly KnownLine[];
  /** No row has all the words: these have the most of them. */
  near: boolean;
}

/** What comes nearest, and what tells at least this share of it. */
const NEAR = 0.7;
/** Shorter words are cut nowhere: "sac", "30". */
const SHORT = 4;
/**
 * The words of a question that tell anything, without their endings: "raquettes" also finds "raquette", "hike" "hiking".
 *
 * Of a sentence ("why 30 l for a day hike?") words of one or two letters tell nothing, figures do.
 */
export function wordsOf(search: string): string[] {
  return plain(search)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word.length > 2 || /^\d+$/.test(word))
    .map((word) => (word.length >= SHORT && !/^\d+$/.test(word) ? word.slice(0, -1) : word));
}

const found = new Map<string, RegExp>();
/** So many letters make a word's beginning tell: "rando" is found by "randonnée". */
const BEGINNING = 5;

/** A word that begins with it, or that is its beginning; a figure is the whole figure. */
function pattern(word: string): RegExp {
  const known = found.get(word) ?? new RegExp(isFigure(word) ? `(?:^|\\D)${word}(?!\\d)` : alike(word), "u");
  found.set(word, known);
  return known;
}

const isFigure = (word: string): boolean => /^\d+$/.test(word);

function alike(word: string): string {
  const beginnings = Array.from({ length: Math.max(0, word.length - BEGINNING) }, (_, i) =>
    word.slice(0, BEGINNING + i),
  );
  const shorter = beginnings.length > 0 ? `|(?:${beginnings.join("|")})(?!\\p{L})` : "";
  return `(?:^|\\P{L})(?:${word}${shorter})`;
}

/**
 * The lines that have all the words, else those that come near: a word that few lines have tells more than one that
 * many have. The nearest come first.
 */
export function nearest<T>(
  lines: readonly T[],
  textOf: (line: T) => string,
  search: string,
): { found: T[]; near: boolean } {
  const words = wordsOf(search);
  if (words.length === 0) return { found: [...lines], near: false };
  const texts = lines.map((line) => plain(textOf(line)));
  const hits = words.map((word) => texts.map((text) => pattern(word).test(text)));
  const weights = hits.map((hit) => Math.log((lines.length + 1) / (1 + hit.filter(Boolean).length)));
  const scored = lines.map((line, i) => ({
    line,
    all: hits.every((hit) => hit[i]),
    score: hits.reduce((sum, hit, word) => sum + (hit[i] ? (weights[word] ?? 0) : 0), 0),
  }));
  const whole = scored.filter(({ all }) => all);
  const most = Math.max(0, ...scored.map(({ score }) => score));
  const near = scored.filter(({ score }) => most > 0 && score >= NEAR * most);
  const best = whole.length > 0 ? whole : near.sort((one, other) => other.score - one.score);
  return { found: best.map(({ line }) => line), near: whole.length === 0 && best.length > 0 };
}

const textOf = ({ id, name, when, about }: KnownLine): string => [id, name, when, about].join(" ");

function inState({ part, id, otherwise, on, behind }: KnownLine, state: string): boolean {
  if (state === "drafted") return isDrafted(part, id) || isRefused(part, id);
  if (state === "changed") return otherwise;
  if (state === "behind") return behind.length > 0;
  return state !== "off" || !on;
}

/** The rows that are left: those with all the words, else those with the most of them. */
export function sifted(rows: readonly KnownLine[], { search, part, family, state }: Sieve): Sifted {
  const inside = rows.filter(
    (row) =>
      (part === "" || row.part === part) && (family === "" || row.families.includes(family)) && inState(row, state),
  );
  const { found: best, near } = nearest(inside, textOf, search);
  return { rows: best, near };
}
