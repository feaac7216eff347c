import { useId } from "preact/hooks";
import type { KnownField } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import field from "../parts/Field.module.css";
import { figure } from "./scale";
import style from "./scale.module.css";

interface Props {
  known: KnownField;
  value: string;
  disabled: boolean;
  error: string | undefined;
  onInput: (value: string) => void;
}

const partsOf = (text: string): string[] => text.split("|").map((part) => part.trim());

/** The thresholds of a need, in their one direction: from which figure on, or below which, a level more is asked. */
export function Steps({ known, value, disabled, error, onInput }: Props) {
  const id = useId();
  const steps = partsOf(value);
  const before = partsOf(known.value);
  const falls = (figure(before[0] ?? "") ?? 0) > (figure(before.at(-1) ?? "") ?? 0);
  const wrongs = steps.map((step, index) => wrongOf(step, steps[index - 1], falls));
  return (
    <fieldset class={style.scale} disabled={disabled}>
      <legend class={field.label}>{t("knowledge.steps", { of: known.label })}</legend>
      <ol class={style.steps}>
        {steps.map((step, index) => (
          <li key={index} class={`${field.field} ${wrongs[index] ? field.wrong : ""}`}>
            <label class={style.step} for={`${id}-${index}`}>
              {t(falls ? "knowledge.steps.below" : "knowledge.steps.from", { n: index + 1 })}
            </label>
            <span class={field.line}>
              <input
                id={`${id}-${index}`}
                class={`${field.control} ${field.figure} ${style.place}`}
                autocomplete="off"
                value={step}
                aria-invalid={wrongs[index] ? true : undefined}
                onInput={(event) =>
                  onInput(steps.map((one, at) => (at === index ? event.currentTarget.value : one)).join(" | "))
                }
              />
              <span class={field.unit}>{known.unit}</span>
              {before[index] !== step && <del class={style.was}>{before[index]}</del>}
            </span>
            {wrongs[index] && <p class={field.error}>{t(`knowledge.steps.wrong.${wrongs[index]}`)}</p>}
          </li>
        ))}
      </ol>
      {error && wrongs.every((one) => one === null) && <p class={field.error}>{error}</p>}
    </fieldset>
  );
}

function wrongOf(step: string, before: string | undefined, falls: boolean): "figure" | "rising" | "falling" | null {
  const at = figure(step);
  const last = before === undefined ? null : figure(before);
  if (at === null) return "figure";
  if (last === null || (falls ? at < last : at > last)) return null;
  return falls ? "falling" : "rising";
}
