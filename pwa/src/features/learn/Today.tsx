import { ArrowRight } from "lucide-preact";
import { Button } from "../../components/Button";
import { Vignette } from "../../components/Vignette";
import { navigate, t } from "../../state";
import { deck, hasBegun } from "../../state/training";
import { type Deck, dealt, forToday } from "../../training/session";
import type { Card } from "../../training/types";
import { Coming } from "./Coming";
import style from "./overview.module.css";
import { begin, progress, run } from "./run";

/** How many cards wait, and the one way in. */
export function Today() {
  const now = deck.value;
  if (!now) return null;
  if (run.value && progress.value.at <= progress.value.of) return <GoOn />;
  return forToday(now) > 0 ? <Waiting now={now} /> : <NothingDue now={now} />;
}

function start(cards: readonly Card[]): void {
  begin(cards);
  navigate("/learn/cards");
}

/** A session was left in the middle. */
function GoOn() {
  return (
    <section class={style.today} aria-labelledby="learn-today">
      <h2 id="learn-today" class={style.many}>
        {t("learn.left", { n: progress.value.of - progress.value.at + 1 })}
      </h2>
      <Button kind="main" wide onClick={() => navigate("/learn/cards")}>
        {t("learn.go-on")}
        <ArrowRight aria-hidden="true" />
      </Button>
    </section>
  );
}

function Waiting({ now }: { now: Deck }) {
  const hand = dealt(now);
  return (
    <section class={style.today} aria-labelledby="learn-today">
      <h2 id="learn-today" class={style.many}>
        {waiting(now.due.length, Math.min(now.unseen.length, now.room))}
      </h2>
      {!hasBegun.value && <p class={style.text}>{t("learn.first")}</p>}
      <Button kind="main" wide onClick={() => start(hand)}>
        {t("learn.start", { n: hand.length })}
        <ArrowRight aria-hidden="true" />
      </Button>
    </section>
  );
}

function waiting(due: number, fresh: number): string {
  if (due === 0) return t("learn.fresh", { n: fresh });
  return [t("learn.due", { n: due }), fresh > 0 && t("learn.fresh.too", { n: fresh })].filter(Boolean).join(", ");
}

/** All of today is done: when to come back, and more for who wants more. */
function NothingDue({ now }: { now: Deck }) {
  const more = dealt(now, true);
  return (
    <section class={style.today} aria-labelledby="learn-today">
      <Vignette of="tent" />
      <h2 id="learn-today" class={style.many}>
        {t("learn.none")}
      </h2>
      <Coming />
      {more.length > 0 && <Button onClick={() => start(more)}>{t("learn.beyond", { n: more.length })}</Button>}
    </section>
  );
}
