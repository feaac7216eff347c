import { Silhouette } from "../../components/Silhouette";
import style from "./Choice.module.css";

export interface Option {
  id: string;
  label: string;
  /** Inner SVG beside the words. */
  drawing?: string | undefined;
}

interface Props {
  label: string;
  options: readonly Option[];
  value: string | undefined;
  onPick: (id: string) => void;
  /** Cells in a row on a phone. */
  columns?: 1 | 2 | 3;
  /** One row that is swept sideways. */
  rail?: boolean;
}

const LOOKS: Record<number, string | undefined> = { 1: style.one, 3: style.three };

/** A browser leaves what shows by an end of it where it is: the keyboard would stand on half a word. */
function bringIn({ target }: FocusEvent): void {
  if (target instanceof HTMLElement && target.matches(":focus-visible"))
    target.scrollIntoView({ block: "nearest", inline: "center" });
}

/** Large answers, set like the sheets of a map index: joined cells, one of them dark when it is chosen. */
export function Choice({ label, options, value, onPick, columns = 2, rail }: Props) {
  return (
    <fieldset
      class={`${style.cells} ${rail ? style.rail : (LOOKS[columns] ?? "")}`}
      onFocusIn={rail ? bringIn : undefined}
    >
      <legend class="spoken">{label}</legend>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          class={style.cell}
          aria-pressed={option.id === value}
          onClick={() => onPick(option.id)}
        >
          {option.drawing && <Silhouette class={style.drawing} drawing={option.drawing} />}
          <span class={style.label}>{option.label}</span>
        </button>
      ))}
    </fieldset>
  );
}
