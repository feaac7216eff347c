import { useEffect, useRef } from "preact/hooks";
import { t } from "../../state";
import type { Card } from "../../training/types";
import { Choices } from "./Choices";
import { Drawing, isDrawnInChoices } from "./Drawing";
import { progress } from "./run";
import style from "./session.module.css";
import { aboutWords } from "./words";

interface Props {
  card: Card;
  onChoose: (choice: string | null) => void;
}

/** The front of a card: one question, one drawing, and the answers under the thumb. */
export function Ask({ card, onChoose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <>
      <div class={style.front}>
        <p class={style.about}>{aboutWords(card.about)}</p>
        <h1 ref={heading} class={style.question} tabIndex={-1}>
          <span class="spoken">{t("learn.card.spoken", { ...progress.value })} </span>
          <Words of={card.question} />
        </h1>
      </div>
      {!isDrawnInChoices(card) && <Drawing card={card} />}
      <div class={style.under}>
        <Choices card={card} onChoose={onChoose} />
        {/* A card that asks whether one knows has that answer already. */}
        {card.kind !== "answer" && (
          <button type="button" class={style.unknown} onClick={() => onChoose(null)}>
            {t("learn.dont-know")}
          </button>
        )}
      </div>
    </>
  );
}

/** What a customer says stands apart from what is asked of it. */
function Words({ of }: { of: string }) {
  const [, said, asked] = /^([«“].+[»”])\s+(.+)$/s.exec(of) ?? [];
  if (!said) return <>{of}</>;
  return (
    <>
      <span class={style.said}>{said}</span> {asked}
    </>
  );
}
