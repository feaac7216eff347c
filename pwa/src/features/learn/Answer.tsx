import { ArrowRight } from "lucide-preact";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../components/Button";
import { Gauges } from "../../components/Gauges";
import { categories, gauges, products, t } from "../../state";
import { gaugesOf } from "../need/piece";
import { VerdictSign } from "../why/VerdictSign";
import style from "./answer.module.css";
import { isDrawnInChoices, PieceDrawing } from "./Drawing";
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
    <div class={style.back}>
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
    </div>
  );
}

function verdictOf({ card, right, choice }: Given): string {
  if (card.kind === "answer") return right ? "learn.verdict.known" : "learn.verdict.new";
  if (right) return "learn.verdict.right";
  return choice === null ? "learn.verdict.unknown" : "learn.verdict.wrong";
}

/** The choices again, each with its sign: the right one and the one that was taken; of pieces, each with its qualities. */
function Marked({ given: { card, choice } }: { given: Given }) {
  if (card.kind === "answer") return null;
  const drawn = isDrawnInChoices(card);
  const shown = card.choices.filter(({ id }) => drawn || id === card.right || id === choice);
  // The right one stands first: it is what is to be kept in mind.
  shown.sort((a, b) => Number(b.id === card.right) - Number(a.id === card.right));
  return (
    <ul class={style.marked}>
      {shown.map(({ id, text, ref }) => (
        <li key={id} class={id === card.right ? style.isRight : ""}>
          <PieceDrawing of={ref} />
          <div class={style.text}>
            <strong>{text}</strong>
            <span class={style.note}>{noteOf(id === card.right, id === choice)}</span>
          </div>
          {(id === card.right || id === choice) && (
            <VerdictSign verdict={id === card.right ? "meets" : "fails"} plain />
          )}
          {drawn && <Qualities of={ref} />}
        </li>
      ))}
    </ul>
  );
}

/** So many gauges tell two pieces apart; the others stand on the piece's own page. */
const MOST = 3;

function Qualities({ of }: { of: string | null | undefined }) {
  const piece = products.value.get(of ?? "");
  if (!piece) return null;
  const shown = gaugesOf(piece, categories.value.get(piece.category), gauges.value, {});
  return (
    <div class={style.gauges}>
      <Gauges gauges={shown.slice(0, MOST)} />
    </div>
  );
}

function noteOf(isRight: boolean, isChosen: boolean): string {
  if (isChosen) return t("learn.marked.chosen");
  return isRight ? t("learn.marked.right") : "";
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
