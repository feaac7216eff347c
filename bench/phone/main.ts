/** Runs in the browser under measure: what a tap, a question, an outfit, a sentence and a key cost, in milliseconds. */
import type { Answers, Finder, Product, Snapshot, Stock } from "../../pwa/src/catalogue/types";
import { type Engine, makeEngine } from "../../pwa/src/features/search/engine";
import { makeSynonyms } from "../../pwa/src/features/search/synonyms";
import { advise, sentences, warmUp } from "../../pwa/src/finder";
import { composer, report, type Rules } from "../../pwa/src/finder/outfit";
import { type Lexicon, makeUnderstand, type Understand } from "../../pwa/src/words";
import { type Judge, makeJudge } from "./rules";
import { makeTextRanking } from "./text";

export { bring, change, layouts, start } from "./catalogue";

/** Rows that the page of advice shows at once. */
const ROWS = 12;

interface Given {
  snapshot: Snapshot;
  stock: Stock;
  lexicon: Lexicon;
}

let finder: Finder;
let products: readonly Product[];
let stock: Stock;
let engine: Engine;
let understand: Understand;
let judge: Judge;
let rankByText: (answers: Answers) => number;
const byRef = new Map<string, Product>();

/** Take the catalogue in; return how long the index of the search took, and that of the sentences. */
export async function open(address: string): Promise<{ search: number; words: number; variants: number; products: number }> {
  const given = (await (await fetch(address)).json()) as Given;
  ({ stock } = given);
  ({ finder, products } = given.snapshot);
  for (const product of products) byRef.set(product.ref, product);
  rankByText = makeTextRanking(given.snapshot);
  judge = makeJudge(finder);
  const search = timed(() => {
    engine = makeEngine(given.snapshot);
  });
  engine.learn(makeSynonyms(given.lexicon));
  const words = timed(() => {
    understand = makeUnderstand(given.lexicon);
  });
  const variants = products.reduce((sum, product) => sum + product.variants.length, 0);
  return { search, words, variants, products: products.length };
}

/** What the application does while nobody waits; the time of each step. */
export function warm(): number[] {
  const steps = warmUp(finder, products, stock);
  const times: number[] = [];
  for (let isDone = false; !isDone; ) {
    times.push(
      timed(() => {
        isDone = steps.next().done === true;
      }),
    );
  }
  return times;
}

/** The time of each tap: rank everything, find the ways out, and say why for the rows that are shown. */
export const taps = (asked: Answers[]): number[] => asked.map((answers) => timed(() => serve(answers)));

/** The time of the next question, asked once the answer to a tap is on the screen. */
export const questions = (asked: Answers[]): number[] =>
  asked.map((answers) => {
    const advice = advise(finder, products, answers, stock);
    return timed(() => advice.next_question);
  });

export const outfits = (asked: Answers[]): number[] => asked.map((answers) => timed(() => compose(answers)));

export const words = (said: [string, string][]): number[] =>
  said.map(([lang, text]) => timed(() => understand(text, { lang })));

export const keys = (queries: string[]): number[] => queries.map((query) => timed(() => engine.find(query)));

export const texts = (asked: Answers[]): number[] => asked.map((answers) => timed(() => rankByText(answers)));

/** The time of each tap by the peer, which runs its rules asynchronously. */
export async function rules(asked: Answers[]): Promise<number[]> {
  const times: number[] = [];
  for (const answers of asked) {
    const start = performance.now();
    await judge.score(products, answers, stock);
    times.push(performance.now() - start);
  }
  return times;
}

/** On how many pieces the peer finds the same criteria met as the finder. Throws where it does not. */
export const agreed = (asked: Answers[]): Promise<number> => judge.agreed(products, asked, stock);

/** What the times are worth nothing without: that something was found, and said. */
export const found = (asked: Answers[], worn: Answers[], queries: string[], said: [string, string][]) => ({
  advised: asked.map(serve),
  texts: asked.map((answers) => rankByText(answers)),
  worn: worn.map(compose),
  searched: queries.map((query) => engine.find(query).products.length),
  understood: said.map(([lang, text]) => Object.keys(understand(text, { lang }).answers).length),
});

/** What the page of advice does at a tap, and the ways out, which it shows where nothing fits. */
function serve(answers: Answers): number {
  const advice = advise(finder, products, answers, stock);
  for (const ranked of advice.foremost(ROWS)) {
    const product = byRef.get(ranked.ref);
    if (!product || !sentences(finder, product, ranked, answers).say.check) throw new Error(`nothing to say: ${ranked.ref}`);
  }
  if (advice.relaxations.length > 0 && advice.relaxations.every(({ count }) => count === 0)) throw new Error("no way out");
  return advice.remaining;
}

function compose(answers: Answers): number {
  const made = composer(finder as Rules, products, answers, stock);
  report(made, answers.budget_cents ?? null);
  return made.states.length;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
