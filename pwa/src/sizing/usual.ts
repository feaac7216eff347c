/** Sizes as people name them: letters, countries' numbers, shoe sizes; and the way to a body measure. */

import type { Usual } from "./request";
import { plain } from "./rules";
import { tables } from "./tables";
import type { Chart, Row } from "./types";

export const ONE_SIZE = ["tu", "u", "unique", "taille unique", "one size", "onesize", "os", "uni", "t.u.", "one"];
const NUMBER = /^([0-9]+)(?:[.,]([0-9]))?[0-9]*(?: ([0-9])\/([1-9]))?$/;
const YEARS = /^([0-9]+) ?(?:ans?|a|y|yrs?|years?|t|jahre|anni|anos)$/;
const LETTER = /^(?:([0-9]) ?)?((?:(?:extra|x)[- ]?)*)(small|medium|large|s|m|l)$/;
const BRACKETS = / ?\([^()]*\)$/;
const PREFIX = /^(?:(?:eur?|fr|uk|us|taille|size|t\.?) ?(?=[0-9])|(?:taille|size|grosse|taglia|talla) )/;
/** From a newborn’s size to that of a grown-up child, in centimetres. */
const STATURES: [number, number] = [50, 188];
const ANGLO_SAXON = ["uk", "us", "us-men", "us-women", "mondopoint"];
const EUROPEAN = ["eu", "fr", "de", "it", "es", "number"];

/** Tell whether two size texts name the same size: XXL and 2XL, "EU 42" and "42". */
export function sameSize(first: string, second: string): boolean {
  if (keyOf(first) === keyOf(second)) return true;
  const [one, other] = [first.trim(), second.trim()];
  const [bare, otherBare] = [one.replace(BRACKETS, ""), other.replace(BRACKETS, "")];
  const oneHasBrackets = (bare === one) !== (otherBare === other);
  return oneHasBrackets && keyOf(bare) === keyOf(otherBare);
}

/** The rows that a usual size names by the chart's own labels and systems. */
export function rowsNamed(chart: Chart, usual: Usual, audience: string): number[] {
  let whole = indexes(chart, (row) => sameSize(row.size, usual.size));
  if (usual.system === "intl" && whole.length === 0 && letterOf(usual.size)) {
    whole = indexes(chart, (row) => holdsLetter(row.size, usual.size));
  }
  if (usual.system === "intl" && whole.length > 0) return whole;
  // A whole letter before a double one; a shoe number that stands in two rows means either.
  const wholeLetter = usual.system === "intl" ? rowsBy(sameSize, chart, usual, audience) : [];
  const bySystem = wholeLetter.length > 0 ? wholeLetter : rowsBy(namedBy, chart, usual, audience);
  if (bySystem.length > 0) return bySystem;
  if (["eu", "fr", "number"].includes(usual.system)) {
    return whole.length > 0 ? whole : rowsByAge(chart, usual, audience);
  }
  const wanted = plain(`${usual.system} ${usual.size}`);
  return indexes(chart, (row) => plain(row.size) === wanted);
}

/** The age that a size names ("8 ans", "8Y"), null where it names none. */
export function ageNamed(size: string): number | null {
  const match = YEARS.exec(plain(size));
  return match === null ? null : Number(match[1]);
}

/** The rows whose label in one of the system's columns names the usual size. */
function rowsBy(
  names: (label: string, size: string) => boolean,
  chart: Chart,
  usual: Usual,
  audience: string,
): number[] {
  const systems = systemsOf(usual.system, audience, chart);
  return indexes(chart, (row) =>
    systems.some((system) => system in row.systems && names(row.systems[system] as string, usual.size)),
  );
}

/** The rows that a child's bare number names as an age: "6" is "6 ans". */
function rowsByAge(chart: Chart, usual: Usual, audience: string): number[] {
  if (audience !== "kids") return [];
  return indexes(chart, (row) => sameSize(row.size, `${usual.size} ans`));
}

/** The measure and millimetres that a usual shoe, glove or hat size stands for, null where it has no rule. */
export function bodyMeasure(usual: Usual, chart: Chart, audience: string): [string, number] | null {
  const number = sizeNumber(usual.size);
  if (number === null) return null;
  if (chart.measures.includes("foot_length_mm")) {
    const foot = footMm(usual.system, number, audience);
    return foot === null ? null : ["foot_length_mm", foot];
  }
  if (chart.measures.includes("hand_mm") && ["number", "eu", "intl", "us", "uk"].includes(usual.system)) {
    return ["hand_mm", round(number * 25.4)];
  }
  if (chart.measures.includes("head_mm") && ["cm", "eu", "fr", "number"].includes(usual.system)) {
    return ["head_mm", round(number * 10)];
  }
  return null;
}

