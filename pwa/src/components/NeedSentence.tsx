import { X } from "lucide-preact";
import { t } from "../lib/i18n";
import style from "./NeedSentence.module.css";
import { type Strength, StrengthPicker } from "./Strength";

/** One word group of the need: "neige", "−8 °C (ressenti −17)". */
export interface NeedWord {
  /** The question it answers. */
  id: string;
  text: string;
  /** For a wish: how much it counts, changeable beside the word. */
  strength?: Strength;
}

interface Props {
  words: readonly NeedWord[];
  /** The word whose question is open. */
  active: string | null;
  onPick: (id: string) => void;
  onRemove: (id: string) => void;
  onStrength: (id: string, strength: Strength) => void;
  /** "Retirer « neige »". */
  removeLabel: (text: string) => string;
  /** Stands there before the first word. */
  placeholder: string;
  label: string;
}

/** The need as a sentence that builds itself: a tap on a word opens its question, the cross takes it out. */
export function NeedSentence({ words, active, onPick, onRemove, onStrength, removeLabel, placeholder, label }: Props) {
  if (words.length === 0) return <p class={`${style.sentence} ${style.placeholder}`}>{placeholder}</p>;
  return (
    <ul class={style.sentence} aria-label={label}>
      {words.map((word) => (
        <li key={word.id} class={`${style.word} ${word.id === active ? style.active : ""}`}>
          <button type="button" class={style.text} onClick={() => onPick(word.id)} aria-pressed={word.id === active}>
            {word.text}
          </button>
          {word.id === active && word.strength && (
            <span class={style.strength}>
              <StrengthPicker
                label={word.text}
                value={word.strength}
                onPick={(strength) => onStrength(word.id, strength)}
              />
            </span>
          )}
          {word.id === active && (
            <button
              type="button"
              class={word.strength ? style.removeWord : style.remove}
              onClick={() => onRemove(word.id)}
              aria-label={removeLabel(word.text)}
            >
              {word.strength ? t("ui.strength.remove") : <X aria-hidden="true" />}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
