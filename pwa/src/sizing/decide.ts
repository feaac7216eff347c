/** From the readings of all measures to one size, or to the honest reason why there is none. */

import { allowedBy, type Group, groupsOf, type Reading, rowsOf, twoClosest } from "./lookup";
import type { Rule } from "./rules";
import type { Chart, Status, Way } from "./types";

/** Which way between two sizes, and why (a key of the sentences). */
export interface Lean {
  way: Way;
  why: string;
}

export interface Decision {
  status: Status;
  /** The row of the size to take. */
  row: number | null;
  /** Rows to try as well, smaller first. */
  others: number[];
  why: string;
  measure: string;
  needs: string[];
}

export function decision(status: Status, row: number | null, more: Partial<Decision> = {}): Decision {
  return { status, row, others: [], why: "", measure: "", needs: [], ...more };
}

/** Decide from at least one reading; `rules` are the measures that decide for this garment, in order. */
export function decide(chart: Chart, readings: Reading[], rules: string[], rule: Rule, lean: Lean): Decision {
  const inside = readings.filter((reading) => reading.status !== "out_of_range");
  const ruling = rulingOf(readings, [...namedBy(rule, chart), ...rules]);
  const complete = inside.length === readings.length;
  if (inside.length === 0 || (!complete && (!ruling || ruling.status === "out_of_range"))) {
    return decision("out_of_range", null);
  }
  const common = chart.rows.map((_, row) => row).filter((row) => inside.every((one) => allowedBy(one).includes(row)));
  if (common.length === 0 || !complete) return conflict(chart, inside, ruling, rules, rule, lean);
  return agreed(chart, inside, ruling, common, lean);
}

/** The row of the next larger or smaller size by one measure, null at the chart's end. */
export function nextRow(chart: Chart, row: number, measure: string, way: Way): number | null {
  const groups = groupsOf(chart, measure);
  const place = groups.findIndex((group) => group.rows.includes(row));
  const target = place < 0 ? undefined : groups[place + (way === "up" ? 1 : -1)];
  if (!target) return null;
  const position = groups[place]?.rows.indexOf(row) ?? 0;
  return target.rows[Math.min(position, target.rows.length - 1)] as number;
}

/** The measures a rule names; where a chart has only the low hips, "hips" means those. */
function namedBy(rule: Rule, chart: Chart): string[] {
  const lowOnly = chart.measures.includes("low_hip_mm") && !chart.measures.includes("hip_mm");
  return rule.measures.map((measure) => (lowOnly && measure === "hip_mm" ? "low_hip_mm" : measure));
}

function rulingOf(readings: Reading[], order: string[]): Reading | null {
  for (const measure of order) {
    const found = readings.find((reading) => reading.measure === measure);
    if (found) return found;
  }
  return null;
}

/** All measures allow at least one row in common. */
function agreed(chart: Chart, readings: Reading[], ruling: Reading | null, common: number[], lean: Lean): Decision {
  const between = readings.filter((reading) => reading.status === "between");
  const first = between[0];
  if (!first || ruling?.status === "exact" || settled(between, common)) return oneOf(chart, readings, common, []);
  const sides = around(first, common).map((group) => group.rows.filter((row) => common.includes(row)));
  const [smaller, larger] = [sides[0] as number[], sides[sides.length - 1] as number[]];
  const down = (lean.way === "down" && smaller.length > 0) || larger.length === 0;
  const chosen = down ? smaller : larger;
  const split = sides.every((side) => side.length > 0);
  const others = split ? [...smaller, ...larger] : rowsOf(first).filter((row) => !chosen.includes(row));
  const picked = oneOf(chart, readings, chosen, others);
  if (picked.row === null) return picked;
  const rest = others.filter((row) => !chosen.includes(row));
  return decision("between", picked.row, {
    others: rest,
    why: split ? lean.why : "measures",
    measure: first.measure,
  });
}

/** Tell whether the other measures leave one size of those whose intervals overlap. */
function settled(between: Reading[], common: number[]): boolean {
  return common.length === 1 && between.every((reading) => reading.hits.length > 0);
}

/** The two groups to choose between: around the gap, or the closest that overlap and are still possible. */
function around(reading: Reading, common: number[]): Group[] {
  if (reading.hits.length === 0) return reading.groups;
  const possible = reading.hits.filter((group) => group.rows.some((row) => common.includes(row)));
  return twoClosest(possible, reading.value);
}

/** Pick the row where one is left; where several are, name the measures that would tell them apart. */
function oneOf(chart: Chart, readings: Reading[], rows: number[], others: number[]): Decision {
  const first = rows[0] as number;
  if (rows.length === 1) return decision("exact", first, { others });
  const known = readings.map((reading) => reading.measure);
  const needs = chart.measures.filter((measure) => !known.includes(measure) && differs(chart, rows, measure));
  if (needs.length === 0) return decision("exact", first, { others: rows.slice(1) });
  return decision("between", null, { others: [...new Set([...others, ...rows])], needs });
}

/** Tell whether rows differ in a measure. */
export function differs(chart: Chart, rows: number[], measure: string): boolean {
  const seen = rows.map((row) => {
    const interval = chart.rows[row]?.values[measure];
    return interval ? `${interval.low} ${interval.high}` : "";
  });
  return new Set(seen).size > 1;
}

/** Measures point to different sizes: the chart's rule decides, else the garment's measure, else nobody. */
function conflict(
  chart: Chart,
  inside: Reading[],
  ruling: Reading | null,
  rules: string[],
  rule: Rule,
  lean: Lean,
): Decision {
  const order = byBody(chart);
  const ordered = [...new Set(inside.map((reading) => pick(reading, lean)))].sort(order);
  const largest = ordered[ordered.length - 1] as number;
  if (ruling && namedBy(rule, chart).includes(ruling.measure)) {
    return conflicting(pick(ruling, lean), ordered, "decided", ruling.measure);
  }
  if (rule.differ) {
    return rule.differ === "up"
      ? conflicting(largest, ordered, "larger", "")
      : conflicting(ordered[0] as number, ordered, "smaller", "");
  }
  if (!ruling) return decision("conflict", null, { others: ordered, why: "try_both" });
  const among = inside.filter((reading) => rules.includes(reading.measure));
  const row = among
    .map((reading) => pick(reading, lean))
    .sort(order)
    .pop() as number;
  const decisive = among.find((reading) => pick(reading, lean) === row);
  return conflicting(row, ordered, "decided", decisive?.measure ?? "");
}

function conflicting(row: number, ordered: number[], why: string, measure: string): Decision {
  return decision("conflict", row, { others: ordered.filter((other) => other !== row), why, measure });
}

function pick(reading: Reading, lean: Lean): number {
  const group = lean.way === "down" ? reading.groups[0] : reading.groups[reading.groups.length - 1];
  return group?.rows[0] as number;
}

/** Order rows by the chart's first measure, so that "larger" means the body, not the place in the list. */
function byBody(chart: Chart): (a: number, b: number) => number {
  const rank = (row: number): [number, number] => {
    const interval = chart.rows[row]?.values[chart.measures[0] as string];
    return interval ? [interval.low, interval.high] : [1e9, 1e9];
  };
  return (a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1] || a - b;
}
