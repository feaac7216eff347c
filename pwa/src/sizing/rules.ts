/** What the free text of a chart asks: "between sizes take the larger", "the chest decides", "size up over a fleece". */

import { tables } from "./tables";
import type { Allowance, Level, Way } from "./types";

export interface Rule {
  between?: Way;
  over?: Allowance;
  close?: Allowance;
  growth?: Allowance;
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
  negated: boolean;
}

type Condition = "between" | "over" | "close" | "growth" | "always" | "differ";
type Ways = Partial<Pick<Rule, Condition>>;
const FIT: Condition[] = ["over", "close", "growth"];

/** A text in lower case, without accents, with straight apostrophes, plain fractions and single spaces. */
export function plain(text: string): string {
  const bare = text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/½/g, " 1/2")
    .replace(/⅓/g, " 1/3")
    .replace(/⅔/g, " 2/3")
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
  // "Cut larger" tells how it fits; it is no advice to take the larger.
  const bare = sentence.replace(new RegExp(pattern("small_fit"), "g"), " ");
  const advice = bare.replace(new RegExp(pattern("large_fit"), "g"), " ");
  const directions = readDirections(advice);
  if (directions.length === 0 && has("small_fit", sentence)) found.between = "up";
  else if (directions.length === 0 && has("large_fit", sentence)) found.between = "down";
  directions.forEach((direction, place) => {
    const meant = conditions(advice, directions, place).map((condition) => meaningOf(condition, direction));
    for (const ways of meant) Object.assign(found, { ...ways, ...found });
  });
  if (has("growth_in", sentence)) found.growth ??= "stay";
  return found;
}

/** What a direction says; "do not size up" is no advice to size down, save between two sizes. */
function meaningOf(condition: Condition, { way, negated }: Direction): Ways {
  if (!negated) return { [condition]: way };
  const opposite = way === "up" ? "down" : "up";
  if (condition === "between" || condition === "differ") return { [condition]: opposite };
  return condition === "always" ? { between: opposite, growth: "stay" } : { [condition]: "stay" };
}

/** When one direction of a sentence holds: for a kind of wear, between sizes, or always. */
function conditions(sentence: string, directions: Direction[], place: number): Condition[] {
  const fits = fitOf(sentence, directions, place);
  const between = has("between", sentence);
  if (has("differ", sentence) && !between) return [...fits, "differ"];
  if (fits.length > 0 && !(between && directions.length === 1 && !isAhead(sentence, directions))) return fits;
  return between ? [...fits, "between"] : ["always"];
}

function readDirections(sentence: string): Direction[] {
  const found: Direction[] = [];
  for (const way of ["up", "down"] as const) {
    for (const match of sentence.matchAll(new RegExp(pattern(way), "g"))) {
      const start = match.index;
      found.push({ way, start, end: start + match[0].length, negated: isNegated(sentence.slice(0, start)) });
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Tell whether a direction stands behind a negation ("do not size up"). */
function isNegated(before: string): boolean {
  const negated = new RegExp(pattern("negation")).exec(before);
  return negated !== null && !has("no_negation", before.slice(Math.max(0, negated.index - 10)));
}

/** Tell whether the kind of wear is named before the first direction. */
function isAhead(sentence: string, directions: Direction[]): boolean {
  const lead = sentence.slice(0, directions[0]?.start);
  return FIT.some((fit) => has(fit, lead));
}

/** The kinds of wear that one direction is meant for, from the words before it, else after it. */
function fitOf(sentence: string, directions: Direction[], place: number): Condition[] {
  const here = directions[place] as Direction;
  const window = isAhead(sentence, directions)
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
