/** Usual sizes by number: between the numbers of a chart, and from one country's number to another's. */

import { lookUp, type Reading } from "./lookup";
import type { Usual } from "./request";
import { tables } from "./tables";
import type { Chart, Interval, Row } from "./types";
import { sizeNumber, systemsOf } from "./usual";

export const USUAL = "usual";
const LABELLED = ["eu", "fr", "number"];

/** The chart with a column of the numbers of a usual size's system; rows without a number have none. */
export function numbered(chart: Chart, usual: Usual, audience: string): Chart {
  const systems = systemsOf(usual.system, audience, chart);
  const rows = chart.rows.map((row) => {
    const system = systems.find((name) => name in row.systems);
    const label = system ? row.systems[system] : LABELLED.includes(usual.system) ? row.size : undefined;
    const interval = label === undefined ? null : intervalOf(label);
    return interval ? { ...row, values: { ...row.values, [USUAL]: interval } } : row;
  });
  return { ...chart, rows };
}

/** Look a usual number up among the numbers of a chart; null where it is not in the chart or no number. */
export function placed(chart: Chart, usual: Usual, neverShort: boolean): Reading | null {
  const number = sizeNumber(usual.size);
  if (number === null || chart.rows.filter((row) => USUAL in row.values).length < 2) return null;
  const reading = lookUp(chart, USUAL, number, neverShort);
  return reading.status === "out_of_range" ? null : reading;
}

/** The same size in the systems that the chart has, by the fixed distances between countries' numbers. */
export function inOtherCountries(usual: Usual, chart: Chart, audience: string, kind: string): Usual[] {
  const distances = tables.conversions.numbers[scaleOf(audience, kind, chart)] ?? {};
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

/** The first and the last label of a system in a chart, null where it has none. */
export function columnEnds(chart: Chart, system: string, audience: string): [string, string] | null {
  const systems = systemsOf(system, audience, chart);
  const labels = chart.rows.flatMap((row) => systems.flatMap((name) => row.systems[name] ?? []));
  return labels.length > 0 ? [labels[0] as string, labels[labels.length - 1] as string] : null;
}

function scaleOf(audience: string, kind: string, chart: Chart): string {
  if (audience !== "men") return audience === "women" ? "women" : "";
  const bottoms = kind.endsWith("bottom") || (kind === "any" && !chart.measures.includes("chest_mm"));
  return bottoms ? "men-bottom" : "men-top";
}

/** Read "42", "41 1/3", "36-38", "37/37.5"; null where there is no number. */
function intervalOf(label: string): Interval | null {
  const single = sizeNumber(label);
  if (single !== null) return { low: single, high: single, point: true };
  return rangeOf(label.split(/ ?[–-] ?/)) ?? rangeOf(label.split(/ ?\/ ?/));
}

function rangeOf(parts: string[]): Interval | null {
  const [low, high] = parts.map(sizeNumber);
  if (parts.length !== 2 || typeof low !== "number" || typeof high !== "number" || low > high) return null;
  return { low, high, point: low === high };
}
