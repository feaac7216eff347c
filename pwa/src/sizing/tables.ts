/** The tables behind size advice, a copy of `catalog/data/sizing/` made by `python -m catalog.sizing`. */

import data from "./tables.json";
import type { Kind, Level } from "./types";

/** How many try-ons, and how many in a hundred of them, it takes. */
interface Bar {
  count: number;
  percent: number;
}

interface Tables {
  garments: {
    kinds: Record<string, Kind>;
    names: Record<string, string>;
    defaults: Record<string, Record<string, string>>;
  };
  words: {
    [pattern: string]: unknown;
    measures: Record<string, string>;
    layering: { level: Level; pattern: string }[];
    letters: Record<string, string>;
  };
  conversions: {
    women: { eu: string };
    numbers: Record<string, Record<string, number>>;
    toe_room: { kinds: Record<string, { least_mm: number; shown: string }>; names: Record<string, string> };
    thick_socks: { mm: number };
    try_ons: { said: number; leads: Bar; moves: Bar };
    age_to_height: { rows: { age_years: number[]; height_mm: number }[] };
  };
  messages: {
    measures: Record<string, Record<string, string>>;
    units: Record<string, Record<string, string>>;
    join: Record<string, string>;
    or: Record<string, string>;
    sentences: Record<string, Record<string, string>>;
    why: Record<string, Record<string, string>>;
  };
}

export const tables = data as unknown as Tables;

/** The id of the chart for a category and wearer, "" where none of `charts` is it. */
export function defaultChart(category: string, audience: string, charts: Record<string, unknown>): string {
  const { names, defaults } = tables.garments;
  const id = defaults[names[category] ?? "any"]?.[audience || "unisex"] ?? "";
  return id in charts ? id : "";
}
