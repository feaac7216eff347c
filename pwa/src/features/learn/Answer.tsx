import { ArrowRight } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../components/Button";
import { t } from "../../state";
import { VerdictSign } from "../why/VerdictSign";
import style from "./answer.module.css";
import { PieceDrawing } from "./Drawing";
import { Facts } from "./Facts";
import { type Given, progress, storeAgain } from "./run";

interface Props {
  given: Given;
  onNext: () => void;
}

/** The back of a card: right or not, why as it is said to a customer, and the facts that it rests on. */
export function Answer({ given, onNext }: Props) {
  const { card, right } = given;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <>
      <p class={style.asked}>{card.question}</p>
      <h1 ref={heading} class={`${style.verdict} ${right ? style.right : ""}`} tabIndex={-1}>
        <VerdictSign verdict={right ? "meets" : given.choice === null ? "unknown" : "fails"} plain />
        {t(verdictOf(given))}
      </h1>
      <Marked given={given} />
      <p class={style.reason}>{card.reason}</p>
      <Facts card={card} />
      <div class={style.foot}>
        <Stored given={given} />
        <Button kind="main" onClick={onNext}>
          {t(progress.value.at < progress.value.of ? "learn.next" : "learn.finish")}
          <ArrowRight aria-hidden="true" />
        </Button>
      </div>
    </>
  );
}

function verdictOf({ card, right, choice }: Given): string {
  if (card.kind === "answer") return right ? "learn.verdict.known" : "learn.verdict.new";
  if (right) return "learn.verdict.right";
  return choice === null ? "learn.verdict.unknown" : "learn.verdict.wrong";
}

/** The choices again, each with its sign: the right one, and the one that was taken. */
function Marked({ given: { card, choice } }: { given: Given }) {
  if (card.kind === "answer") return null;
  const shown = card.choices.filter(({ id }) => id === card.right || id === choice);
  return (
    <ul class={style.marked}>
      {shown.map(({ id, text, ref }) => (
        <li key={id} class={id === card.right ? style.isRight : style.isWrong}>
          <PieceDrawing of={ref} />
          <span class={style.text}>
            <strong>{text}</strong>
            <span class={style.note}>{t(noteOf(id === card.right, id === choice))}</span>
          </span>
          <VerdictSign verdict={id === card.right ? "meets" : "fails"} plain />
        </li>
      ))}
    </ul>
  );
}

function noteOf(isRight: boolean, isChosen: boolean): string {
  if (isRight) return isChosen ? "learn.marked.both" : "learn.marked.right";
  return "learn.marked.chosen";
}

/** Whether the answer is on the disk: said when it is, and not before. */
function Stored({ given: { stored } }: { given: Given }) {
  if (stored === "failed")
    return (
      <div role="alert" class={style.failed}>
        <p>{t("learn.failed")}</p>
        <Button onClick={storeAgain}>{t("learn.failed.again")}</Button>
      </div>
    );
  return (
    <p role="status" class={style.stored}>
      {stored === "stored" && t("learn.stored")}
    </p>
  );
}
