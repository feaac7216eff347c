/** Runs in the browser under measure: what a tap and a key cost, in milliseconds. */
import type { Answers, Snapshot, Stock } from "../../pwa/src/catalogue/types";
import { type Engine, makeEngine } from "../../pwa/src/features/search/engine";
import { rank, sentences } from "../../pwa/src/finder";

/** Rows that the page of advice shows at once. */
const ROWS = 12;

let snapshot: Snapshot;
let stock: Stock;
let engine: Engine;

/** Take the catalogue in; return how long the index of the search took. */
export function open(given: Snapshot, counted: Stock): number {
  snapshot = given;
  stock = counted;
  return timed(() => {
    engine = makeEngine(snapshot);
  });
}

/** The time of each tap: rank everything, and say why for the rows that are shown. */
export const taps = (asked: Answers[]): number[] => asked.map((answers) => timed(() => void advise(answers)));

/** The time of each key in the field of the search. */
export const keys = (queries: string[]): number[] => queries.map((query) => timed(() => void engine.find(query)));

/** What the times are worth nothing without: that something was found, and said. */
export const found = (asked: Answers[], queries: string[]) => ({
  variants: snapshot.products.reduce((sum, product) => sum + product.variants.length, 0),
  products: snapshot.products.length,
  advised: asked.map((answers) => advise(answers)),
  searched: queries.map((query) => engine.find(query).products.length),
});

const byRef = new Map<string, number>();

function advise(answers: Answers): number {
  const { finder, products } = snapshot;
  if (byRef.size === 0) products.forEach(({ ref }, index) => byRef.set(ref, index));
  const { results, remaining } = rank(finder, products, answers, stock, products.length);
  for (const ranked of results.slice(0, ROWS)) {
    const product = products[byRef.get(ranked.ref) ?? -1];
    if (!product || !sentences(finder, product, ranked, answers).say.check) throw new Error(`nothing to say: ${ranked.ref}`);
  }
  return remaining;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
