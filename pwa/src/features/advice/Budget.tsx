import type { Question } from "../../catalogue/types";
import { money } from "../../lib/format";
import { answers, snapshot, t } from "../../state";
import { Choice } from "./Choice";
import { NumberQuestion } from "./NumberQuestion";
import { categoriesOf } from "./sizes";
import { answer, answerHere } from "./view";

/** Round sums that people name, in cents. */
const SUMS = [3000, 5000, 8000, 10000, 15000, 20000, 25000, 30000, 40000, 50000, 60000, 80000, 100000];
const SHOWN = 6;

/** A sum that people name with one tap, or any other on the line. */
export function Budget({ question }: { question: Question | undefined }) {
  if (!question) return null;
  const options = sumsWorthAsking(pricesHere()).map((sum) => ({
    id: String(sum),
    label: t("need.budget", { price: money(sum) }),
  }));
  const value = answers.value.budget_cents;
  return (
    <>
      <Choice
        label={question.label}
        options={options}
        value={value === undefined ? undefined : String(value)}
        columns={3}
        onPick={(id) => answer("budget_cents", Number(id))}
      />
      <NumberQuestion
        question={question}
        label={t("advice.budget.other")}
        onInput={(sum) => answers.peek().budget_cents !== sum && answerHere("budget", "budget_cents", sum)}
      />
    </>
  );
}

/** Prices of what is looked for: thirty euros are a question for socks, not for jackets. */
function pricesHere(): number[] {
  const wanted = categoriesOf(answers.value.wanted, snapshot.value?.groups ?? []);
  const asked = (snapshot.value?.products ?? []).filter((product) => !wanted || wanted.has(product.category));
  return asked.flatMap((product) => product.variants[0]?.price_cents ?? []);
}

/** The sums that divide the prices of this shop; one below all or above all would decide nothing. */
export function sumsWorthAsking(prices: readonly number[]): number[] {
  const dividing = SUMS.filter((sum) => prices.some((price) => price <= sum) && prices.some((price) => price > sum));
  if (dividing.length <= SHOWN) return dividing;
  const step = (dividing.length - 1) / (SHOWN - 1);
  return Array.from({ length: SHOWN }, (_, at) => dividing[Math.round(at * step)] as number);
}
