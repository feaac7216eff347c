/** How one piece differs from another: by stated figures within one method, else by the level of a gauge; in words. */
import type { Axis, Comparing, Figure, Finder, Product } from "../catalogue/types";
import { ESTIMATE } from "./estimates";
import { grouped } from "./explain";

export const PRICE = "price";
export const COLOUR = "colour";
/** How many colours are told in one breath. */
const COLOURS = 3;

export interface Difference {
  axis: string;
  better: boolean;
  text: string;
  /** An estimate stands behind it. */
  estimate: boolean;
}

/** A product with what it costs this customer. */
export interface Priced {
  product: Product;
  priceCents: number | null;
}

const SIGNS: Record<string, string> = { EUR: "€", GBP: "£", USD: "$" };

/** A sum as a sentence writes it; whole units lose their zeros. */
export function money(finder: Finder, cents: number, currency: string): string {
  const { words } = finder.comparing as Comparing;
  const rest = cents % 100;
  const whole = grouped(finder, (cents - rest) / 100);
  const value = rest ? `${whole}${words.decimal}${String(rest).padStart(2, "0")}` : whole;
  const apart = words.money.startsWith("{unit}") ? "\u00a0" : "";
  return words.money.replace("{value}", value).replace("{unit}", () => SIGNS[currency] ?? currency + apart);
}

/** Each real difference that `other` makes from `one`, in the order of the axes. */
export function differences(finder: Finder, one: Priced, other: Priced, currency: string): Difference[] {
  const { axes } = finder.comparing as Comparing;
  return axes.flatMap((axis) => differenceBy(finder, axis.id, one, other, currency) ?? []);
}

/** What `other` is more or less of than `one`; null where nothing known tells them apart. */
export function differenceBy(
  finder: Finder,
  id: string,
  one: Priced,
  other: Priced,
  currency: string,
): Difference | null {
  const table = finder.comparing as Comparing;
  if (id === COLOUR) return byColour(table, one.product, other.product);
  const axis = table.axes.find((each) => each.id === id) as Axis;
  return id === PRICE ? byPrice(finder, axis, one, other, currency) : byFacts(finder, axis, one.product, other.product);
}

function byPrice(finder: Finder, axis: Axis, one: Priced, other: Priced, currency: string): Difference | null {
  if (one.priceCents === null || other.priceCents === null) return null;
  const by = other.priceCents - one.priceCents;
  if (by === 0 || Math.abs(by) * 100 < axis.least_percent * one.priceCents) return null;
  const text = amount(finder, money(finder, Math.abs(by), currency), by < 0);
  return { axis: PRICE, better: by < 0, text, estimate: false };
}

/** The colours of `other` that `one` has none of; by families where they are known. */
function byColour({ words }: Comparing, one: Product, other: Product): Difference | null {
  const had = new Set(one.colours.map(toneOf));
  const names = other.colours
    .filter((colour) => !had.has(toneOf(colour)))
    .slice(0, COLOURS)
    .map(({ name }) => small(name));
  if (!names.length) return null;
  return { axis: COLOUR, better: true, text: words.colours.replace("{colours}", names.join(", ")), estimate: false };
}

const toneOf = (colour: Product["colours"][number]): string => colour.family || colour.hex;
const small = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

function byFacts(finder: Finder, axis: Axis, one: Product, other: Product): Difference | null {
  const steps = levelsOf(axis, one, other);
  for (const figure of axis.figures) {
    const values = stated(figure, one, other);
    if (values === null) continue;
    const [before, now] = values;
    const better = figure.better === "lower" ? now < before : now > before;
    // As much as the other, or the gauge knows better than one figure.
    if (!isApart(figure, before, now) || (steps && steps.by !== 0 && steps.by > 0 !== better)) return null;
    return { axis: axis.id, better, text: figuresText(finder, figure, before, now), estimate: false };
  }
  return byLevel(finder.comparing as Comparing, axis, steps);
}

interface Steps {
  by: number;
  estimate: boolean;
}

function byLevel({ words }: Comparing, axis: Axis, steps: Steps | null): Difference | null {
  if (steps === null || steps.by === 0) return null;
  const { by, estimate } = steps;
  const template = Math.abs(by) === 1 ? words.step : words.steps;
  const said = template.replace("{words}", (by > 0 ? axis.more : axis.less) ?? "").replace("{n}", String(Math.abs(by)));
  return { axis: axis.id, better: by > 0, text: estimate ? words.about.replace("{text}", said) : said, estimate };
}

/** The difference in levels, and whether an estimate stands behind it. */
function levelsOf(axis: Axis, one: Product, other: Product): Steps | null {
  if (axis.within_category && one.category !== other.category) return null;
  const before = levelOf(axis, one);
  const now = levelOf(axis, other);
  return before && now ? { by: now.by - before.by, estimate: now.estimate || before.estimate } : null;
}

function levelOf({ gauge, property }: Axis, product: Product): Steps | null {
  if (gauge !== null) {
    const told = product.gauges[gauge];
    return told && told.level !== null ? { by: told.level, estimate: told.provenance === ESTIMATE } : null;
  }
  const told = property === null ? undefined : product.properties[property];
  return told ? { by: told.value as number, estimate: told.provenance === ESTIMATE } : null;
}

/** Both figures where both are stated, and measured in one way. */
function stated({ method, property }: Figure, one: Product, other: Product): [number, number] | null {
  if (method !== null) {
    const way = one.properties[method]?.value;
    if (way === undefined || way !== other.properties[method]?.value) return null;
  }
  const [before, now] = [one.properties[property], other.properties[property]];
  if (!before || !now || before.provenance === ESTIMATE || now.provenance === ESTIMATE) return null;
  return [before.value as number, now.value as number];
}

function isApart({ least, least_percent }: Figure, before: number, now: number): boolean {
  const by = Math.abs(now - before);
  return by > 0 && by >= least && by * 100 >= least_percent * Math.abs(before);
}

function figuresText(finder: Finder, figure: Figure, before: number, now: number): string {
  const text = (value: number): string => figure.text.replace("{value}", grouped(finder, value));
  if (figure.amount) return amount(finder, text(Math.abs(now - before)), now < before);
  const { words } = finder.comparing as Comparing;
  return words.instead.replace("{now}", text(now)).replace("{before}", text(before));
}

function amount(finder: Finder, value: string, less: boolean): string {
  const { words } = finder.comparing as Comparing;
  return (less ? words.less : words.more).replace("{value}", () => value);
}
