/** One product held against one customer's answers: what it breaks, what is unknown, how well it suits. */
import type { Product } from "../catalogue/types";
import { type Drop, isOpen } from "./drops";
import { activeFor, type Request } from "./request";

export const NOT_APPLICABLE = -2;
export const UNKNOWN = -1;
/** Stands in a term for the index of a criterion where there is nothing to say: stock, and what stays open. */
export const SILENT = -1;

/** Index of the criterion, weight, degree 0 to 100 or UNKNOWN. */
export type Term = readonly [criterion: number, weight: number, degree: number];

export interface Standing {
  product: Product;
  family: string;
  /** The smallest sets of hard answers that would have to go for it to be proposed; proposed if one is empty. */
  broken: readonly Drop[];
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
  score: number;
  /** The score in millionths, for the order of equal scores. */
  exact: number;
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

/** Those that break nothing, best first. */
export const accepted = (found: readonly Standing[]): Standing[] =>
  found.filter(({ broken }) => isOpen(broken)).sort(order);

export const weightOf = ({ finder }: Request, criterion: number): number =>
  finder.criteria[criterion]?.weight as number;

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
