/** What the free text of a chart asks: "between sizes take the larger", "the chest decides", "size up over a fleece". */

import { tables } from "./tables";
import type { Level, Way } from "./types";

export interface Rule {
  between?: Way;
  over?: Way;
  close?: Way;
  growth?: Way;
  always?: Way;
  differ?: Way;
  /** The measures that decide when measures disagree, in the order of the text. */
  measures: string[];
  /** The chart gives the length inside the shoe, not that of the foot. */
  inside: boolean;
}

interface Direction {
  way: Way;
  start: number;
  end: number;
}

type Condition = "between" | "over" | "close" | "growth" | "always" | "differ";
type Ways = Partial<Record<Condition, Way>>;
const FIT: Condition[] = ["over", "close", "growth"];

/** A text in lower case, without accents, with straight apostrophes and single spaces. */
export function plain(text: string): string {
  const bare = text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  return bare
    .replace(/\u2019/g, "'")
    .replace(/\s+/g, " ")
    .replace(/^ +| +$/g, "");
}

/** Read a chart's rule, sentence by sentence; what is not understood changes nothing. */
export function readRule(text: string): Rule {
  const words = plain(text);
  const sentences = words.split(/[.;\n!]+/);
  const ways: Ways = {};
  for (const sentence of sentences) Object.assign(ways, { ...readSentence(sentence), ...ways });
  const measures = [...new Set(sentences.map(decidingMeasure).filter((measure) => measure !== ""))];
  return { ...ways, measures, inside: has("inside", words) };
}

/** What is worn below, null where it is not understood. */
export function layeringLevel(text: string): Level | null {
  const words = plain(text);
  return tables.words.layering.find((entry) => new RegExp(entry.pattern).test(words))?.level ?? null;
}

function readSentence(sentence: string): Ways {
  const found: Ways = {};
  const directions = readDirections(sentence);
  if (directions.length === 0 && has("small_fit", sentence)) found.between = "up";
  else if (directions.length === 0 && has("large_fit", sentence)) found.between = "down";
  directions.forEach((direction, place) => {
    for (const key of conditions(sentence, directions, place)) found[key] ??= direction.way;
  });
  return found;
}

/** When one direction of a sentence holds: for a kind of wear, between sizes, or always. */
function conditions(sentence: string, directions: Direction[], place: number): Condition[] {
  const fits = fitOf(sentence, directions, place);
  const between = has("between", sentence);
  if (has("differ", sentence) && !between) return [...fits, "differ"];
  if (fits.length > 0) return fits;
  return between ? ["between"] : ["always"];
}

function readDirections(sentence: string): Direction[] {
  const found: Direction[] = [];
  for (const way of ["up", "down"] as const) {
    for (const match of sentence.matchAll(new RegExp(pattern(way), "g"))) {
      const start = match.index;
      found.push({ way: turned(way, sentence.slice(0, start)), start, end: start + match[0].length });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Turn a direction round behind a negation ("do not size up"). */
function turned(way: Way, before: string): Way {
  const negated = new RegExp(pattern("negation")).exec(before);
  if (!negated) return way;
  if (has("no_negation", before.slice(Math.max(0, negated.index - 6)))) return way;
  return way === "up" ? "down" : "up";
}

/** The kinds of wear that one direction is meant for, from the words before it, else after it. */
function fitOf(sentence: string, directions: Direction[], place: number): Condition[] {
  const here = directions[place] as Direction;
  const lead = sentence.slice(0, directions[0]?.start);
  const ahead = FIT.some((fit) => has(fit, lead));
  const window = ahead
    ? sentence.slice(directions[place - 1]?.end ?? 0, here.start)
    : sentence.slice(here.end, directions[place + 1]?.start ?? sentence.length);
  return FIT.filter((fit) => has(fit, window));
}

function decidingMeasure(sentence: string): string {
  const after = new RegExp(pattern("after")).exec(sentence);
  const named = after ? measuresIn(sentence.slice(after.index + after[0].length)) : [];
  if (named[0]) return named[0];
  const before = new RegExp(pattern("before")).exec(sentence);
  return (before ? measuresIn(sentence.slice(0, before.index)).at(-1) : "") ?? "";
}

/** The measures a text names, in the order of their first mention. */
function measuresIn(said: string): string[] {
  const text = said.replace(new RegExp(pattern("low_hip"), "g"), "lowhip");
  const hits: [number, string][] = [];
  for (const [measure, words] of Object.entries(tables.words.measures)) {
    const match = new RegExp(words).exec(text);
    if (match) hits.push([match.index, measure]);
  }
  return hits.sort(([a, m], [b, n]) => a - b || (m < n ? -1 : 1)).map(([, measure]) => measure);
}

function has(name: string, text: string): boolean {
  return new RegExp(pattern(name)).test(text);
}

function pattern(name: string): string {
  return tables.words[name] as string;
}
