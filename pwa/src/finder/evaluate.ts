/** Hold one product against one customer's answers: what it breaks, what is unknown, how well it suits. */
import type { Product, Variant } from "../catalogue/types";
import { activeFor, type Request, type Wished } from "./request";
import { applies, childSizes, fitting } from "./sizes";

export const NOT_APPLICABLE = -2;
export const UNKNOWN = -1;
/** Stands in a term for the index of a criterion where there is nothing to say: stock, and whom it is made for. */
export const SILENT = -1;

/** Index of the criterion, weight, degree 0 to 100 or UNKNOWN. */
export type Term = readonly [criterion: number, weight: number, degree: number];

/** A set of answers to let go, sorted. */
export type Drop = readonly string[];

export interface Standing {
  product: Product;
  /** The smallest sets of hard answers that would have to go for it to be proposed; proposed if one is empty. */
  broken: Drop[];
  fits: string[];
  inStock: number;
  stockAnySize: number;
  priceCents: number | null;
  unknownWishes: number;
  terms: Term[];
  score: number;
}

const SUITED: Record<string, readonly string[]> = {
  men: ["men", "unisex"],
  women: ["women", "unisex"],
  kids: ["kids"],
  unisex: ["unisex"],
};

/** The standing of each product of the kind that is wanted; where there is none, of all, each with `wanted` broken. */
export function standings(asked: Request, products: readonly Product[]): Standing[] {
  const { families, unknown_degree } = asked.finder.parameters;
  let found = products.filter((product) => asked.universe.has(product.category));
  const extra: string[] = [];
  if (found.length === 0) {
    found = products.filter((product) => product.category in families);
    extra.push("wanted");
    asked.kinds = new Set(Object.values(asked.finder.parameters.size_kinds));
  }
  const standing = found.map((product) => standingOf(asked, product, extra));
  addPrices(asked, standing);
  for (const each of standing) each.score = scoreOf(each.terms, unknown_degree);
  return standing;
}

function scoreOf(terms: readonly Term[], unknownDegree: number): number {
  let total = 0;
  let gained = 0;
  for (const [, weight, degree] of terms) {
    total += weight;
    gained += weight * (degree === UNKNOWN ? unknownDegree : degree);
  }
  return total ? Math.floor(gained / total) : 0;
}

/** Nothing unknown on a hard wish, best score, lowest price, reference. */
export function order(a: Standing, b: Standing): number {
  return (
    a.unknownWishes - b.unknownWishes ||
    b.score - a.score ||
    (a.priceCents ?? Number.MAX_SAFE_INTEGER) - (b.priceCents ?? Number.MAX_SAFE_INTEGER) ||
    (a.product.ref < b.product.ref ? -1 : 1)
  );
}

export const isAccepted = (standing: Standing): boolean => standing.broken.some((drop) => drop.length === 0);

/** Those that break nothing, best first. */
export const accepted = (found: readonly Standing[]): Standing[] => found.filter(isAccepted).sort(order);

function standingOf(asked: Request, product: Product, extra: readonly string[]): Standing {
  const family = asked.finder.parameters.families[product.category] as string;
  const { variants } = product;
  const sized = measure(asked, product, family);
  const wishes = wishesOf(asked, product);
  const broken = [...wishes.broken, ...extra, ...audienceOf(asked, product)];
  const price = cheapest(sized.priced);
  const sets: Drop[] = sized.broken ? [] : [union(broken, over(asked, price))];
  if (sized.broken || sized.priced.length < variants.length) {
    sets.push(union([...broken, "size"], over(asked, cheapest(variants))));
  }
  const priceUnknown = asked.answers.budget_cents !== undefined && price === null;
  const here = counted(asked, sized.here);
  const terms = termsOf(asked, product, family);
  terms.push(...wearerTerm(asked, product), ...stockTerm(asked, sized.here, here));
  return {
    product,
    broken: smallest(sets),
    fits: sized.fits,
    inStock: sized.broken ? 0 : here.total,
    stockAnySize: counted(asked, variants).total,
    priceCents: price,
    unknownWishes: wishes.unknown + (priceUnknown ? 1 : 0),
    terms,
    score: 0,
  };
}

interface Sized {
  /** The variants whose price counts. */
  priced: readonly Variant[];
  /** The variants whose stock counts. */
  here: readonly Variant[];
  /** Whether the asked size is not among them. */
  broken: boolean;
  fits: string[];
}

/** Hold the product's sizes against the size asked for, or a child's; a size that is not meant for it fits. */
function measure(asked: Request, product: Product, family: string): Sized {
  const { variants } = product;
  const { size_kinds, child_heights } = asked.finder.parameters;
  const offered = variants.map((variant) => variant.size);
  if (asked.size && variants.length && applies(asked.size, size_kinds[family] as string, asked.kinds)) {
    const fits = fitting(asked.size, offered);
    const chosen = variants.filter((variant) => fits.includes(variant.size));
    const measured = chosen.length ? chosen : variants;
    return { priced: measured, here: measured, broken: chosen.length === 0, fits };
  }
  if (asked.size === null && asked.childCm !== null && product.audience === "kids") {
    const fits = childSizes(asked.childCm, offered, child_heights);
    const chosen = variants.filter((variant) => fits.includes(variant.size));
    return { priced: variants, here: chosen.length ? chosen : variants, broken: false, fits };
  }
  return { priced: variants, here: variants, broken: false, fits: [] };
}

