/** What to propose where a size or a colour is gone: other colours, the sizes beside it, the nearest pieces. */
import type { Answers, Finder, Product, Variant } from "../catalogue/types";
import { type Difference, differences } from "./differences";
import { type Judged, judgeKind, knownProduct, type Levels, spokenTerms, standIns } from "./judged";
import { missingOf, type Relaxation, relaxations } from "./relax";
import { sizeFor } from "./request";
import { normalise } from "./sizes";
import { accepted, type Standing, UNKNOWN } from "./standing";

export interface Alternative {
  ref: string;
  score: number;
  /** How alike it is for this need, 0 to 100. */
  likeness: number;
  fits: string[];
  in_stock: number;
  price_cents: number | null;
  differences: Difference[];
}

export interface Beside {
  size: string;
  step: "smaller" | "larger";
  stock: number;
  in_colour: number | null;
}

export interface Alternatives {
  ref: string;
  size: string | null;
  colour: number | null;
  /** What is counted of it, 0 where it has no such size; null where nobody ever did. */
  here: number | null;
  colours: { colour: number; sizes: string[]; stock: number }[];
  sizes: Beside[];
  pieces: Alternative[];
  relaxations: Relaxation[];
}

const NEAREST = 4;
/** What a gauge weighs beside the criteria in likeness; as much as a criterion of some weight. */
const GAUGE_WEIGHT = 20;
/** Degrees that one step of a gauge stands for. */
const STEP = 20;
const LETTERS = ["XXXS", "XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL", "XXXXL"];
const NUMBER = /^[0-9]{1,3}(?:\.5)?$/;
const AGE = /^([0-9]{1,2})A$/;

/** What can be had instead of a piece in a size (else the customer's) and a colour (else any). */
export function alternatives(
  finder: Finder,
  products: readonly Product[],
  answers: Answers,
  stock: Levels,
  ref: string,
  size: string | null = null,
  colour: number | null = null,
  currency = "EUR",
): Alternatives {
  const product = knownProduct(finder, products, ref);
  const judged = judgeKind(finder, products, size === null ? answers : { ...answers, size }, stock, product);
  const one = judged.found.get(ref) as Standing;
  const asked = sizeFor(judged.asked, finder.parameters.families[product.category] as string);
  const fits = one.fits.length || asked !== null ? one.fits : null;
  const others = standIns(judged, product);
  const near = nearest(
    judged,
    one,
    others.filter((each) => each.inStock > 0 || stock === null),
  );
  return {
    ref,
    size: asked,
    colour,
    here: fits?.length === 0 ? 0 : counted(product, stock, fits, colour),
    colours: coloursOf(product, stock, fits, colour),
    sizes: besides(product, stock, asked, one.fits, colour),
    pieces: near.map(({ likeness, standing }) => ({
      ref: standing.product.ref,
      score: standing.score,
      likeness,
      fits: standing.fits,
      in_stock: standing.inStock,
      price_cents: standing.priceCents,
      differences: differences(finder, one, standing, currency),
    })),
    relaxations: near.length ? [] : relaxations(missingOf(others)),
  };
}

/** The variants of the product in these sizes, or in all, and in this colour, or in all. */
const meantBy = (product: Product, fits: readonly string[] | null, colour: number | null): Variant[] =>
  product.variants.filter(
    (each) => (fits === null || fits.includes(each.size)) && (colour === null || each.colour === colour),
  );

function counted(
  product: Product,
  stock: Levels,
  fits: readonly string[] | null,
  colour: number | null,
): number | null {
  const counts = meantBy(product, fits, colour).flatMap(({ gtin }) => stock?.levels[gtin]?.quantity ?? []);
  return counts.length ? counts.reduce((sum, n) => sum + n, 0) : null;
}

/** The other colours that are here in the size. */
function coloursOf(
  product: Product,
  stock: Levels,
  fits: readonly string[] | null,
  colour: number | null,
): Alternatives["colours"] {
  if (colour === null) return [];
  return product.colours.flatMap((_, other) => {
    const count = counted(product, stock, fits, other);
    if (other === colour || !count) return [];
    const sizes = [...new Set(meantBy(product, fits, other).map((each) => each.size))];
    return [{ colour: other, sizes, stock: count }];
  });
}

/** The nearest smaller and larger size that are here, in this colour if it can be. */
function besides(
  product: Product,
  stock: Levels,
  asked: string | null,
  fits: readonly string[],
  colour: number | null,
): Beside[] {
  const wanted = asked === null ? null : rungOf(asked);
  if (wanted === null) return [];
  const offered = [...new Set(product.variants.map((each) => each.size))].filter((each) => !fits.includes(each));
  const same = offered.flatMap((size) => {
    const rung = rungOf(normalise(size));
    return rung?.ladder === wanted.ladder ? [{ size, place: rung.place }] : [];
  });
  same.sort((a, b) => a.place - b.place || (a.size < b.size ? -1 : 1));
  const smaller = same.findLast(({ place }) => place < wanted.place);
  const larger = same.find(({ place }) => place > wanted.place);
  const found: Beside[] = [];
  for (const [step, size] of [["smaller", smaller?.size] as const, ["larger", larger?.size] as const]) {
    const whole = size === undefined ? null : counted(product, stock, [size], null);
    if (size === undefined || !whole) continue;
    found.push({ size, step, stock: whole, in_colour: counted(product, stock, [size], colour) });
  }
  return found;
}

/** The ladder of a normalised size, and its place in halves of a step. */
function rungOf(size: string): { ladder: string; place: number } | null {
  if (LETTERS.includes(size)) return { ladder: "letter", place: 2 * LETTERS.indexOf(size) };
  if (NUMBER.test(size)) return { ladder: "number", place: Math.round(2 * Number(size)) };
  const age = AGE.exec(size);
  return age ? { ladder: "age", place: 2 * Number(age[1]) } : null;
}

/** Those that break nothing, most alike first; among equals as they rank. */
function nearest(
  judged: Judged,
  one: Standing,
  others: readonly Standing[],
): { likeness: number; standing: Standing }[] {
  return accepted(others)
    .map((standing) => ({ likeness: likenessOf(judged, one, standing), standing }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEAREST);
}

/** How alike two pieces are for this need, 0 to 100: the verdicts by their weights, and the gauges. */
function likenessOf({ asked }: Judged, one: Standing, other: Standing): number {
  const { unknown_degree } = asked.finder.parameters;
  const known = (degree: number): number => (degree === UNKNOWN ? unknown_degree : degree);
  const degrees = new Map(spokenTerms(asked, other).map(([index, , degree]) => [index, degree]));
  let total = 0;
  let gained = 0;
  for (const [index, weight, degree] of spokenTerms(asked, one)) {
    total += weight;
    gained += weight * (100 - Math.abs(known(degree) - known(degrees.get(index) ?? UNKNOWN)));
  }
  for (const [name, { level }] of Object.entries(one.product.gauges)) {
    const beside = other.product.gauges[name]?.level ?? null;
    if (level === null || beside === null) continue;
    total += GAUGE_WEIGHT;
    gained += GAUGE_WEIGHT * (100 - STEP * Math.abs(level - beside));
  }
  return total ? Math.floor(gained / total) : 0;
}
