/** Tells the home page what the training has for today. */
import { effect } from "@preact/signals";
import { href } from "../../lib/router";
import { deck, startTraining, trainingAwaited } from "../../state/training";
import { forToday } from "../../training/session";
import { cardsDue, cardsKnown } from "../home/slots";

let started = false;

/** Begin once. */
export function startDue(): void {
  startTraining();
  if (started) return;
  started = true;
  effect(() => {
    const now = deck.value;
    cardsDue.value = now && { count: now.due.length, fresh: forToday(now) - now.due.length, href: href("/learn") };
    cardsKnown.value ||= !trainingAwaited.value;
  });
}
