/** The sizes that are sold: a chart is answered in them, named as they are sold. */

import { AGE, makeChart } from "./chart";
import type { Chart, Interval, Row } from "./types";
import { ageNamed, footMm, sameSize, sizeNumber } from "./usual";

/**
 * The chart with only the sizes that are sold, named as they are sold. A shoe chart gets a row for each sold number, a
 * double size ("S/M") the span of both, a chart without measures the sold sizes alone. Where fewer than two sold sizes
 * are in the chart, it stays whole.
 */
export function soldRows(chart: Chart, sizes: string[]): Chart {
  let rows = chart.measures.includes("foot_length_mm") ? shoeRows(chart, sizes) : [];
  if (rows.length === 0) rows = sizes.map((size) => soldRow(chart, size)).filter((row) => row !== null);
  if (rows.length === 0 && chart.measures.length === 0) {
    rows = sizes.map((size) => ({ size, values: {}, systems: {} }));
  }
  return rows.length < 2 ? chart : makeChart(rows, chart);
}

function soldRow(chart: Chart, size: string): Row | null {
  const row = chart.rows.find((candidate) => sameSize(candidate.size, size) || isAge(candidate, size));
  if (row) return { ...row, size };
  const named = chart.rows.filter(({ systems }) => Object.values(systems).some((label) => sameSize(label, size)));
  const only = named.length === 1 ? named[0] : undefined;
  return only ? { ...only, size } : doubleRow(chart, size);
}

/** One row for a double size, over the intervals of both its parts, or of the one that the chart has. */
function doubleRow(chart: Chart, size: string): Row | null {
  const parts = size.split(/ ?[/–-] ?/);
  const ends = parts.flatMap((part) => chart.rows.filter((row) => sameSize(row.size, part)));
  const [first, last = first] = ends;
  if (parts.length !== 2 || ends.length > 2 || !first || !last) return null;
  const values = both(first.values, last.values, span);
  return { size, values, systems: both(first.systems, last.systems, (a, b) => (a === b ? a : `${a}/${b}`)) };
}

function both<T>(first: Record<string, T>, last: Record<string, T>, join: (a: T, b: T) => T): Record<string, T> {
  const shared = Object.entries(first).filter(([key]) => key in last);
  return Object.fromEntries(shared.map(([key, value]) => [key, join(value, last[key] as T)]));
}

function span(first: Interval, last: Interval): Interval {
  const low = Math.min(first.low, last.low);
  const high = Math.max(first.high, last.high);
  return { low, high, point: low === high };
}

/** Tell whether "6 ans" names a row whose ages end at six. */
function isAge(row: Row, size: string): boolean {
  const age = ageNamed(size);
  return age !== null && row.values[AGE]?.high === age;
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
