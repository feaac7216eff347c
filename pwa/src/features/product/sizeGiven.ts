/** What the customer said about their size: asked once, forgotten with the next customer. */
import { effect, signal } from "@preact/signals";
import type { Product, SizeChart } from "../../catalogue/types";
import { type Charts, type SizeAnswer, SizingError, sizeAdvice } from "../../sizing";
import { answers } from "../../state";

/** Millimetres in one unit of the tape. */
const MILLIMETRES = { cm: 10, in: 25.4 } as const;
export type Unit = keyof typeof MILLIMETRES;
export const UNITS = Object.keys(MILLIMETRES) as Unit[];

export interface Given {
  way: "usual" | "measures";
  /** A system and a size in it: "EU", "40". */
  system: string;
  size: string;
  unit: Unit;
  /** Figures as typed, in the unit, by measure. */
  measures: Record<string, string>;
  /** Below a garment, and in a shoe: two answers, kept apart from piece to piece. */
  layering: string;
  socks: string;
  growth: boolean;
}

const NOTHING: Given = {
  way: "usual",
  system: "",
  size: "",
  unit: "cm",
  measures: {},
  layering: "",
  socks: "",
  growth: false,
};

export const given = signal<Given>(NOTHING);

effect(() => {
  if (Object.keys(answers.value).length === 0) given.value = NOTHING;
});

/** A figure as it is typed, "98,5", in millimetres; null where it is no number. */
export function millimetres(typed: string, unit: Unit = "cm"): number | null {
  const figure = Number(typed.trim().replace(",", "."));
  if (typed.trim() === "" || !Number.isFinite(figure) || figure <= 0) return null;
  return Math.round(figure * MILLIMETRES[unit]);
}

/** The same measures in the other unit, to a tenth; what is no number stays as it was typed. */
export function converted(typed: Record<string, string>, from: Unit, to: Unit): Record<string, string> {
  if (from === to) return typed;
  const turn = (text: string) => {
    const value = millimetres(text, from);
    return value === null ? text : String(Math.round((value / MILLIMETRES[to]) * 10) / 10);
  };
  return Object.fromEntries(Object.entries(typed).map(([measure, text]) => [measure, turn(text)]));
}

/** Ask for the size; null while nothing that can be answered was given. */
export function adviceFor(
  product: Product,
  charts: readonly SizeChart[],
  said: Given,
  lang: string,
  tried?: Record<string, number>,
): SizeAnswer | null {
  const chart = charts.find((one) => one.id === product.size_chart);
  const question = said.way === "usual" ? usual(said) : measured(said, chart);
  if (!question) return null;
  const asked = {
    ...question,
    chart: product.size_chart,
    category: product.category,
    audience: product.audience,
    fit_note: product.fit_note,
    layering: (isShoe(chart) ? said.socks : said.layering) || undefined,
    growth: said.growth,
    sizes: [...new Set(product.variants.map((variant) => variant.size))],
    try_ons: tried,
    lang,
  };
  try {
    return sizeAdvice(asked, Object.fromEntries(charts.map((one) => [one.id, one])) as unknown as Charts);
  } catch (cause) {
    // Half a number is no question yet.
    if (cause instanceof SizingError) return null;
    throw cause;
  }
}

export const isShoe = (chart: SizeChart | undefined): boolean => chart?.measures.includes("foot_length_mm") ?? false;

function usual(said: Given): { usual: { system: string; size: string } } | null {
  return said.size.trim() ? { usual: { system: said.system, size: said.size.trim() } } : null;
}

function measured(said: Given, chart: SizeChart | undefined): { measurements_mm: Record<string, number> } | null {
  const values = (chart?.measures ?? []).flatMap((measure) => {
    const value = millimetres(said.measures[measure] ?? "", said.unit);
    return value === null ? [] : [[measure, value] as const];
  });
  return values.length ? { measurements_mm: Object.fromEntries(values) } : null;
}
