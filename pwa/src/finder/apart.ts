/** What to say of pieces that stand below one another: never twice the same, where anything tells them apart. */
import type { Answers, Criterion, Finder, Product } from "../catalogue/types";
import { COLOUR, differenceBy, differences, type Priced } from "./differences";
import { isEstimated } from "./estimates";
import { benefitOf, leadOf, leads, lineOf, put } from "./explain";
import type { Ranked } from "./ranked";

/** How many of the pieces just above a sentence must differ from: as many as a screen shows with it. */
const NEAR = 2;

interface Said extends Priced {
  benefit: string;
  plain: string;
}

/**
 * One benefit for each product with its ranking, in the order of the list. Where the first reason would repeat what was
 * just said, the next one that is no estimate speaks; where there is none, a detail is added, or else the difference from
 * that piece.
 */
export function benefits(
  finder: Finder,
  pieces: readonly { product: Product; ranked: Ranked }[],
  answers: Answers,
  currency = "EUR",
): string[] {
  const said: Said[] = [];
  for (const { product, ranked } of pieces) {
    const plain = benefitOf(finder, product, answers, ranked.reasons);
    const now: Said = { product, priceCents: ranked.price_cents, benefit: plain, plain };
    const near = said.slice(-NEAR);
    const taken = new Set(near.map((each) => each.benefit));
    if (taken.has(plain)) {
      const others = () => othersOf(finder, product, answers, ranked.reasons, plain);
      const free = (text: string): boolean => !taken.has(text);
      now.benefit = others().find(free) ?? compared(finder, near, now, currency).find(free) ?? plain;
    }
    said.push(now);
  }
  return said.map((each) => each.benefit);
}

/** What else could be said: loud, and more than an estimate; details are only added to what is said first. */
function othersOf(
  finder: Finder,
  product: Product,
  answers: Answers,
  reasons: readonly number[],
  plain: string,
): string[] {
  const sure = reasons.filter((index) => {
    const criterion = finder.criteria[index] as Criterion;
    return !criterion.quiet && !isEstimated(criterion, product);
  });
  const own = sure.filter((index) => leads(finder, index)).map((index) => benefitOf(finder, product, answers, [index]));
  const first = leadOf(finder, product, reasons);
  const template = finder.comparing?.words.also?.replace("{benefit}", () => plain);
  const details = template === undefined ? [] : sure.filter((index) => !leads(finder, index) && index !== first);
  const added = details
    .map((index) => lineOf(finder, product, index, "reason"))
    .filter(({ lang }) => lang === undefined)
    .map(({ text }) => put(template as string, "detail", text));
  return [...own, ...added].filter((text) => text !== plain);
}

/** The sentence with each difference from the last piece that said it, the better ones first. */
function compared(finder: Finder, near: readonly Said[], now: Said, currency: string): string[] {
  const { words, axes } = finder.comparing ?? {};
  const last = near.findLast((each) => each.benefit === now.plain);
  if (!words || !axes || !last) return [];
  const found = [
    ...differences(finder, last, now, currency),
    ...[differenceBy(finder, COLOUR, last, now, currency) ?? []].flat(),
  ];
  return found
    .sort((a, b) => Number(b.better) - Number(a.better))
    .map(({ text }) =>
      words.apart
        .replace("{benefit}", () => now.plain)
        .replace("{difference}", () => text)
        .replace("{other}", () => last.product.name),
    );
}
