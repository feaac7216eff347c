/** Usual sizes by number: between the numbers of a chart, and from one country's number to another's. */

import { lookUpLabel, type Reading } from "./lookup";
import type { Usual } from "./request";
import { tables } from "./tables";
import type { Chart, Interval, Row } from "./types";
import { sizeNumber, systemsOf } from "./usual";

export const USUAL = "usual";
const LABELLED = ["eu", "fr", "number"];
const SHOES = ["footwear", "climbing", "socks"];
const NO_SCALE = ["hands", "head", "pack", "kids"];
/** No foot is a metre long. */
const MILLIMETRES = 100;
/** A third of a size: 43 is 43 1/3 where a brand goes by thirds, the larger of two as near. */
const SAME_LABEL = 0.34;

/** The chart with a column of the numbers of a usual size's system; rows without a number have none. */
export function numbered(chart: Chart, usual: Usual, audience: string): Chart {
  const systems = systemsOf(usual.system, audience, chart);
  const rows = chart.rows.map((row) => {
    const system = systems.find((name) => name in row.systems);
    const label = system ? row.systems[system] : LABELLED.includes(usual.system) ? row.size : undefined;
    const interval = label === undefined ? null : intervalOf(label, usual.system);
    return interval ? { ...row, values: { ...row.values, [USUAL]: interval } } : row;
  });
  return { ...chart, rows };
}

/**
 * Look a usual number up among the numbers of a chart; null without a number or without two to compare. A label is no
 * measure: 43.5 lies between 43 and 44, and 47 is not 46. 42 2/3 is 42.5 (SAME_LABEL).
 */
export function placed(chart: Chart, usual: Usual): Reading | null {
  const number = numberOf(usual.size, usual.system);
  const labels = chart.rows.flatMap((row) => row.values[USUAL] ?? []);
  if (number === null || labels.length < 2) return null;
  const alike = labels.flatMap(({ low, point }) => (point && Math.abs(low - number) <= SAME_LABEL ? [low] : []));
  const distance = (label: number) => Math.floor(Math.abs(label - number) * 100 + 0.5);
  alike.sort((a, b) => distance(a) - distance(b) || b - a);
  return lookUpLabel(chart, USUAL, alike[0] ?? number);
}

/** Tell whether there is no such number in the chart. */
export function isOutside(reading: Reading): boolean {
  return reading.status === "out_of_range";
}

/** The same size in the systems that the chart has, by the fixed distances between countries' numbers. */
export function inOtherCountries(usual: Usual, chart: Chart, audience: string, kind: string): Usual[] {
  const distances = tables.conversions.numbers[scaleOf(usual.system, audience, kind, chart)] ?? {};
  const number = sizeNumber(usual.size);
  const source = usual.system.slice(0, 2);
  const from = distances[source];
  if (number === null || from === undefined) return [];
  const bare = chart.rows.every((row) => Object.keys(row.systems).length === 0);
  // Bare numbers: only for men's tops do all of Europe's labels mean the same.
  const meansAll = bare && distances.eu === distances.fr;
  const known = (system: string) =>
    (meansAll && system === "eu") || chart.rows.some((row: Row) => system in row.systems);
  return Object.entries(distances)
    .filter(([system]) => system !== source && known(system))
    .map(([system, distance]) => ({ system, size: String(number - from + distance) }));
}

/** The smallest and the largest label of a system in a chart, null where it has none. */
export function columnEnds(chart: Chart, system: string, audience: string): [string, string] | null {
  const systems = systemsOf(system, audience, chart);
  const labels = chart.rows.flatMap((row) => systems.flatMap((name) => row.systems[name] ?? []));
  const first = labels[0];
  if (first === undefined) return null;
  const numbers = labels.flatMap((label) => intervalOf(label, system) ?? []);
  const pairs = labels.map((label, index): [number, string] => [numbers[index]?.low ?? 0, label]);
  if (numbers.length === labels.length) pairs.sort(([a, one], [b, other]) => a - b || (one < other ? -1 : 1));
  return [pairs[0]?.[1] ?? first, pairs.at(-1)?.[1] ?? first];
}

/** The name of the scale of a piece's numbers, "" where countries' numbers have no fixed distance. */
function scaleOf(system: string, audience: string, kind: string, chart: Chart): string {
  if (SHOES.includes(kind)) return shoeScale(system, audience);
  if (NO_SCALE.includes(kind)) return "";
  if (audience !== "men") return audience === "women" ? "women" : "";
  const bottoms = kind.endsWith("bottom") || (kind === "any" && !chart.measures.includes("chest_mm"));
  return bottoms ? "men-bottom" : "men-top";
}

function shoeScale(system: string, audience: string): string {
  if (!["uk", "us", "us-men", "us-women"].includes(system)) return "shoes";
  if (audience === "kids") return "";
  const women = system === "us-women" || (audience === "women" && system !== "us-men");
  return women ? "shoes-women" : "shoes-men";
}

/** Read "42", "41 1/3", "36-38", "37/37.5"; null where there is no number. */
function intervalOf(label: string, system: string): Interval | null {
  const single = numberOf(label, system);
  if (single !== null) return { low: single, high: single, point: true };
  return rangeOf(label.split(/ ?[–-] ?/), system) ?? rangeOf(label.split(/ ?\/ ?/), system);
}

/** A label's number; a mondopoint in millimetres ("265") in centimetres, as it stands on most boots. */
function numberOf(label: string, system: string): number | null {
  const number = sizeNumber(label);
  const inMillimetres = ["mondopoint", "cm"].includes(system) && (number ?? 0) >= MILLIMETRES;
  return number !== null && inMillimetres ? number / 10 : number;
}

function rangeOf(parts: string[], system: string): Interval | null {
  const [low, high] = parts.map((part) => numberOf(part, system));
  if (parts.length !== 2 || typeof low !== "number" || typeof high !== "number" || low > high) return null;
  return { low, high, point: low === high };
}
