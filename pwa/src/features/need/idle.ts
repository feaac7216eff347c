/** What the advice works out while nobody waits for it. */
import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Answers } from "../../catalogue/types";
import { afterFrame, inSteps } from "../../lib/idle";
import { log } from "../../lib/log";
import { answers, snapshot, stock } from "../../state";
import { ranking } from "./ranking";

/** What was said, and the question that then changes the advice most. */
export interface Settled {
  answers: Answers;
  next: string | null;
}

const current = signal<Settled | null>(null);

/**
 * A frame behind the answers: the tap and what it found are seen first, then the next question is looked for and asked.
 * Null until it is known for the first time.
 */
export const settled: ReadonlySignal<Settled | null> = current;

effect(() => {
  const found = ranking.value;
  // At a start the catalogue comes last: what is settled before it would be of a customer who is not read yet.
  if (!found) return undefined;
  return afterFrame(() => {
    current.value = { answers: answers.peek(), next: found.next_question };
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
