/** What kind of garment a question is about, which measures decide for it, and which way between two sizes. */

import type { Lean } from "./decide";
import type { Request } from "./request";
import type { Rule } from "./rules";
import { tables } from "./tables";
import { wayOf } from "./tried";
import type { Allowance, Chart, Kind, Way } from "./types";

const CHILD_BELOW_MM = 1700;
const BY_MEASURE = [
  ["footwear", "foot_length_mm"],
  ["hands", "hand_mm"],
  ["hands", "hand_length_mm"],
  ["head", "head_mm"],
  ["pack", "torso_mm"],
] as const;
const GIRTHS = ["chest_mm", "waist_mm", "hip_mm", "low_hip_mm"];
const FEET = ["footwear", "climbing", "socks"];

/** Tell whether height decides. Without a word about the wearer, a chart that ends below 1.70 m is a child's. */
export function isForKids(asked: Request, chart: Chart): boolean {
  if (asked.audience) return asked.audience === "kids";
  if (asked.ageYears !== null || asked.growth) return true;
  const heights = chart.rows.flatMap((row) => (row.values.height_mm ? [row.values.height_mm.high] : []));
  return heights.length > 0 && Math.max(...heights) < CHILD_BELOW_MM && !asked.garment;
}

/** The kind by the name of the garment, else by what the chart measures. */
export function kindOf(asked: Request, chart: Chart, kids: boolean): string {
  if (kids && chart.measures.includes("height_mm")) return "kids";
  const named = tables.garments.names[asked.garment];
  if (named) return named;
  return BY_MEASURE.find(([, measure]) => chart.measures.includes(measure))?.[0] ?? byGirths(chart);
}

/** Top for a chart of the chest alone, bottom for one of the waist or hips alone, else any. */
function byGirths(chart: Chart): string {
  const girths = GIRTHS.filter((measure) => chart.measures.includes(measure));
  if (girths.length === 0) return "any";
  if (!girths.includes("chest_mm")) return "bottom";
  return girths.length === 1 ? "top" : "any";
}

/** Which way between two sizes: the layers below, room to grow, try-ons, the chart's rule, the garment's habit. */
export function leanOf(asked: Request, kind: string, rule: Rule): Lean {
  const worn = wornLean(asked, kind, rule);
  if (worn) return worn;
  if (asked.growth) return { way: "up", why: "growth" };
  const tried = wayOf(asked.tryOns);
  if (tried) return { way: tried, why: "tried" };
  const way = rule.between ?? rule.always;
  const habit = tables.garments.kinds[kind] as Kind;
  // A guide that says what the garment asks for anyway is no reason; what the garment asks for is.
  const saysNothing = way === habit.between && asked.chart?.status === "peer";
  return way && !saysNothing ? { way, why: "rule" } : { way: habit.between, why: habit.why };
}

function wornLean(asked: Request, kind: string, rule: Rule): Lean | null {
  if (asked.layering === "over" || asked.layering === "thick") {
    return { way: wayIn(rule.over) ?? "up", why: FEET.includes(kind) ? "socks" : "wish_over" };
  }
  if (asked.layering !== "close") return null;
  return { way: wayIn(rule.close) ?? rule.between ?? "down", why: rule.between ? "rule" : "wish_close" };
}

function wayIn(allowance: Allowance | undefined): Way | undefined {
  return allowance === "stay" ? undefined : allowance;
}

/** The usual stature at an age, where the table has it; a birthday belongs to the older row. */
export function heightAt(age: number | null): number | null {
  if (age === null) return null;
  const rows = tables.conversions.age_to_height.rows;
  const row = rows.find(({ age_years: [low, high] }) => (low as number) <= age && age < (high as number));
  return row?.height_mm ?? null;
}