/** The height in millimetres that a child's number is: 128, not 28 (a shoe) or 8 (an age). */
export function statureNamed(usual: Usual, chart: Chart, audience: string): [string, number] | null {
  const number = sizeNumber(usual.size);
  if (audience !== "kids" || number === null || !chart.measures.includes("height_mm")) return null;
  const inside = STATURES[0] <= number && number <= STATURES[1];
  return inside && !ANGLO_SAXON.includes(usual.system) ? ["height_mm", round(number * 10)] : null;
}

/** The number in a size text: "42 2/3", "42,5", "EU 42"; null where there is none. */
export function sizeNumber(text: string): number | null {
  const match = NUMBER.exec(plain(text).replace(PREFIX, ""));
  if (match === null) return null;
  const [, whole, tenths, over, under] = match;
  return Number(whole) + Number(tenths ?? 0) / 10 + (over ? Number(over) / Number(under) : 0);
}

function indexes(chart: Chart, test: (row: Row) => boolean): number[] {
  return chart.rows.flatMap((row, index) => (test(row) ? [index] : []));
}

/** Paris points and barleycorns; see conversions.yaml for the formulas and their source. */
export function footMm(system: string, number: number, audience: string): number | null {
  let foot: number;
  if (EUROPEAN.includes(system)) foot = ((number - 2) * 20) / 3;
  else if (["mondopoint", "cm"].includes(system)) foot = number < 50 ? number * 10 : number;
  else if (audience === "kids" || system === "intl") return null;
  else foot = ((number - overUk(system, audience) + 23) / 3) * 25.4;
  return foot >= 80 && foot <= 400 ? round(foot) : null;
}

/** How many sizes a system's number lies above the British one. */
function overUk(system: string, audience: string): number {
  if (system === "uk") return 0;
  return system === "us-women" || (system === "us" && audience === "women") ? 2 : 1;
}

/** The columns of a chart in which a system's sizes may stand. */
export function systemsOf(system: string, audience: string, chart: Chart): string[] {
  if (["uk", "us", "us-men", "us-women"].includes(system)) return [system, system.slice(0, 2), "uk_us"];
  if (system === "intl") return ["intl", "int"];
  const has = (name: string) => chart.rows.some((row) => name in row.systems);
  if (system === "eu" && audience === "women" && !has("eu")) return [tables.conversions.women.eu];
  if (system === "de" && !has("de")) return ["eu"];
  return [system];
}

/** Tell whether "37/37.5", "36-38" or "M" names a size. */
function namedBy(listed: string, size: string): boolean {
  if (listed.split(/ ?[/;] ?|, /).some((part) => sameSize(part, size))) return true;
  const [low, high, more] = listed.split(/ ?[-–] ?/).map(sizeNumber);
  const number = sizeNumber(size);
  if (more !== undefined || typeof low !== "number" || typeof high !== "number" || number === null) return false;
  return low <= number && number <= high;
}

function keyOf(text: string): string {
  const bare = plain(text).replace(PREFIX, "").replaceAll(",", ".");
  const age = ageNamed(bare);
  return tables.words.letters[bare] ?? (letterOf(bare) || (age === null ? bare : `${age}y`));
}

/** A letter size in one form: 2xl for XXL, 2X-Large and Extra Extra Large; "" where it is none. */
function letterOf(text: string): string {
  const [, digit, extras = "", size = ""] = LETTER.exec(plain(text).replace(PREFIX, "")) ?? [];
  const named = extras.match(/extra|x/g)?.length ?? 0;
  if (digit) return named === 1 ? withExtras(Number(digit), size) : "";
  return withExtras(named, size);
}

function withExtras(count: number, size: string): string {
  if (count > 0 && size.startsWith("m")) return "";
  return `${["", "x"][count] ?? `${count}x`}${size.slice(0, 1)}`;
}

/** Tell whether a double size ("S/M", "L-XL", "Large/Tall") holds a letter size. */
function holdsLetter(label: string, size: string): boolean {
  const parts = plain(label)
    .split(/ ?[/–-] ?/)
    .map(letterOf);
  return parts.length === 2 && parts.includes(letterOf(size));
}

function round(number: number): number {
  return Math.floor(number + 0.5);
}
