/** One customer's answers held against a range, for what is asked about single pieces of it. */
import type { Answers, Comparing, Finder, Product, Stock } from "../catalogue/types";
import { standings } from "./evaluate";
import { prepare, type Request } from "./request";
import { accepted, SILENT, type Standing, type Term, termsOf } from "./standing";

export interface Judged {
  asked: Request;
  answers: Answers;
  found: ReadonlyMap<string, Standing>;
  /** Those that break nothing, best first. */
  best: readonly Standing[];
}

export type Levels = Pick<Stock, "levels"> | null;

/** The group that stands for everything worn at once: its pieces do not stand for each other. */
const ALL_KINDS = "outfit";
const LISTS = ["must", "must_not", "prefer"] as const;

/** Hold all products against the answers. */
export function judge(finder: Finder, products: readonly Product[], answers: Answers, stock: Levels): Judged {
  const asked = prepare(finder, answers, stock?.levels ?? null);
  const found = standings(asked, products).all();
  return { asked, answers, found: new Map(found.map((each) => [each.product.ref, each])), best: accepted(found) };
}

/** Hold all products against the answers, or where another kind is wanted, those of the product's own category. */
export function judgeKind(
  finder: Finder,
  products: readonly Product[],
  answers: Answers,
  stock: Levels,
  product: Product,
): Judged {
  const judged = judge(finder, products, answers, stock);
  if (judged.found.has(product.ref)) return judged;
  return judge(finder, products, { ...answers, wanted: product.category }, stock);
}

/** The product of a reference, where the finder knows its category. */
export function knownProduct(finder: Finder, products: readonly Product[], ref: string): Product {
  const product = products.find((each) => each.ref === ref);
  if (!product || !(product.category in finder.parameters.families)) throw new RangeError(`no product ${ref}`);
  return product;
}

/** The place of a piece among those proposed, from 1. */
export function placeOf({ best }: Judged, ref: string): number | null {
  const place = best.findIndex((each) => each.product.ref === ref);
  return place < 0 ? null : place + 1;
}

/**
 * The standings of the other pieces that can take the product's place on the body, in no order.
 * Of its own family; where the customer named a group that holds both, of that group.
 */
export function standIns({ asked, answers, found }: Judged, product: Product): Standing[] {
  const { families, groups } = asked.finder.parameters;
  const wanted = answers.wanted ?? "";
  const group = wanted === ALL_KINDS ? [] : (groups[wanted] ?? []);
  const place = bodyPlace(asked.finder, product.category);
  const suits = (other: string): boolean =>
    bodyPlace(asked.finder, other) === place &&
    (families[other] === families[product.category] || (group.includes(product.category) && group.includes(other)));
  return [...found.values()].filter((each) => each.product.ref !== product.ref && suits(each.product.category));
}

function bodyPlace(finder: Finder, category: string): string {
  const places = Object.entries((finder.comparing as Comparing).places);
  return places.find(([, categories]) => categories.includes(category))?.[0] ?? category;
}

/** The terms of the score that have a criterion. */
export const spokenTerms = (asked: Request, standing: Standing): Term[] =>
  termsOf(asked, standing).filter(([index]) => index !== SILENT);

/** The answers after letting go of answers and wishes by their names. */
export function without(answers: Answers, drop: readonly string[]): Answers {
  const gone = new Set(drop.includes("size") ? [...drop, "sizes"] : drop);
  const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => !gone.has(name))) as Answers;
  for (const name of LISTS) {
    const wishes = kept[name];
    if (wishes) kept[name] = wishes.filter((wish) => !gone.has(wish));
  }
  return kept;
}
