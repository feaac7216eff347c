import { X } from "lucide-preact";
import { t } from "../lib/i18n";
import style from "./NeedSentence.module.css";
import { type Strength, StrengthPicker, StrengthSign } from "./Strength";

/** One word group of the need: "neige", "−8 °C (ressenti −17)". */
export interface NeedWord {
  /** The question it answers. */
  id: string;
  text: string;
  /** For a wish: how much it counts, changeable beside the word. */
  strength?: Strength;
  /** For a wish: its name, which stands beside the sign of its strength. */
  wish?: string;
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
export function NeedSentence({ words, active, onPick, placeholder, label, ...rest }: Props) {
  if (words.length === 0) return <p class={`${style.sentence} ${style.placeholder}`}>{placeholder}</p>;
  return (
    <ul class={style.sentence} data-sentence aria-label={label}>
      {words.map((word) => (
        <li key={word.id} class={`${style.word} ${word.id === active ? style.active : ""}`}>
          <Text word={word} active={word.id === active} onPick={onPick} />
          {word.id === active && <Changes word={word} {...rest} />}
        </li>
      ))}
    </ul>
  );
}

/** The word; a wish has the sign of its strength before it. */
function Text({ word, active, onPick }: { word: NeedWord; active: boolean; onPick: Props["onPick"] }) {
  return (
    <button
      type="button"
      class={style.text}
      onClick={() => onPick(word.id)}
      aria-pressed={active}
      aria-label={word.wish && word.text}
    >
      {word.strength && <StrengthSign strength={word.strength} />}
      {word.wish ?? word.text}
    </button>
  );
}

type ChangesProps = { word: NeedWord } & Pick<Props, "onRemove" | "onStrength" | "removeLabel">;

/** How much a wish counts, and the way out of the sentence. */
function Changes({ word, onRemove, onStrength, removeLabel }: ChangesProps) {
  const { strength } = word;
  return (
    <>
      {strength && (
        <span class={style.strength}>
          <StrengthPicker
            label={word.wish ?? word.text}
            value={strength}
            onPick={(next) => onStrength(word.id, next)}
          />
        </span>
      )}
      <button
        type="button"
        class={strength ? style.removeWord : style.remove}
        onClick={() => onRemove(word.id)}
        aria-label={removeLabel(word.text)}
      >
        {strength ? t("ui.strength.remove") : <X aria-hidden="true" />}
      </button>
    </>
  );
}
