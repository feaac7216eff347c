import { useEffect, useRef } from "preact/hooks";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Topo } from "../../components/Topo";
import { Vignette } from "../../components/Vignette";
import { href, t } from "../../state";
import { deck } from "../../state/training";
import { dealt } from "../../training/session";
import { Coming } from "./Coming";
import { begin, type Given, run } from "./run";
import style from "./summary.module.css";

/** The session is over: what was right at once, what comes back, and the ways on. */
export function Summary({ onLeave }: { onLeave: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  const first = firstAnswers(run.value?.given ?? []);
  const missed = first.filter(({ right }) => !right);
  const more = deck.value ? dealt(deck.value) : [];
  return (
    <div class={style.page}>
      <BackBar onBack={onLeave} />
      <header class={style.head}>
        <div class={style.relief}>
          <Topo seed="learn" />
        </div>
        <Vignette of={missed.length === 0 ? "hut" : "cairn"} />
        <h1 ref={heading} class={style.title} tabIndex={-1}>
          {missed.length === 0 ? t("learn.done.all", { n: first.length }) : t("learn.done")}
        </h1>
        <p class={style.text}>
          {missed.length > 0 && t("learn.done.some", { n: first.length - missed.length, of: first.length })}
        </p>
        <Coming />
      </header>
      <Missed given={missed} />
      <div class={style.ways}>
        {more.length > 0 && (
          <Button kind="main" onClick={() => begin(more)}>
            {t("learn.more", { n: more.length })}
          </Button>
        )}
        <Button onClick={onLeave}>{t("learn.leave")}</Button>
      </div>
    </div>
  );
}

/** What was said before the answer was seen. */
function firstAnswers(given: readonly Given[]): Given[] {
  return given.filter(({ card }, at) => given.findIndex((one) => one.card.id === card.id) === at);
}

function Missed({ given }: { given: readonly Given[] }) {
  if (given.length === 0) return null;
  return (
    <section class={style.missed} aria-labelledby="learn-missed">
      <h2 id="learn-missed" class={style.heading}>
        {t("learn.missed")}
      </h2>
      <ul>
        {given.map(({ card }) => {
          const right = card.choices.find(({ id }) => id === card.right);
          return (
            <li key={card.id} class={style.one}>
              <p class={style.question}>{card.question}</p>
              <p class={style.right}>
                {right?.ref ? (
                  <a href={href(`/product/${encodeURIComponent(right.ref)}`)}>{right.text}</a>
                ) : card.kind === "answer" ? (
                  card.reason
                ) : (
                  right?.text
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
