import { computed } from "@preact/signals";
import type { Audience, Question } from "../../catalogue/types";
import { answers, setAnswers, snapshot, t } from "../../state";
import { NumberQuestion } from "./NumberQuestion";
import { categoriesOf, sizesByAudience } from "./sizes";
import { answerHere, leavePanel, openPanel } from "./view";
import style from "./Who.module.css";

const sizes = computed(() => {
  const catalogue = snapshot.value;
  if (!catalogue) return new Map<Audience, string[]>();
  const wanted = categoriesOf(answers.value.wanted, catalogue.groups);
  // Without a piece in mind, sizes are those of jackets: shoes and packs have their own, which say nothing about them.
  return sizesByAudience(catalogue.products, wanted ?? categoriesOf("jacket", catalogue.groups) ?? new Set());
});

/** What is made for all is nobody's own answer: it is offered to women and men. */
const isPerson = (answer: { id: string }): boolean => answer.id !== "unisex";

/** For whom, and in which size: one tap on a size says both. */
export function Who({ questions }: { questions: readonly Question[] }) {
  const audience = questions.find((question) => question.id === "audience");
  const numbers = questions.filter((question) => question.kind === "number");
  return (
    <>
      <div class={style.table}>
        {audience?.answers.filter(isPerson).map((one) => (
          <Row
            key={one.id}
            id={one.id as Audience}
            label={one.label}
            sizes={sizes.value.get(one.id as Audience) ?? []}
          />
        ))}
      </div>
      {answers.value.audience === "kids" &&
        numbers.map((question) => (
          <NumberQuestion key={question.id} question={question} onInput={(value) => put(question.id, value)} />
        ))}
    </>
  );
}

function put(key: Question["id"], value: number): void {
  if (answers.peek()[key] !== value) answerHere("who", key, value);
}

function Row({ id, label, sizes: offered }: { id: Audience; label: string; sizes: readonly string[] }) {
  const { audience, size } = answers.value;
  return (
    <fieldset class={style.row}>
      <legend class="spoken">{label}</legend>
      <button
        type="button"
        class={style.who}
        aria-pressed={audience === id}
        onClick={() => answerHere("who", "audience", id)}
      >
        {label}
      </button>
      <div class={style.sizes}>
        {offered.map((one) => (
          <button
            key={one}
            type="button"
            class={style.size}
            aria-label={t("advice.who.size", { who: label, size: one })}
            aria-pressed={audience === id && size === one}
            onClick={() => choose(id, one)}
          >
            {one}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function choose(audience: Audience, size: string): void {
  const { size: before, audience: who, ...rest } = answers.peek();
  const again = before === size && who === audience;
  setAnswers(again ? { ...rest, audience } : { ...rest, audience, size });
  if (again) openPanel("who");
  else leavePanel();
}