function audienceOf(asked: Request, product: Product): string[] {
  const wearer = asked.answers.audience;
  return wearer === undefined || SUITED[wearer]?.includes(product.audience) ? [] : ["audience"];
}

function cheapest(variants: readonly Variant[]): number | null {
  let low: number | null = null;
  for (const { price_cents } of variants) {
    if (price_cents !== null && (low === null || price_cents < low)) low = price_cents;
  }
  return low;
}

function over(asked: Request, price: number | null): string[] {
  const budget = asked.answers.budget_cents;
  return budget !== undefined && price !== null && price > budget ? ["budget_cents"] : [];
}

function wishesOf(asked: Request, product: Product): { broken: string[]; unknown: number } {
  const { meets_from, cheap_criterion } = asked.finder.parameters;
  const broken: string[] = [];
  let unknown = 0;
  const hold = (wished: readonly Wished[], isBroken: (verdict: number) => boolean): void => {
    for (const { name, criterion } of wished) {
      const verdict = product.verdicts[criterion] as number;
      if (verdict === UNKNOWN) unknown += 1;
      else if (isBroken(verdict)) broken.push(name);
    }
  };
  // A price is cheap among others: it sorts, it cannot exclude.
  const must = asked.must.filter((wish) => wish.criterion !== cheap_criterion);
  hold(must, (verdict) => verdict < meets_from);
  hold(asked.mustNot, (verdict) => verdict >= meets_from);
  return { broken, unknown };
}

function termsOf(asked: Request, product: Product, family: string): Term[] {
  const { criteria, weights } = activeFor(asked, family);
  const { verdicts } = product;
  const terms: Term[] = [];
  for (let place = 0; place < criteria.length; place++) {
    const index = criteria[place] as number;
    const degree = verdicts[index] as number;
    if (degree !== NOT_APPLICABLE) terms.push([index, weights[place] as number, degree]);
  }
  for (const index of new Set([...asked.must.map((wish) => wish.criterion), ...asked.prefer])) {
    const degree = verdicts[index] as number;
    if (degree !== NOT_APPLICABLE) terms.push([index, asked.finder.criteria[index]?.weight as number, degree]);
  }
  return terms;
}

interface Counted {
  counts: number;
  total: number;
}

function counted(asked: Request, variants: readonly Variant[]): Counted {
  const found: Counted = { counts: 0, total: 0 };
  for (const { gtin } of variants) {
    const level = asked.levels?.[gtin];
    if (level) {
      found.counts += 1;
      found.total += level.quantity;
    }
  }
  return found;
}

/** Children's pieces stand behind where nobody said for whom. */
function wearerTerm(asked: Request, product: Product): Term[] {
  if (asked.answers.audience !== undefined) return [];
  return [[SILENT, asked.finder.parameters.adult_weight, product.audience === "kids" ? 0 : 100]];
}

function stockTerm(asked: Request, variants: readonly Variant[], here: Counted): Term[] {
  if (asked.levels === null || variants.length === 0) return [];
  const known = here.total > 0 ? 100 : 0;
  return [[SILENT, asked.finder.parameters.stock_weight, here.counts ? known : UNKNOWN]];
}

/** Where a low price is wished, add how each price lies between the lowest and the highest proposed. */
function addPrices(asked: Request, found: readonly Standing[]): void {
  const cheap = asked.finder.parameters.cheap_criterion;
  if (!asked.prefer.includes(cheap) && !asked.must.some((wish) => wish.criterion === cheap)) return;
  const prices = found
    .filter((each) => isAccepted(each) && each.priceCents !== null)
    .map((each) => each.priceCents as number);
  const low = prices.reduce((least, price) => Math.min(least, price), prices[0] ?? 0);
  const high = prices.reduce((most, price) => Math.max(most, price), prices[0] ?? 0);
  const weight = asked.finder.criteria[cheap]?.weight as number;
  for (const each of found) each.terms.push([cheap, weight, cheapness(each.priceCents, low, high)]);
}

function cheapness(price: number | null, low: number, high: number): number {
  if (price === null) return UNKNOWN;
  if (high <= low) return 100;
  return Math.max(0, Math.min(100, Math.floor((100 * (high - price)) / (high - low))));
}

const union = (a: readonly string[], b: readonly string[]): Drop => [...new Set([...a, ...b])].sort();

/** Whether every answer of the first set is in the second. */
export const isWithin = (inner: Drop, outer: Drop): boolean => inner.every((name) => outer.includes(name));

/** The sets of which no other is a part. */
export function smallest(sets: readonly Drop[]): Drop[] {
  const distinct = [...new Map(sets.map((set) => [set.join("\n"), set])).values()];
  return distinct.filter((set) => !distinct.some((other) => other.length < set.length && isWithin(other, set)));
}
