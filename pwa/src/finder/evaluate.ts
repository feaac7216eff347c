/** Hold one product against one customer's answers: what it breaks, what is unknown, how well it suits. */
import type { Product } from "../catalogue/types";
import { coloursOf, countedOf, measure, type Sized } from "./fit";
import { type Active, activeFor, type Request, type Wished } from "./request";
import { type Piece, shelfOf } from "./shelf";

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
  /** The degrees that are made live: what is in the shop, the colour, the low price. */
  stock: number;
  colour: number;
  cheap: number;
  /** Sum of the weights, and of weight times degree. */
  weight: number;
  gained: number;
  score: number;
  /** The score in millionths, for the order of equal scores. */
  exact: number;
}

const SUITED: Record<string, readonly string[]> = {
  men: ["men", "unisex"],
  women: ["women", "unisex"],
  kids: ["kids"],
  unisex: ["unisex"],
};
const NOTHING: readonly string[] = [];
const KEPT: Drop[] = [[]];
const MILLION = 1_000_000;

/** The standing of each product of the kind that is wanted; where there is none, of all, each with `wanted` broken. */
export function standings(request: Request, products: readonly Product[]): Standing[] {
  let asked = request;
  const { families, size_kinds } = asked.finder.parameters;
  const shelf = shelfOf(products);
  const inside = (wanted: Iterable<string>) => [...wanted].flatMap((category) => shelf.get(category) ?? []);
  let found = inside(asked.scene.universe);
  let extra = NOTHING;
  if (found.length === 0) {
    found = inside(Object.keys(families));
    extra = ["wanted"];
    asked = { ...asked, scene: { ...asked.scene, kinds: new Set(Object.values(size_kinds)) } };
  }
  const standing = found.map((piece) => standingOf(asked, piece, extra));
  if (asked.cheap) addPrices(asked, standing);
  for (const each of standing) {
    each.exact = each.weight ? Math.floor((each.gained * MILLION) / each.weight) : 0;
    each.score = Math.floor(each.exact / MILLION);
  }
  return standing;
}

/** Not for a child unasked, nothing unknown on a hard wish, best score, lowest price, what rounding hides, reference. */
export function order(a: Standing, b: Standing): number {
  return (
    Number(a.forChild) - Number(b.forChild) ||
    a.unknownWishes - b.unknownWishes ||
    b.score - a.score ||
    (a.priceCents ?? Number.MAX_SAFE_INTEGER) - (b.priceCents ?? Number.MAX_SAFE_INTEGER) ||
    b.exact - a.exact ||
    (a.product.ref < b.product.ref ? -1 : 1)
  );
}

export const isAccepted = (standing: Standing): boolean =>
  standing.broken === KEPT || standing.broken.some((drop) => drop.length === 0);

/** Those that break nothing, best first. */
export const accepted = (found: readonly Standing[]): Standing[] => found.filter(isAccepted).sort(order);

/** The first few of these, without sorting the rest. */
export function foremostOf(found: readonly Standing[], count: number): Standing[] {
  const best: Standing[] = [];
  for (const each of found) {
    if (!isAccepted(each)) continue;
    let place = best.length;
    while (place > 0 && order(each, best[place - 1] as Standing) < 0) place -= 1;
    if (place < count) best.splice(place, 0, each);
    if (best.length > count) best.pop();
  }
  return best;
}

function standingOf(asked: Request, piece: Piece, extra: readonly string[]): Standing {
  const { product, whole } = piece;
  const { families, doubt_weight } = asked.finder.parameters;
  const family = families[product.category] as string;
  const measured = measure(asked, piece, family);
  const standing: Standing = {
    product,
    family,
    broken: brokenBy(asked, piece, extra, measured),
    fits: measured.fits,
    inStock: measured.broken ? 0 : countedOf(asked, measured).total,
    stockAnySize: countedOf(asked, whole).total,
    priceCents: measured.price,
    forChild: !asked.forWhom && product.audience === "kids",
    unknownWishes: unknownWishes(asked, piece, measured.price),
    stock: stockOf(asked, measured),
    colour: colourOf(asked, measured, product),
    cheap: NOT_APPLICABLE,
    weight: 0,
    gained: 0,
    score: 0,
    exact: 0,
  };
  addAll(asked, standing, piece, activeFor(asked, family));
  addAll(asked, standing, piece, asked.wishes);
  // What stays open of any piece, and what is in the shop before what is not.
  add(asked, standing, doubt_weight, UNKNOWN);
  add(asked, standing, asked.finder.parameters.stock_weight, standing.stock);
  if (asked.colour !== null) add(asked, standing, weightOf(asked, asked.colour.criterion), standing.colour);
  return standing;
}

