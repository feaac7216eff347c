/** The sizes a customer can name: by system, from the piece's own chart or what follows from it. */
import type { SizeChart } from "../../catalogue/types";
import { tables } from "../../sizing/tables";

/** Letters and the shop's own country first: what a label says before anything else. */
const FIRST = ["intl", "eu", "fr"];
const LETTERS = ["XS", "S", "M", "L", "XL", "XXL", "3XL"];
/** Shoe numbers by system, as labels print them: first, last, step. */
const SHOES: Record<string, [number, number, number]> = {
  eu: [35, 49, 0.5],
  uk: [2, 14, 0.5],
  us: [3, 15, 0.5],
  "us-men": [3, 15, 0.5],
  "us-women": [4, 13, 0.5],
  mondopoint: [22, 32, 0.5],
};
/** A range of a label is spelled out up to this many numbers: socks 36-38, not a chart's 0-130. */
const MOST_IN_RANGE = 6;

export interface UsualSystem {
  system: string;
  sizes: string[];
}

/** Systems in which a usual size can be named here, the usual ones first, each with its sizes. */
export function usualSystems(chart: SizeChart | undefined, audience: string): UsualSystem[] {
  const found = new Map<string, string[]>();
  for (const system of columnsOf(chart)) found.set(system, labelsOf(chart, system));
  for (const [system, sizes] of derived(chart, audience)) if (!found.has(system)) found.set(system, sizes);
  if (found.size === 0) found.set("intl", LETTERS);
  return [...found].map(([system, sizes]) => ({ system, sizes })).sort((a, b) => place(a.system) - place(b.system));
}

const place = (system: string): number => (FIRST.includes(system) ? FIRST.indexOf(system) : FIRST.length);

function columnsOf(chart: SizeChart | undefined): string[] {
  const names = new Set((chart?.rows ?? []).flatMap((row) => Object.keys(row.systems ?? {})));
  names.delete("age");
  return [...names].flatMap((name) => (name === "uk_us" ? ["uk", "us"] : [name]));
}

function labelsOf(chart: SizeChart | undefined, system: string): string[] {
  const labels = (chart?.rows ?? []).flatMap((row) => row.systems?.[system] ?? row.systems?.uk_us ?? []);
  return [...new Set(labels.flatMap(spelled))];
}

/** "37/37.5" names two sizes, "36-38" three. */
function spelled(label: string): string[] {
  const ends = label.split(/ ?[-–] ?/).map(Number);
  const [low, high] = ends;
  const isRange = ends.length === 2 && Number.isInteger(low) && Number.isInteger(high);
  if (!isRange) return label.split(/ ?[/;] ?(?![0-9]$)/);
  const count = (high as number) - (low as number) + 1;
  return count > MOST_IN_RANGE ? [label] : Array.from({ length: count }, (_, index) => String((low as number) + index));
}

/** Sizes of systems that the chart does not print but that follow from its numbers, or from the foot. */
function derived(chart: SizeChart | undefined, audience: string): [string, string[]][] {
  if (chart?.measures.includes("foot_length_mm")) return audience === "kids" ? [] : shoes(audience);
  const distances = tables.conversions.numbers[scaleOf(chart, audience)];
  const base = Object.keys(distances ?? {}).find((system) => columnsOf(chart).includes(system));
  if (!distances || !base) return [];
  const numbers = labelsOf(chart, base)
    .map(Number)
    .filter((number) => Number.isFinite(number));
  return Object.entries(distances)
    .filter(([system]) => system !== "uk_us")
    .map(([system, distance]) => [system, shifted(numbers, distance - (distances[base] as number))]);
}

const shifted = (numbers: number[], distance: number): string[] =>
  numbers.map((number) => number + distance).flatMap((number) => (number >= 0 ? [String(number)] : []));

function shoes(audience: string): [string, string[]][] {
  const american = audience === "men" || audience === "women" ? ["us"] : ["us-men", "us-women"];
  return ["eu", "uk", ...american, "mondopoint"].map((system) => {
    const [first, last, step] = SHOES[system] as [number, number, number];
    const count = Math.round((last - first) / step) + 1;
    return [system, Array.from({ length: count }, (_, index) => String(first + index * step))];
  });
}

function scaleOf(chart: SizeChart | undefined, audience: string): string {
  if (audience === "women") return "women";
  if (audience !== "men") return "";
  return chart?.measures.includes("chest_mm") ? "men-top" : "men-bottom";
}
