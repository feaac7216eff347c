/** Sizes as people name them: letters, countries' numbers, shoe sizes; and the way to a body measure. */

import { AGE, makeChart } from "./chart";
import type { Usual } from "./request";
import { plain } from "./rules";
import { tables } from "./tables";
import type { Chart, Row } from "./types";

export const ONE_SIZE = ["tu", "u", "unique", "taille unique", "one size", "onesize", "os", "uni", "t.u.", "one"];
const NUMBER = /^([0-9]+)(?:[.,]([0-9]))?[0-9]*(?: ([0-9])\/([1-9]))?$/;
const YEARS = /^([0-9]+) ?(?:ans?|a|y|yrs?|years?|jahre|anni|anos)$/;
const LETTER = /^(?:([0-9]) ?)?((?:(?:extra|x)[- ]?)*)(small|medium|large|s|m|l)$/;
const BRACKETS = / ?\([^()]*\)$/;
const PREFIX = /^(?:eur?|fr|uk|us|taille|size|t\.?) ?(?=[0-9])/;
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
  const systems = systemsOf(usual.system, audience, chart);
  const bySystem = indexes(chart, (row) =>
    systems.some((system) => system in row.systems && namedBy(row.systems[system] as string, usual.size)),
  );
  if (bySystem.length > 0) return bySystem;
  if (["eu", "fr", "number"].includes(usual.system)) return whole;
  const wanted = plain(`${usual.system} ${usual.size}`);
  return indexes(chart, (row) => plain(row.size) === wanted);
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

/** The number in a size text: "42 2/3", "42,5", "EU 42"; null where there is none. */
export function sizeNumber(text: string): number | null {
  const match = NUMBER.exec(plain(text).replace(PREFIX, ""));
  if (match === null) return null;
  const [, whole, tenths, over, under] = match;
  return Number(whole) + Number(tenths ?? 0) / 10 + (over ? Number(over) / Number(under) : 0);
}

/**
 * The chart with only the sizes that are sold, named as they are sold. A shoe chart gets a row for each sold number.
 * Where fewer than two sold sizes are in the chart, it stays whole.
 */
export function soldRows(chart: Chart, sizes: string[]): Chart {
  let rows = chart.measures.includes("foot_length_mm") ? shoeRows(chart, sizes) : [];
  if (rows.length === 0) rows = sizes.map((size) => soldRow(chart, size)).filter((row) => row !== null);
  return rows.length < 2 ? chart : makeChart(rows, chart);
}

function indexes(chart: Chart, test: (row: Row) => boolean): number[] {
  return chart.rows.flatMap((row, index) => (test(row) ? [index] : []));
}

function soldRow(chart: Chart, size: string): Row | null {
  const row = chart.rows.find((candidate) => sameSize(candidate.size, size) || isAge(candidate, size));
  return row ? { ...row, size } : null;
}

/** Tell whether "6 ans" names a row whose ages end at six. */
function isAge(row: Row, size: string): boolean {
  const match = YEARS.exec(plain(size));
  return match !== null && row.values[AGE]?.high === Number(match[1]);
}

/** A row for each sold shoe number, but only from a chart made by the formula (not a maker's own). */
function shoeRows(chart: Chart, sizes: string[]): Row[] {
  const numbers = sizes.map(sizeNumber);
  if (chart.status !== "peer" || numbers.includes(null) || chart.garment !== "footwear") return [];
  return sizes.flatMap((size, index) => {
    const foot = footMm("eu", numbers[index] ?? 0, "");
    if (foot === null) return [];
    return [{ size, values: { foot_length_mm: { low: foot, high: foot, point: true } }, systems: { eu: size } }];
  });
}

/** Paris points and barleycorns; see conversions.yaml for the formulas and their source. */
function footMm(system: string, number: number, audience: string): number | null {
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
  return tables.words.letters[bare] ?? (letterOf(bare) || bare);
}

/** A letter size in one form: 2xl for XXL, 2X-Large and Extra Extra Large; "" where it is none. */
function letterOf(text: string): string {
  const [, digit, extras = "", size = ""] = LETTER.exec(plain(text)) ?? [];
  const named = extras.match(/extra|x/g)?.length ?? 0;
  if (digit) return named === 1 ? withExtras(Number(digit), size) : "";
  return withExtras(named, size);
}

function withExtras(count: number, size: string): string {
  if (count > 0 && size.startsWith("m")) return "";
  return `${["", "x"][count] ?? `${count}x`}${size.slice(0, 1)}`;
}

/** Tell whether a double letter size ("S/M", "L-XL") holds a letter size. */
function holdsLetter(label: string, size: string): boolean {
  const parts = plain(label)
    .split(/ ?[/–-] ?/)
    .map(letterOf);
  return parts.length === 2 && parts.every((part) => part !== "") && parts.includes(letterOf(size));
}

function round(number: number): number {
  return Math.floor(number + 0.5);
}
