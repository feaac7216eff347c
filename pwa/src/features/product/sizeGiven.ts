/** What the customer said about their size: asked once, forgotten with the next customer. */
import { effect, signal } from "@preact/signals";
import type { Product, SizeChart } from "../../catalogue/types";
import { type Charts, type SizeAnswer, SizingError, sizeAdvice } from "../../sizing";
import { answers } from "../../state";

export interface Given {
  way: "usual" | "measures";
  /** A system and a size in it: "EU", "40". */
  system: string;
  size: string;
  /** Centimetres as typed, by measure. */
  measures: Record<string, string>;
  layering: string;
  growth: boolean;
}

const NOTHING: Given = { way: "usual", system: "", size: "", measures: {}, layering: "", growth: false };

export const given = signal<Given>(NOTHING);

effect(() => {
  if (Object.keys(answers.value).length === 0) given.value = NOTHING;
});

const MM_A_CM = 10;

/** Centimetres as they are typed, "98,5", in millimetres; null where it is no number. */
export function millimetres(typed: string): number | null {
  const centimetres = Number(typed.trim().replace(",", "."));
  return typed.trim() === "" || !Number.isFinite(centimetres) || centimetres <= 0
    ? null
    : Math.round(centimetres * MM_A_CM);
}

/** Ask for the size; null while nothing that can be answered was given. */
export function adviceFor(
  product: Product,
  charts: readonly SizeChart[],
  said: Given,
  lang: string,
): SizeAnswer | null {
  const question =
    said.way === "usual"
      ? usual(said)
      : measured(
          said,
          charts.find((one) => one.id === product.size_chart),
        );
  if (!question) return null;
  const asked = {
    ...question,
    chart: product.size_chart,
    category: product.category,
    audience: product.audience,
    fit_note: product.fit_note,
    layering: said.layering || undefined,
    growth: said.growth,
    sizes: [...new Set(product.variants.map((variant) => variant.size))],
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

function usual(said: Given): { usual: { system: string; size: string } } | null {
  return said.size.trim() ? { usual: { system: said.system, size: said.size.trim() } } : null;
}

function measured(said: Given, chart: SizeChart | undefined): { measurements_mm: Record<string, number> } | null {
  const values = (chart?.measures ?? []).flatMap((measure) => {
    const value = millimetres(said.measures[measure] ?? "");
    return value === null ? [] : [[measure, value] as const];
  });
  return values.length ? { measurements_mm: Object.fromEntries(values) } : null;
}

/** Letters and the shop's own country first: what a label says before anything else. */
const FIRST = ["intl", "eu", "fr"];
const place = (system: string): number => (FIRST.includes(system) ? FIRST.indexOf(system) : FIRST.length);

/** Systems in which a usual size can be named here, the usual ones first; letters where the chart has none. */
export function systemsOf(chart: SizeChart | undefined): string[] {
  const found = new Set<string>();
  for (const row of chart?.rows ?? []) for (const system of Object.keys(row.systems ?? {})) found.add(system);
  const known = [...found].flatMap((system) => (system === "uk_us" ? ["uk", "us"] : system === "age" ? [] : [system]));
  return known.length ? known.sort((a, b) => place(a) - place(b)) : ["intl"];
}
