import { useEffect, useRef } from "preact/hooks";
import { BackBar } from "../../components/BackBar";
import { Skeleton } from "../../components/Skeleton";
import { back, navigate, t } from "../../state";
import { deck, trainingAwaited } from "../../state/training";
import { dealt } from "../../training/session";
import type { Card } from "../../training/types";
import { Answer } from "./Answer";
import { Ask } from "./Ask";
import { answered, begin, end, give, goOn, present, progress, run } from "./run";
import { Summary } from "./Summary";
import style from "./session.module.css";
import { useKeys } from "./useKeys";
import { useTimeInSight } from "./useTimeInSight";

/** One card after the other; it can be left at any time, and is found again where it was. */
export function Session() {
  useBegun();
  const card = present.value;
  if (!run.value) return <Skeleton shape="questions" />;
  if (!card)
    return (
      <Summary
        onLeave={() => {
          end();
          back("/learn");
        }}
      />
    );
  return (
    <div class={style.page}>
      <BackBar onBack={() => back("/learn")}>
        <Progress />
      </BackBar>
      {/* A new card is a new question, also where the same one comes again. */}
      <CardPage key={progress.value.at} card={card} />
    </div>
  );
}

/** Opened by its address, or come back to after the page was killed: what is due now makes a session. */
function useBegun(): void {
  const isAwaited = trainingAwaited.value;
  useEffect(() => {
    if (run.peek() || isAwaited) return;
    const now = deck.peek();
    begin(now ? dealt(now) : []);
    if (!run.peek()) navigate("/learn", { replace: true });
  }, [isAwaited]);
}

/** How many are done: a mark for each, as on a gauge. */
function Progress() {
  const { at, of } = progress.value;
  const given = run.value?.given ?? [];
  return (
    <p class={style.progress}>
      <span class={style.count}>{t("learn.progress", { at, of })}</span>
      <span class={style.marks} aria-hidden="true">
        {Array.from({ length: of }, (_, place) => (
          <i key={place} class={given[place] ? style.done : place + 1 === at ? style.now : ""} />
        ))}
      </span>
    </p>
  );
}

function CardPage({ card }: { card: Card }) {
  const time = useTimeInSight();
  const page = useRef<HTMLDivElement>(null);
  const given = answered.value;
  const choose = (choice: string | null): void => give(choice, time());
  useKeys({
    choose: (at) => {
      const choice = card.choices[at];
      if (!given && choice) choose(choice.id);
    },
    goOn: given ? goOn : null,
  });
  return (
    <div ref={page} class={style.card}>
      {given ? <Answer given={given} onNext={goOn} /> : <Ask card={card} onChoose={choose} />}
    </div>
  );
}
