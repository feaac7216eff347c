/** What the advice knows as the rows of one table, and which of them are shown. */
import type { KnownLine } from "../../../lib/apiKnowledge";
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

/** Shorter words are cut nowhere: "sac", "30". */
const SHORT = 4;
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/’/g, "'").toLowerCase();

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

/** A word begins with it; a figure is the whole figure. */
function pattern(word: string): RegExp {
  const isFigure = /^\d+$/.test(word);
  const known = found.get(word) ?? new RegExp(isFigure ? `(?:^|\\D)${word}(?!\\d)` : `(?:^|\\P{L})${word}`, "u");
  found.set(word, known);
  return known;
}

export const countIn = (text: string, words: readonly string[]): number => {
  const said = plain(text);
  return words.filter((word) => pattern(word).test(said)).length;
};

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
  const words = wordsOf(search);
  if (words.length === 0) return { rows: inside, near: false };
  const counted = inside.map((row) => ({ row, count: countIn(textOf(row), words) }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return {
    rows: most === 0 ? [] : counted.filter(({ count }) => count === most).map(({ row }) => row),
    near: most > 0 && most < words.length,
  };
}
