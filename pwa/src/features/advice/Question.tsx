import type { Question } from "../../catalogue/types";
import { answers, categories, snapshot } from "../../state";
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
