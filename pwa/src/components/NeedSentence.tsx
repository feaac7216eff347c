import { X } from "lucide-preact";
import style from "./NeedSentence.module.css";

/** One word group of the need: "neige", "−8 °C (ressenti −17)". */
export interface NeedWord {
  /** The question it answers. */
  id: string;
  text: string;
}

interface Props {
  words: readonly NeedWord[];
  /** The word whose question is open. */
  active: string | null;
  onPick: (id: string) => void;
  onRemove: (id: string) => void;
  /** "Retirer « neige »". */
  removeLabel: (text: string) => string;
  /** Stands there before the first word. */
  placeholder: string;
  label: string;
}

/** The need as a sentence that builds itself: a tap on a word opens its question, the cross takes it out. */
export function NeedSentence({ words, active, onPick, onRemove, removeLabel, placeholder, label }: Props) {
  if (words.length === 0) return <p class={`${style.sentence} ${style.placeholder}`}>{placeholder}</p>;
  return (
    <ul class={style.sentence} aria-label={label}>
      {words.map((word) => (
        <li key={word.id} class={`${style.word} ${word.id === active ? style.active : ""}`}>
          <button type="button" class={style.text} onClick={() => onPick(word.id)} aria-pressed={word.id === active}>
            {word.text}
          </button>
          {word.id === active && (
            <button
              type="button"
              class={style.remove}
              onClick={() => onRemove(word.id)}
              aria-label={removeLabel(word.text)}
            >
              <X aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
