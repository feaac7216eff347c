import { ArrowDown, ArrowUp } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import type { AdvisedPiece, ChangedAdvice as Changed, Requests, SampleAdvice, Told } from "../../../lib/apiImports";
import { snapshot, t } from "../../../state";
import style from "./ChangedAdvice.module.css";
import { causesText } from "./causes";

/** Shown before somebody asks for the rest. */
const FIRST = 6;

/** Who would now be told something else, real needs first: the three pieces before and after, side by side, and why. */
export function ChangedAdvice({ advice }: { advice: SampleAdvice }) {
  return (
    <>
      {advice.requests && advice.requests.changed_count > 0 && <Asked requests={advice.requests} />}
      {advice.changed_count > 0 && (
        <>
          <h3 class={style.who}>{t("desk.advice.samples")}</h3>
          <p class={style.agree}>
            {t("desk.advice.changed", { n: advice.changed_count, of: advice.customers })} {agreement(advice)}
          </p>
          <Few of={advice.changed} row={(one) => <Customer key={`${one.id} ${one.shop}`} of={one} />} />
        </>
      )}
    </>
  );
}

function Asked({ requests }: { requests: Requests }) {
  return (
    <>
      <h3 class={style.who}>{t("desk.advice.real")}</h3>
      <p class={style.agree}>{t("desk.advice.requests", { n: requests.changed_count, of: requests.asked })}</p>
      <Few
        of={requests.changed}
        row={(one) => <Side key={`${one.shop} ${one.says}`} of={one} mark={t("desk.advice.times", { n: one.times })} />}
      />
    </>
  );
}

/** The first of a list, and the rest when it is wanted. */
function Few<One>({ of, row }: { of: readonly One[]; row: (one: One) => ComponentChildren }) {
  const [all, setAll] = useState(false);
  const rest = all ? 0 : of.length - FIRST;
  return (
    <>
      <ul class={style.list}>{(all ? of : of.slice(0, FIRST)).map(row)}</ul>
      {rest > 0 && <Button onClick={() => setAll(true)}>{t("desk.advice.rest", { n: rest })}</Button>}
    </>
  );
}

function agreement({ customers, agree, agreed_before }: SampleAdvice): string {
  if (agreed_before === null) return "";
  const now = { n: agree, of: customers };
  return agreed_before === agree
    ? t("desk.advice.agree", now)
    : t("desk.advice.agree.before", { ...now, before: agreed_before });
}

function Customer({ of }: { of: Changed }) {
  return (
    <Side of={of} mark={t(`desk.advice.${of.verdict}`)} look={style[of.verdict]}>
      {of.disagreements.map((text) => (
        <p key={text} class={style.disagreement}>
          {text}
        </p>
      ))}
    </Side>
  );
}

interface SideProps {
  of: Told;
  /** In one word how it differs, or how often it was asked. */
  mark: string;
  look?: string | undefined;
  children?: ComponentChildren;
}

/** One need in the customer's words, with what it was told and what it would be told. */
function Side({ of, mark, look, children }: SideProps) {
  const first = newFirst(of);
  const causes = causesText(of.causes ?? [], snapshot.value?.shop.currency);
  return (
    <li class={style.customer}>
      <p class={style.says}>{t("ui.quote", { text: of.says })}</p>
      <p class={`${style.verdict} ${look ?? ""}`}>{mark}</p>
      <div class={style.sides}>
        <Pieces title={t("desk.advice.before")} pieces={of.before} others={of.after} mark="out" />
        <Pieces title={t("desk.advice.after")} pieces={of.after} others={of.before} mark="in" />
      </div>
      {causes && (
        <p class={style.because}>
          <strong>{t("desk.advice.causes")}</strong> {causes}
        </p>
      )}
      {first && of.because && (
        <p class={style.because}>
          <strong>{t("desk.advice.because", { piece: first.name })}</strong> {t("ui.quote", { text: of.because })}
        </p>
      )}
      {children}
    </li>
  );
}

/** The piece that a seller would now show first, where it was another one: what speaks for it is new to the reader. */
const newFirst = ({ before, after }: Told): AdvisedPiece | null =>
  after[0] && after[0].ref !== before[0]?.ref ? after[0] : null;

interface PiecesProps {
  title: string;
  pieces: readonly AdvisedPiece[];
  /** The pieces on the other side. */
  others: readonly AdvisedPiece[];
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
          const other = others.findIndex((one) => one.ref === ref);
          return (
            <li key={ref} class={`${style.piece} ${other < 0 ? style[mark] : ""}`}>
              <span class={style.place}>{i + 1}</span>
              <span>{name}</span>
              <Mark alone={other < 0} was={other} is={i} mark={mark} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface MarkProps {
  /** It stands on this side alone. */
  alone: boolean;
  was: number;
  is: number;
  mark: "in" | "out";
}

/** What became of a piece: it comes, it leaves, or it stood elsewhere before. */
function Mark({ alone, was, is, mark }: MarkProps) {
  if (alone) return <span class={style.mark}>{t(`desk.advice.${mark}`)}</span>;
  if (mark === "out" || was === is) return null;
  const Sign = is < was ? ArrowUp : ArrowDown;
  return (
    <span class={style.mark}>
      <Sign aria-hidden="true" />
      {t("desk.advice.was", { n: was + 1 })}
    </span>
  );
}
