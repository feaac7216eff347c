import { t } from "../../state";
import type { Card } from "../../training/types";
import { isDrawnInChoices, PieceDrawing } from "./Drawing";
import style from "./session.module.css";

interface Props {
  card: Card;
  onChoose: (choice: string) => void;
}

/** The answers as joined cells; pieces side by side, words one below the other. */
export function Choices({ card, onChoose }: Props) {
  const drawn = isDrawnInChoices(card);
  return (
    <ul class={`${style.choices} ${drawn ? style.pieces : ""}`} aria-label={t("learn.choices")}>
      {card.choices.map(({ id, text, ref }, at) => (
        <li key={id}>
          <button type="button" class={style.choice} onClick={() => onChoose(id)} aria-keyshortcuts={String(at + 1)}>
            {drawn && <PieceDrawing of={ref} />}
            <span class={style.key} aria-hidden="true">
              {at + 1}
            </span>
            <span class={style.text}>{text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