function brokenBy(asked: Request, piece: Piece, extra: readonly string[], measured: Sized): Drop[] {
  const { whole } = piece;
  const fixed = fixedBroken(asked, piece, extra);
  const tooDear = over(asked, measured.price);
  if (measured === whole || (measured.priced.length === whole.priced.length && !measured.broken))
    return fixed.length || tooDear.length ? [union(fixed, tooDear)] : KEPT;
  const sets: Drop[] = measured.broken ? [] : [union(fixed, tooDear)];
  sets.push(union([...fixed, "size"], over(asked, whole.price)));
  return smallest(sets);
}

/** The hard answers that another size would not mend: the kind, the wearer, the wishes. */
function fixedBroken(asked: Request, { product, verdicts }: Piece, extra: readonly string[]): readonly string[] {
  const { audience } = product;
  const { meets_from } = asked.finder.parameters;
  const wearer = asked.answers.audience;
  let broken = extra;
  if (wearer !== undefined && !SUITED[wearer]?.includes(audience)) broken = [...broken, "audience"];
  for (const { name, criterion } of asked.must) {
    const verdict = verdicts[criterion] as number;
    if (verdict !== UNKNOWN && verdict < meets_from) broken = [...broken, name];
  }
  for (const { name, criterion } of asked.mustNot) {
    if ((verdicts[criterion] as number) >= meets_from) broken = [...broken, name];
  }
  return broken;
}

function unknownWishes({ must, mustNot, answers }: Request, { verdicts }: Piece, price: number | null): number {
  const isUnknown = ({ criterion }: Wished) => verdicts[criterion] === UNKNOWN;
  let unknown = answers.budget_cents !== undefined && price === null ? 1 : 0;
  for (const wish of must) if (isUnknown(wish)) unknown += 1;
  for (const wish of mustNot) if (isUnknown(wish)) unknown += 1;
  return unknown;
}

function over(asked: Request, price: number | null): readonly string[] {
  const budget = asked.answers.budget_cents;
  return budget !== undefined && price !== null && price > budget ? ["budget_cents"] : NOTHING;
}

/** Add what criteria give; the hottest loop of the ranking, so it makes nothing. */
function addAll(asked: Request, standing: Standing, { verdicts }: Piece, { criteria, weights }: Active): void {
  const unknown = asked.finder.parameters.unknown_degree;
  for (let place = 0; place < criteria.length; place++) {
    const degree = verdicts[criteria[place] as number] as number;
    if (degree === NOT_APPLICABLE) continue;
    const weight = weights[place] as number;
    standing.weight += weight;
    standing.gained += weight * (degree === UNKNOWN ? unknown : degree);
  }
}

function add({ finder }: Request, standing: Standing, weight: number, degree: number): void {
  if (degree === NOT_APPLICABLE) return;
  standing.weight += weight;
  standing.gained += weight * (degree === UNKNOWN ? finder.parameters.unknown_degree : degree);
}

const weightOf = ({ finder }: Request, criterion: number): number => finder.criteria[criterion]?.weight as number;

function stockOf(asked: Request, measured: Sized): number {
  if (asked.levels === null) return NOT_APPLICABLE;
  const { counts, total } = countedOf(asked, measured);
  if (counts > 0) return total > 0 ? 100 : 0;
  return measured.here.length ? UNKNOWN : NOT_APPLICABLE;
}

/** Whether one of the variants that count is of the colour asked for. */
function colourOf({ colour }: Request, measured: Sized, product: Product): number {
  if (colour === null) return NOT_APPLICABLE;
  const families = coloursOf(measured, product);
  if (families.has(colour.name)) return 100;
  return families.size === 0 || families.has(null) ? UNKNOWN : 0;
}

/** The terms of the score: those of criteria, and those that are live. */
export function termsOf(asked: Request, standing: Standing): Term[] {
  const { doubt_weight, stock_weight, cheap_criterion } = asked.finder.parameters;
  const terms: Term[] = [];
  const put = (criterion: number, weight: number, degree: number): void => {
    if (degree !== NOT_APPLICABLE) terms.push([criterion, weight, degree]);
  };
  for (const { criteria, weights } of [activeFor(asked, standing.family), asked.wishes]) {
    criteria.forEach((index, place) => {
      put(index, weights[place] as number, standing.product.verdicts[index] as number);
    });
  }
  put(SILENT, doubt_weight, UNKNOWN);
  put(SILENT, stock_weight, standing.stock);
  if (asked.colour !== null) put(asked.colour.criterion, weightOf(asked, asked.colour.criterion), standing.colour);
  if (asked.cheap) put(cheap_criterion, weightOf(asked, cheap_criterion), standing.cheap);
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
  for (const each of found) {
    each.cheap = cheapness(each.priceCents, low, high);
    add(asked, each, weightOf(asked, cheap), each.cheap);
  }
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
