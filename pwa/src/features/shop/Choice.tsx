import style from "./shop.module.css";

interface Props<T extends string | number> {
  name: string;
  legend: string;
  values: readonly T[];
  chosen: T | null;
  label: (value: T) => string;
  onChoose: (value: T) => void;
}

/** One of a few, as joined cells. */
export function Choice<T extends string | number>({ name, legend, values, chosen, label, onChoose }: Props<T>) {
  return (
    <fieldset class={style.choice}>
      <legend>{legend}</legend>
      <div class={style.options}>
        {values.map((value) => (
          <label key={value} class={style.option}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{label(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
