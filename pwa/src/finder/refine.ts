/** From a piece at hand to the pieces that suit the same need and are truly lighter, warmer or cheaper. */
import type { Answers, Comparing, Finder, Product } from "../catalogue/types";
import { COLOUR, type Difference, differenceBy, differences } from "./differences";
import { type Line, lineOf } from "./explain";
import { type Judged, judgeKind, knownProduct, type Levels, spokenTerms, standIns } from "./judged";
import { missingOf, type Relaxation, relaxations } from "./relax";
import { accepted, type Standing, UNKNOWN } from "./standing";

export interface Step {
  ref: string;
  score: number;
  fits: string[];
  in_stock: number;
  price_cents: number | null;
  /** What was asked for; null for what only comes nearest. */
  gain: Difference | null;
  also: Difference[];
  lost: Difference[];
  /** What the piece at hand meets and this one does not. */
  misses: Line[];
}

export interface Refined {
  from: string;
  towards: string;
  remaining: number;
  results: Step[];
  /** Which answers keep better pieces out. */
  relaxations: Relaxation[];
  /** What comes next, where nothing is better. */
  nearest: Step[];
  /** The piece's own colours in the sizes that fit, where another colour is asked for. */
  colours: { colour: number; stock: number | null }[];
}

const LOST = 3;
const NEAREST = 3;

/** The pieces that break nothing and are better than the given one in one direction, by their score. */
export function refine(
  finder: Finder,
  products: readonly Product[],
  answers: Answers,
  stock: Levels,
  ref: string,
  towards: string,
  currency = "EUR",
): Refined {
  const axis = (finder.comparing as Comparing).towards[towards];
  if (axis === undefined) throw new RangeError(`no direction ${towards}`);
  const product = knownProduct(finder, products, ref);
  const judged = judgeKind(finder, products, answers, stock, product);
  const one = judged.found.get(ref) as Standing;
  const gains = new Map<string, Difference>();
  const others = standIns(judged, product);
  for (const each of others) {
    const gain = differenceBy(finder, axis, one, each, currency);
    if (gain?.better) gains.set(each.product.ref, gain);
  }
  const better = others.filter((each) => gains.has(each.product.ref));
  const suiting = accepted(better);
  const step = (each: Standing, gain: Difference | null) => stepOf(judged, one, each, gain, axis, currency);
  return {
    from: ref,
    towards,
    remaining: suiting.length,
    results: suiting.map((each) => step(each, gains.get(each.product.ref) as Difference)),
    relaxations: relaxations(missingOf(better)),
    nearest: suiting.length
      ? []
      : accepted(others)
          .slice(0, NEAREST)
          .map((each) => step(each, null)),
    colours: axis === COLOUR ? coloursOf(product, one, stock) : [],
  };
}

/** In which directions pieces like this one can be told apart at all, in the order of the axes; colour last. */
export function directions({ comparing }: Finder, product: Product): string[] {
  if (!comparing) return [];
  const place = (axis: string): number => comparing.axes.findIndex(({ id }) => id === axis);
  const gauge = (axis: string): string | null => comparing.axes[place(axis)]?.gauge ?? null;
  return Object.entries(comparing.towards)
    .filter(([, axis]) => {
      const read = gauge(axis);
      return read === null || read in product.gauges;
    })
    .sort(([, a], [, b]) => Number(a === COLOUR) - Number(b === COLOUR) || place(a) - place(b))
    .map(([towards]) => towards);
}

/** What the shop counts of each colour of the piece itself, in the sizes that fit; null where nothing was. */
function coloursOf(product: Product, one: Standing, stock: Levels): Refined["colours"] {
  return product.colours.flatMap((_, colour) => {
    const meant = product.variants.filter(
      (each) => each.colour === colour && (!one.fits.length || one.fits.includes(each.size)),
    );
    const counted = meant.flatMap(({ gtin }) => stock?.levels[gtin]?.quantity ?? []);
    return meant.length ? [{ colour, stock: counted.length ? counted.reduce((sum, n) => sum + n, 0) : null }] : [];
  });
}

/** A piece with its gain in words, what else is better, and what is lost by it. */
function stepOf(
  judged: Judged,
  one: Standing,
  other: Standing,
  gain: Difference | null,
  axis: string,
  currency: string,
): Step {
  const all = differences(judged.asked.finder, one, other, currency);
  const found = all.filter((each) => each.axis !== axis || gain === null);
  return {
    ref: other.product.ref,
    score: other.score,
    fits: other.fits,
    in_stock: other.inStock,
    price_cents: other.priceCents,
    gain,
    also: found.filter((each) => each.better),
    lost: found.filter((each) => !each.better),
    misses: missesOf(judged, one, other),
  };
}

/** What the piece at hand meets and the other does not, the weightiest first, one of a topic. */
function missesOf({ asked }: Judged, one: Standing, other: Standing): Line[] {
  const { criteria, parameters } = asked.finder;
  const degrees = new Map(spokenTerms(asked, other).map(([index, , degree]) => [index, degree]));
  const missed = spokenTerms(asked, one).filter(([index, , degree]) => {
    const theirs = degrees.get(index) ?? UNKNOWN;
    return degree >= parameters.meets_from && theirs > UNKNOWN && theirs < parameters.meets_from;
  });
  missed.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const chosen = new Map<string, Line>();
  for (const [index] of missed) {
    const criterion = criteria[index];
    if (!criterion || criterion.quiet || chosen.has(criterion.topic)) continue;
    chosen.set(criterion.topic, lineOf(asked.finder, other.product, index, "caution"));
  }
  return [...chosen.values()].slice(0, LOST);
}
