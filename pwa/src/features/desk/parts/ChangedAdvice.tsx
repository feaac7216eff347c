import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import type { AdvisedPiece, ChangedAdvice as Changed, SampleAdvice } from "../../../lib/apiImports";
import { t } from "../../../state";
import style from "./ChangedAdvice.module.css";

/** Shown before somebody asks for the rest. */
const FIRST = 6;

/** The customers who would now be told something else: the three pieces before and after, side by side, and why. */
export function ChangedAdvice({ advice }: { advice: SampleAdvice }) {
  const [all, setAll] = useState(false);
  const shown = all ? advice.changed : advice.changed.slice(0, FIRST);
  const rest = advice.changed.length - shown.length;
  return (
    <>
      <p class={style.agree}>{agreement(advice)}</p>
      <ul>
        {shown.map((one) => (
          <Customer key={`${one.id} ${one.shop}`} of={one} />
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => setAll(true)}>{t("desk.advice.rest", { n: rest })}</Button>}
    </>
  );
}

function agreement({ customers, agree, agreed_before }: SampleAdvice): string {
  const now = { n: agree, of: customers };
  return agreed_before === null || agreed_before === agree
    ? t("desk.advice.agree", now)
    : t("desk.advice.agree.before", { ...now, before: agreed_before });
}

function Customer({ of }: { of: Changed }) {
  const before = of.before.map(({ ref }) => ref);
  const after = of.after.map(({ ref }) => ref);
  return (
    <li class={style.customer}>
      <p class={style.says}>{t("ui.quote", { text: of.says })}</p>
      <p class={`${style.verdict} ${style[of.verdict]}`}>{t(`desk.advice.${of.verdict}`)}</p>
      <div class={style.sides}>
        <Pieces title={t("desk.advice.before")} pieces={of.before} others={after} mark="out" />
        <Pieces title={t("desk.advice.after")} pieces={of.after} others={before} mark="in" />
      </div>
      {of.because && (
        <p class={style.because}>
          <strong>{t("desk.advice.because")}</strong> {of.because}
        </p>
      )}
      {of.disagreements.map((text) => (
        <p key={text} class={style.disagreement}>
          {text}
        </p>
      ))}
    </li>
  );
}

interface PiecesProps {
  title: string;
  pieces: readonly AdvisedPiece[];
  /** The references on the other side. */
  others: readonly string[];
  /** How a piece that stands on this side alone is marked. */
  mark: "in" | "out";
}

function Pieces({ title, pieces, others, mark }: PiecesProps) {
  return (
    <section>
      <h3 class={style.side}>{title}</h3>
      {pieces.length === 0 && <p class={style.none}>{t("desk.advice.none")}</p>}
      <ol class={style.pieces}>
        {pieces.map(({ ref, name }, i) => {
          const alone = !others.includes(ref);
          return (
            <li key={ref} class={`${style.piece} ${alone ? style[mark] : ""}`}>
              <span class={style.place}>{i + 1}</span>
              <span>{name}</span>
              {alone && <span class={style.mark}>{t(`desk.advice.${mark}`)}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
