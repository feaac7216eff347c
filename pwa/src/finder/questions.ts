/**
 * Which question to ask next: the one whose answer changes the advice most. One that changes nothing is never asked.
 *
 * The piece and what it is for come first, then the conditions, then what limits the choice, wishes last: their `stage`. A
 * limit always changes the list, and to ask what matters most before asking what for is to let the customer do the
 * seller's work.
 */
import type { Answers, Product, Question, Scalar } from "../catalogue/types";
import { standings } from "./evaluate";
import type { Found } from "./found";
import { holds } from "./needs";
import { type Request, withAnswer } from "./request";
import type { Standing } from "./standing";

/** How many of the products proposed now are ranked again for each possible answer. */
const POOL = 30;
const TOP = 3;
const PLACES = [3, 2, 1];
const SIZES = 6;
const WISHES = "wishes";

/**
 * The open question with the greatest expected change of the first three; equal ones in the order of the knowledge.
 * A question is only asked where none of an earlier stage changes anything.
 */
export function nextQuestion(asked: Request, found: Found): string | null {
  const near = found.foremost(POOL);
  const open = asked.finder.questions.filter((question) => isOpen(asked, question));
  for (const stage of [...new Set(open.map((question) => question.stage))].sort((a, b) => a - b)) {
    const first = foremost(
      asked,
      near,
      open.filter((question) => question.stage === stage),
    );
    if (first !== null) return first;
  }
  return null;
}

function foremost(asked: Request, near: readonly Standing[], questions: readonly Question[]): string | null {
  const pool = near.map((each) => each.product);
  const now = near.slice(0, TOP).map((each) => each.product.ref);
  let chosen: string | null = null;
  let most = 0;
  for (const question of questions) {
    const expected = expectedChange(asked, pool, now, question, valuesOf(question, near));
    if (expected > most) {
      chosen = question.id;
      most = expected;
    }
  }
  return chosen;
}

function isOpen(asked: Request, question: Question): boolean {
  if (question.kind === "size" && [...asked.scene.kinds].every((kind) => kind in asked.sizes)) return false;
  return asked.answers[question.id] === undefined && holds(question.when, asked.scene.now.context);
}

function expectedChange(
  asked: Request,
  pool: readonly Product[],
  now: readonly string[],
  question: Question,
  values: readonly Scalar[],
): number {
  let sum = 0;
  let known = 0;
  for (const value of values) {
    const change = changeBy(asked, pool, now, question, value);
    if (change === null) continue;
    sum += change;
    known += 1;
  }
  return known ? Math.floor((sum * 100) / known) : 0;
}

/** The answers to try: those of the question, or what the products at hand make possible. */
function valuesOf(question: Question, near: readonly Standing[]): Scalar[] {
  if (question.id === "budget_cents") return budgets(near);
  if (question.kind === "size") return commonSizes(near);
  return question.probe?.length ? question.probe : question.answers.map((answer) => answer.id);
}

function budgets(near: readonly Standing[]): number[] {
  const prices = near.flatMap((each) => (each.priceCents === null ? [] : [each.priceCents])).sort((a, b) => a - b);
  if (!prices.length) return [];
  return [1, 2, 3].map((share) => prices[Math.floor((prices.length * share) / 4)] as number);
}

function commonSizes(near: readonly Standing[]): string[] {
  const counts = new Map<string, number>();
  for (const each of near) {
    for (const size of new Set(each.product.variants.map((variant) => variant.size))) {
      counts.set(size, (counts.get(size) ?? 0) + 1);
    }
  }
  const common = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return common.slice(0, SIZES).map(([size]) => size);
}

/** How much the first places change, or null where the answer leaves nothing to propose. */
function changeBy(
  asked: Request,
  pool: readonly Product[],
  now: readonly string[],
  question: Question,
  value: Scalar,
): number | null {
  const answer = (question.kind === WISHES ? [value] : value) as Answers[keyof Answers];
  const then = standings(withAnswer(asked, question.id, answer), pool).foremost(TOP);
  if (!then.length) return null;
  return now.reduce((sum, ref, place) => (then[place]?.product.ref === ref ? sum : sum + (PLACES[place] as number)), 0);
}
