/** What can be done before the first tap: working out the pieces, and going once the way of a customer. */
import type { Answers, Finder, Product, Question, Stock } from "../catalogue/types";
import { standings } from "./evaluate";
import { sentences } from "./explain";
import { advise } from "./rank";
import { prepare } from "./request";

/** How many pieces are taken in one step while the code is cold, and how many results are put into words. */
const STEP = 100;
const SPOKEN = 3;
const SIZE = "M";

type Counted = Pick<Stock, "levels"> | null;

/** Small steps of work, each a few milliseconds; they change no later answer, only how soon it comes. */
export function* warmUp(finder: Finder, products: readonly Product[], stock: Counted): Generator<undefined, void> {
  const all = [...products];
  const customers = [...customersOf(finder)];
  const asked = prepare(finder, {}, stock?.levels ?? null);
  for (let start = 0; start < all.length; start += STEP) {
    const few = all.slice(start, start + STEP);
    standings(asked, few);
    serve(finder, few, customers[(start / STEP) % customers.length] ?? {}, stock);
    yield;
  }
  for (const answers of customers) {
    serve(finder, all, answers, stock);
    yield;
  }
}

function serve(finder: Finder, products: readonly Product[], answers: Answers, stock: Counted): void {
  for (const ranked of advise(finder, products, answers, stock).foremost(SPOKEN)) {
    const product = products.find(({ ref }) => ref === ranked.ref);
    if (product) sentences(finder, product, ranked, answers);
  }
}

/** One who says everything, a word at a time, and between two words those who only name an activity. */
function* customersOf({ questions }: Finder): Generator<Answers> {
  const activities = questions.find((question) => question.id === "activity")?.answers ?? [];
  let said: Answers = {};
  for (const [place, question] of questions.entries()) {
    const value = anyAnswer(question);
    if (value !== undefined) said = { ...said, [question.id]: value };
    yield said;
    const activity = activities[place];
    if (activity) yield { activity: activity.id };
  }
}

function anyAnswer({ kind, range, probe, answers }: Question): Answers[keyof Answers] {
  if (kind === "size") return SIZE;
  const first = answers[0]?.id ?? probe?.[0];
  if (kind === "wishes") return first === undefined ? undefined : [String(first)];
  return (first ?? range?.max) as Answers[keyof Answers];
}
