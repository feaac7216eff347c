/** Hold one product against one customer's answers: what it breaks, what is unknown, how well it suits. */
import type { Product, Variant } from "../catalogue/types";
import { type Counted, cheapest, counted, countedWhole, measure } from "./fit";
import { type Active, activeFor, type Request } from "./request";

export const NOT_APPLICABLE = -2;
export const UNKNOWN = -1;
/** Stands in a term for the index of a criterion where there is nothing to say: stock, and what stays open. */
export const SILENT = -1;

/** Index of the criterion, weight, degree 0 to 100 or UNKNOWN. */
export type Term = readonly [criterion: number, weight: number, degree: number];

/** A set of answers to let go, sorted. */
export type Drop = readonly string[];

export interface Standing {
  product: Product;
  family: string;
  /** The smallest sets of hard answers that would have to go for it to be proposed; proposed if one is empty. */
  broken: Drop[];
  fits: string[];
  inStock: number;
  stockAnySize: number;
  priceCents: number | null;
  /** Made for children where nobody said for whom. */
  forChild: boolean;
  unknownWishes: number;
  /** Terms that are no criterion: stock, and the low price. */
  live: Term[];
  /** Sum of the weights, and of weight times degree. */
  weight: number;
  gained: number;
  score: number;
}

const SUITED: Record<string, readonly string[]> = {
  men: ["men", "unisex"],
  women: ["women", "unisex"],
  kids: ["kids"],
  unisex: ["unisex"],
};
const NOTHING: readonly string[] = [];
const KEPT: Drop[] = [[]];

/** The standing of each product of the kind that is wanted; where there is none, of all, each with `wanted` broken. */
export function standings(request: Request, products: readonly Product[]): Standing[] {
  let asked = request;
  const { families, size_kinds } = asked.finder.parameters;
  let found = products.filter((product) => asked.scene.universe.has(product.category));
  let extra = NOTHING;
  if (found.length === 0) {
    found = products.filter((product) => product.category in families);
    extra = ["wanted"];
    asked = { ...asked, scene: { ...asked.scene, kinds: new Set(Object.values(size_kinds)) } };
  }
  const standing = found.map((product) => standingOf(asked, product, extra));
  if (asked.cheap) addPrices(asked, standing);
  for (const each of standing) each.score = each.weight ? Math.floor(each.gained / each.weight) : 0;
  return standing;
}

/** Not for a child unasked, nothing unknown on a hard wish, best score, lowest price, reference. */
export function order(a: Standing, b: Standing): number {
  return (
    Number(a.forChild) - Number(b.forChild) ||
    a.unknownWishes - b.unknownWishes ||
    b.score - a.score ||
    (a.priceCents ?? Number.MAX_SAFE_INTEGER) - (b.priceCents ?? Number.MAX_SAFE_INTEGER) ||
    (a.product.ref < b.product.ref ? -1 : 1)
  );
}

export const isAccepted = (standing: Standing): boolean =>
  standing.broken === KEPT || standing.broken.some((drop) => drop.length === 0);

/** Those that break nothing, best first. */
export const accepted = (found: readonly Standing[]): Standing[] => found.filter(isAccepted).sort(order);

function standingOf(asked: Request, product: Product, extra: readonly string[]): Standing {
  const family = asked.finder.parameters.families[product.category] as string;
  const { variants } = product;
  const sized = measure(asked, product, family);
  const wishes = wishesOf(asked, product);
  const price = cheapest(sized.priced);
  const whole = countedWhole(asked, product);
  const here = sized.here === variants ? whole : counted(asked, sized.here);
  const broken = brokenBy(
    asked,
    product,
    extra.length ? [...wishes.broken, ...extra] : wishes.broken,
    price,
    sized.broken,
    sized.priced.length,
  );
  const standing: Standing = {
    product,
    family,
    broken,
    fits: sized.fits,
    inStock: sized.broken ? 0 : here.total,
    stockAnySize: whole.total,
    priceCents: price,
    forChild: !asked.forWhom && product.audience === "kids",
    unknownWishes: wishes.unknown + (asked.answers.budget_cents !== undefined && price === null ? 1 : 0),
    live: [],
    weight: 0,
    gained: 0,
    score: 0,
  };
  addAll(asked, standing, activeFor(asked, family));
  addAll(asked, standing, asked.wishes);
  addLive(asked, standing, here);
  addColour(asked, standing, sized.here);
  return standing;
}

