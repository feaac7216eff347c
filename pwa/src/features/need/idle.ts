/** What the advice works out while nobody waits for it. */
import { effect, signal } from "@preact/signals";
import { afterPaint, inSteps } from "../../lib/idle";
import { log } from "../../lib/log";
import { snapshot, stock } from "../../state";
import { ranking } from "./ranking";

/** The question that changes the advice most; a moment behind the answers, because it takes longer than to rank. */
export const nextQuestion = signal<string | null>(null);

effect(() => {
  const found = ranking.value;
  return afterPaint(() => {
    nextQuestion.value = found?.next_question ?? null;
  });
});

// A new catalogue or stock is worked out before the first tap asks for it.
effect(() => {
  const catalogue = snapshot.value;
  const counted = stock.value;
  if (!catalogue?.finder.criteria.length) return;
  let stop = () => {};
  let wanted = true;
  import("./warm").then(
    ({ warmUp }) => {
      if (wanted) stop = inSteps(warmUp(catalogue.finder, catalogue.products, counted));
    },
    (cause: unknown) => log.info("nothing worked out ahead", cause),
  );
  return () => {
    wanted = false;
    stop();
  };
});
