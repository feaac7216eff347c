import style from "./outcome.module.css";

interface CellsProps<Id extends string> {
  label: string;
  options: readonly { id: Id; label: string }[];
  value: Id | null;
  onPick: (id: Id) => void;
  three?: boolean;
  small?: boolean;
}

/** Joined cells, one tap each. */
export function Cells<Id extends string>({ label, options, value, onPick, three, small }: CellsProps<Id>) {
  return (
    <fieldset class={`${style.cells} ${three ? style.three : ""} ${small ? style.small : ""}`}>
      <legend class="spoken">{label}</legend>
      {options.map(({ id, label: words }) => (
        <button key={id} type="button" class={style.cell} aria-pressed={id === value} onClick={() => onPick(id)}>
          {words}
        </button>
      ))}
    </fieldset>
  );
}