function brokenBy(
  asked: Request,
  product: Product,
  before: readonly string[],
  price: number | null,
  sizeBroken: boolean,
  priced: number,
): Drop[] {
  const wearer = asked.answers.audience;
  const suits = wearer === undefined || SUITED[wearer]?.includes(product.audience);
  const fixed = suits ? before : [...before, "audience"];
  const smaller = sizeBroken || priced < product.variants.length;
  const tooDear = over(asked, price);
  if (!smaller) return fixed.length || tooDear.length ? [union(fixed, tooDear)] : KEPT;
  const sets: Drop[] = sizeBroken ? [] : [union(fixed, tooDear)];
  sets.push(union([...fixed, "size"], over(asked, cheapest(product.variants))));
  return smallest(sets);
}

function over(asked: Request, price: number | null): readonly string[] {
  const budget = asked.answers.budget_cents;
  return budget !== undefined && price !== null && price > budget ? ["budget_cents"] : NOTHING;
}

function wishesOf(asked: Request, product: Product): { broken: string[]; unknown: number } {
  const { meets_from } = asked.finder.parameters;
  const broken: string[] = [];
  let unknown = 0;
  for (const { name, criterion } of asked.must) {
    const verdict = product.verdicts[criterion] as number;
    if (verdict === UNKNOWN) unknown += 1;
    else if (verdict < meets_from) broken.push(name);
  }
  for (const { name, criterion } of asked.mustNot) {
    const verdict = product.verdicts[criterion] as number;
    if (verdict === UNKNOWN) unknown += 1;
    else if (verdict >= meets_from) broken.push(name);
  }
  return { broken, unknown };
}

/** Add what criteria give; the hottest loop of the ranking, so it makes nothing. */
function addAll(asked: Request, standing: Standing, { criteria, weights }: Active): void {
  const { verdicts } = standing.product;
  const unknown = asked.finder.parameters.unknown_degree;
  for (let place = 0; place < criteria.length; place++) {
    const degree = verdicts[criteria[place] as number] as number;
    if (degree === NOT_APPLICABLE) continue;
    const weight = weights[place] as number;
    standing.weight += weight;
    standing.gained += weight * (degree === UNKNOWN ? unknown : degree);
  }
}

function addTerm(asked: Request, standing: Standing, term: Term): void {
  const [, weight, degree] = term;
  standing.live.push(term);
  standing.weight += weight;
  standing.gained += weight * (degree === UNKNOWN ? asked.finder.parameters.unknown_degree : degree);
}

/** What stays open of any piece, and what is in the shop before what is not. */
function addLive(asked: Request, standing: Standing, here: Counted): void {
  const { doubt_weight, stock_weight } = asked.finder.parameters;
  addTerm(asked, standing, [SILENT, doubt_weight, UNKNOWN]);
  if (asked.levels !== null && standing.product.variants.length > 0) {
    const known = here.total > 0 ? 100 : 0;
    addTerm(asked, standing, [SILENT, stock_weight, here.counts ? known : UNKNOWN]);
  }
}

/** Whether one of the variants that count is of the colour asked for. */
function addColour(asked: Request, standing: Standing, variants: readonly Variant[]): void {
  if (asked.colour === null) return;
  const { name, criterion } = asked.colour;
  const { colours } = standing.product;
  const families = new Set(variants.map(({ colour }) => colours[colour]?.family ?? null));
  const known = families.size === 0 || families.has(null) ? UNKNOWN : 0;
  const weight = asked.finder.criteria[criterion]?.weight as number;
  addTerm(asked, standing, [criterion, weight, families.has(name) ? 100 : known]);
}

/** The terms of the score that have a criterion, and those that are live. */
export function termsOf(asked: Request, standing: Standing): Term[] {
  const terms: Term[] = [];
  for (const { criteria, weights } of [activeFor(asked, standing.family), asked.wishes]) {
    criteria.forEach((index, place) => {
      const degree = standing.product.verdicts[index] as number;
      if (degree !== NOT_APPLICABLE) terms.push([index, weights[place] as number, degree]);
    });
  }
  terms.push(...standing.live);
  return terms;
}

/** Where a low price is wished, add how each price lies between the lowest and the highest proposed. */
function addPrices(asked: Request, found: readonly Standing[]): void {
  const cheap = asked.finder.parameters.cheap_criterion;
  let low = Number.MAX_SAFE_INTEGER;
  let high = 0;
  for (const each of found) {
    if (each.priceCents === null || !isAccepted(each)) continue;
    low = Math.min(low, each.priceCents);
    high = Math.max(high, each.priceCents);
  }
  const weight = asked.finder.criteria[cheap]?.weight as number;
  for (const each of found) addTerm(asked, each, [cheap, weight, cheapness(each.priceCents, low, high)]);
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
