import { useId } from "preact/hooks";
import style from "./Slider.module.css";

interface Props {
  label: string;
  /** Undefined until it is set: the thumb then stands in the middle, hollow. */
  value: number | undefined;
  min: number;
  max: number;
  step: number;
  /** The value in words, also for the screen reader: "−8 °C". */
  format: (value: number) => string;
  onInput: (value: number) => void;
  /** Where a hollow thumb stands. */
  rest?: number;
  unset: string;
  /** On one line, and without the two ends written under it: where there is little room. */
  short?: boolean;
}

/** One thumb on a ruled line. */
export function Slider({ label, value, min, max, step, format, onInput, rest, unset, short }: Props) {
  const id = useId();
  const at = value ?? rest ?? Math.round((min + max) / 2 / step) * step;
  return (
    <div class={`${style.slider} ${value === undefined ? style.unset : ""} ${short ? style.short : ""}`}>
      <label class={style.label} for={id}>
        {label}
      </label>
      <output class={style.value} for={id}>
        {value === undefined ? unset : format(value)}
      </output>
      <input
        id={id}
        class={style.range}
        type="range"
        min={min}
        max={max}
        step={step}
        value={at}
        aria-valuetext={value === undefined ? unset : format(value)}
        style={{ "--filled": value === undefined ? 0 : (at - min) / (max - min) }}
        onInput={(event) => onInput(Number(event.currentTarget.value))}
        // A tap on the thumb where it rests moves nothing, and still means "this".
        onPointerUp={(event) => value === undefined && onInput(Number(event.currentTarget.value))}
      />
      {!short && (
        <>
          <span class={style.end} aria-hidden="true">
            {format(min)}
          </span>
          <span class={`${style.end} ${style.last}`} aria-hidden="true">
            {format(max)}
          </span>
        </>
      )}
    </div>
  );
}
