import { useId } from "preact/hooks";
import field from "../parts/Field.module.css";
import { figure } from "./scale";
import style from "./scale.module.css";

interface Props {
  /** What it is the value of, for a screen reader too. */
  label: string;
  value: string;
  low: number;
  high: number;
  onInput: (value: string) => void;
  disabled: boolean;
  error?: string | undefined;
  /** The label stands elsewhere already. */
  spoken?: boolean;
}

/** A figure between two bounds: a thumb to feel one's way, a field to be exact. */
export function Gauged({ label, value, low, high, onInput, disabled, error, spoken }: Props) {
  const id = useId();
  const at = Math.min(high, Math.max(low, figure(value) ?? low));
  return (
    <div class={`${field.field} ${error ? field.wrong : ""}`}>
      <label class={spoken ? "spoken" : field.label} for={id}>
        {label}
      </label>
      <span class={style.gauged}>
        <input
          type="range"
          class={style.range}
          min={low}
          max={high}
          value={at}
          disabled={disabled}
          aria-label={label}
          style={{ "--filled": (at - low) / (high - low) }}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <input
          id={id}
          class={`${field.control} ${field.figure} ${style.number}`}
          inputMode="numeric"
          autocomplete="off"
          value={value}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </span>
      {error && (
        <p class={field.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
