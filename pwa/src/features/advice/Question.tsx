import type { ComponentChildren } from "preact";
import type { Question } from "../../catalogue/types";
import { Slider } from "../../components/Slider";
import { money, number, temperature } from "../../lib/format";
import { answers, categories, snapshot, t } from "../../state";
import { Choice } from "./Choice";
import { signOf } from "./signs";
import { answer } from "./view";

/** Characters of an answer that do not fit half a phone in one line. */
const LONG = 20;

/** A question with its answers as large cells. */
export function ChoiceQuestion({ question, rail }: { question: Question; rail?: boolean }) {
  const signs = question.id === "activity" || question.id === "wanted";
  const groups = snapshot.value?.groups ?? [];
  const options = question.answers.map((one) => ({
    id: one.id,
    // The drawing says the rest.
    label: question.id === "wanted" ? one.short || one.label : one.label,
    drawing: signs ? signOf(one.id, categories.value, groups) : undefined,
  }));
  const value = answers.value[question.id];
  const long = options.some((option) => option.label.length > LONG && !option.drawing);
  return (
    <Choice
      label={question.label}
      columns={long ? 1 : 2}
      options={options}
      value={typeof value === "string" ? value : undefined}
      onPick={(id) => answer(question.id, id)}
      {...(rail ? { rail } : {})}
    />
  );
}

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
