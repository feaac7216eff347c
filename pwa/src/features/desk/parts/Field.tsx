import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import style from "./Field.module.css";

export interface Choice {
  value: string;
  label: string;
}

interface Props {
  label: string;
  /** As typed: what it means is read by whoever sends it. */
  value: string;
  onInput: (value: string) => void;
  kind?: "text" | "long" | "number" | "date" | "choice" | "search";
  /** For a choice; an empty value is "nothing said". */
  choices?: readonly Choice[];
  /** After the field: "g", "mm", "€". */
  unit?: string | undefined;
  help?: string | undefined;
  /** What is wrong with it, and what to do. */
  error?: string | undefined;
  /** Beside the label: where the value comes from, that it has changed. */
  mark?: ComponentChildren;
  /** What stood here before, where that is another value. */
  before?: string | undefined;
  disabled?: boolean;
  /** "/" goes there. */
  isSearch?: boolean;
  list?: string;
}

/** One typed field with its unit, help and error, told as one to a screen reader. */
export function Field(props: Props) {
  const { label, unit, help, error, mark, before } = props;
  const id = useId();
  const told = [unit && `${id}-unit`, help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={`${style.field} ${error ? style.wrong : ""}`}>
      <span class={style.head}>
        <label class={style.label} for={id}>
          {label}
        </label>
        {mark && <span class={style.mark}>{mark}</span>}
      </span>
      <span class={style.line}>
        <Control {...props} id={id} told={told || undefined} />
        {unit && (
          <span class={style.unit} id={`${id}-unit`}>
            {unit}
          </span>
        )}
      </span>
      {before !== undefined && <del class={style.before}>{before}</del>}
      {help && (
        <p class={style.help} id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p class={style.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

function Control({
  id,
  told,
  kind = "text",
  value,
  onInput,
  choices = [],
  error,
  disabled = false,
  isSearch,
  list,
}: Props & { id: string; told: string | undefined }) {
  const shared = {
    id,
    value,
    disabled,
    "aria-describedby": told,
    "aria-invalid": error ? true : undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  if (kind === "long") return <textarea class={style.control} rows={3} {...shared} />;
  if (kind === "choice")
    return (
      <select class={style.control} {...shared}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  return (
    <input
      class={`${style.control} ${kind === "number" ? style.figure : ""}`}
      type={kind === "date" || kind === "search" ? kind : "text"}
      inputMode={kind === "number" ? "decimal" : undefined}
      autocomplete="off"
      data-search={isSearch ? "" : undefined}
      list={list}
      {...shared}
    />
  );
}
