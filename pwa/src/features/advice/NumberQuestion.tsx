import type { ComponentChildren } from "preact";
import type { Question } from "../../catalogue/types";
import { Slider } from "../../components/Slider";
import { money, number, temperature } from "../../lib/format";
import { answers, t } from "../../state";

interface NumberProps {
  question: Question;
  onInput: (value: number) => void;
  label?: string;
  rest?: number;
}

/** A number on its ruled line. */
export function NumberQuestion({ question, onInput, label, rest }: NumberProps): ComponentChildren {
  const range = question.range;
  if (!range) return null;
  const value = answers.value[question.id];
  return (
    <Slider
      label={label ?? question.short}
      value={typeof value === "number" ? value : undefined}
      {...range}
      {...(rest === undefined ? {} : { rest })}
      format={(n) => figure(n, range.unit)}
      onInput={onInput}
      unset={t("advice.unset")}
    />
  );
}

/** A figure with its unit, a no-break space between. */
function figure(value: number, unit: string): string {
  if (unit === "°C") return temperature(value);
  if (unit === "cents" || unit === "EUR cents") return money(value);
  if (unit === "mm") return `${number(value / 10)}\u00a0cm`;
  return unit ? `${number(value)}\u00a0${unit}` : number(value);
}
