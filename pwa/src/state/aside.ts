/** What is followed beside the advice: the day, what is new in the range, questions and their answers. */
import { effect, untracked } from "@preact/signals";
import { log } from "../lib/log";
import { startDay } from "./day";
import { online } from "./online";
import { onDelivered } from "./outbox";
import { openQuestions, refreshQuestions } from "./questions";
import { startRange } from "./range";
import { session, shopId } from "./session";

/** Questions are answered once or twice a day: ask no more often than this. */
const EVERY_MS = 180_000;

let started = false;

/** Begin once; none of it is waited for by the first screen. */
export function startAside(): void {
  if (started) return;
  started = true;
  startDay().catch((cause: unknown) => log.warn("today not known", cause));
  startRange();
  followQuestions();
}

function followQuestions(): void {
  const ask = () => {
    const shop = shopId.peek();
    if (shop && online.peek() && document.visibilityState === "visible") void refreshQuestions(shop);
  };
  effect(() => {
    const shop = shopId.value;
    if (shop) untracked(() => void openQuestions(shop).catch(lost).then(ask));
  });
  effect(() => {
    if (online.value && session.value) untracked(ask);
  });
  // What was just delivered may be a question of this phone.
  onDelivered(ask);
  document.addEventListener("visibilitychange", ask);
  setInterval(ask, EVERY_MS);
}

const lost = (cause: unknown): void => log.warn("questions not read", cause);
