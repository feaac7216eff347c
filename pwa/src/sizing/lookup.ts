/** Where one measure falls in a chart: in a size, between sizes, or outside. */

import type { Chart, Interval, Status } from "./types";

/** A foot or a child longer than the number does not fit; up to this much is the error of measuring. */
const TOLERANCE_MM = 1;
/** The step where a chart has a single number and no neighbour tells the distance. */
const LONE_STEP_MM = 20;

export interface Group {
  interval: Interval;
  rows: number[];
}

export interface Reading {
  measure: string;
  value: number;
  status: Status;
  /** One group when exact, two in growing order when between, else none. */
  groups: Group[];
  /** All groups that hold the value itself; none where it falls into a gap. */
  hits: Group[];
  /** The chart's first and last group. */
  ends: [Group, Group];
}

type Place = [Status, Group[]];

/** The rows that a measure allows, smaller sizes first. */
export function rowsOf(reading: Reading): number[] {
  return reading.groups.flatMap((group) => group.rows);
}

/** The rows that are right by this measure: all that hold the value, else those around the gap. */
export function allowedBy(reading: Reading): number[] {
  const groups = reading.hits.length > 0 ? reading.hits : reading.groups;
  return groups.flatMap((group) => group.rows);
}

/** How far the value lies above the chart (positive) or below it (negative), 0 inside. */
export function beyondOf(reading: Reading): number {
  const [low, high] = [reading.ends[0].interval.low, reading.ends[1].interval.high];
  if (reading.status !== "out_of_range") return 0;
  return reading.value > high ? reading.value - high : reading.value - low;
}

/** The distinct intervals of a measure in growing order, each with its rows. */
export function groupsOf(chart: Chart, measure: string): Group[] {
  const found = new Map<string, Group>();
  chart.rows.forEach((row, index) => {
    const interval = row.values[measure];
    if (interval === undefined) return;
    const key = `${interval.low} ${interval.high}`;
    const group = found.get(key);
    if (group) group.rows.push(index);
    else found.set(key, { interval: { ...interval, point: interval.low === interval.high }, rows: [index] });
  });
  return [...found.values()].sort((a, b) => a.interval.low - b.interval.low || a.interval.high - b.interval.high);
}

/**
 * Find a value in a measure of the chart. `neverShort` where a number must not be exceeded (feet, children); `room` is
 * looked up on top of the value.
 */
export function lookUp(chart: Chart, measure: string, value: number, neverShort: boolean, room = 0): Reading {
  const groups = groupsOf(chart, measure);
  const needed = value + room;
  const [status, found] = place(groups, needed, neverShort);
  const hits = groups.filter(({ interval }) => interval.low <= needed && needed <= interval.high);
  return { measure, value, status, groups: found, hits, ends: [groups[0] as Group, highest(groups) as Group] };
}

function place(groups: Group[], value: number, neverShort: boolean): Place {
  const hits = groups.filter(({ interval }) => interval.low <= value && value <= interval.high);
  if (hits.length === 1) return ["exact", hits];
  if (hits.length > 1) return ["between", twoClosest(hits, value)];
  const below = groups.filter(({ interval }) => interval.high < value);
  const after = groups.find(({ interval }) => interval.low > value);
  const before = highest(below);
  if (before && after) return inGap(before, after, value, neverShort);
  return beyond(groups, value, neverShort);
}

/** The first of the groups that reach highest. */
function highest(groups: Group[]): Group | undefined {
  let best = groups[0];
  for (const group of groups) if (best && group.interval.high > best.interval.high) best = group;
  return best;
}

/** The two overlapping intervals whose middles are nearest, in growing order. */
export function twoClosest(hits: Group[], value: number): Group[] {
  const distance = ({ interval }: Group) => Math.abs(interval.low + interval.high - 2 * value);
  const nearest = [...hits].sort((a, b) => distance(a) - distance(b)).slice(0, 2);
  return hits.filter((group) => nearest.includes(group));
}

/** Find a number among the names of sizes, of which the nearest is another size. */
export function lookUpLabel(chart: Chart, measure: string, value: number): Reading {
  const groups = groupsOf(chart, measure);
  const hits = groups.filter(({ interval }) => interval.low <= value && value <= interval.high);
  const [status, found] = placeOfLabel(groups, hits, value);
  return { measure, value, status, groups: found, hits, ends: [groups[0] as Group, highest(groups) as Group] };
}

function placeOfLabel(groups: Group[], hits: Group[], value: number): Place {
  if (hits.length > 0) return hits.length === 1 ? ["exact", hits] : ["between", twoClosest(hits, value)];
  const before = highest(groups.filter(({ interval }) => interval.high < value));
  const after = groups.find(({ interval }) => interval.low > value);
  return before && after ? ["between", [before, after]] : ["out_of_range", []];
}

function inGap(before: Group, after: Group, value: number, neverShort: boolean): Place {
  if (!before.interval.point && !after.interval.point) return ["between", [before, after]];
  const down = value - before.interval.high;
  const up = after.interval.low - value;
  if (neverShort) {
    if (up <= down) return ["exact", [after]];
    return down <= TOLERANCE_MM ? ["exact", [before]] : ["between", [before, after]];
  }
  // A tenth of the step on either side of the middle is nobody's: the tape is not more exact than that.
  if (Math.abs(down - up) * 5 <= down + up) return ["between", [before, after]];
  return ["exact", [down < up ? before : after]];
}

function beyond(groups: Group[], value: number, neverShort: boolean): Place {
  const first = groups[0] as Group;
  const last = highest(groups) as Group;
  if (value < first.interval.low) {
    const step = groups[1] ? groups[1].interval.low - first.interval.low : LONE_STEP_MM;
    return first.interval.point && first.interval.low - value <= step / 2 ? ["exact", [first]] : ["out_of_range", []];
  }
  const previous = groups[groups.length - 2];
  const step = previous ? last.interval.high - previous.interval.high : LONE_STEP_MM;
  const room = neverShort ? TOLERANCE_MM : step / 2;
  return last.interval.point && value - last.interval.high <= room ? ["exact", [last]] : ["out_of_range", []];
}
