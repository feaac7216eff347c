import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Finder, Question } from "../../catalogue/types";
import { Slider } from "../../components/Slider";
import { money, number, temperature } from "../../lib/format";
import { answers, categories, snapshot, t } from "../../state";
import { Budget } from "./Budget";
import { Choice } from "./Choice";
import { Conditions } from "./Conditions";
import style from "./Panel.module.css";
import { type PanelId, questionsOf } from "./panels";
import { signOf } from "./signs";
import { answer, answerHere } from "./view";
import { Who } from "./Who";
import { Wishes } from "./Wishes";

interface Props {
  id: PanelId;
  finder: Finder;
  /** The panel below the first one is offered, not yet asked. */
  second?: boolean;
}

/** Characters of an answer that do not fit half a phone in one line. */
const LONG = 20;

/** One question, or the few that belong together, with large answers. */
export function Panel({ id, finder, second }: Props) {
  const questions = questionsOf(id, finder, answers.value);
  const heading = headingOf(id, questions);
  const title = useArrival();
  return (
    <section class={`${style.panel} ${second ? style.second : ""}`} aria-label={heading}>
      <h2 ref={title} class={style.question} tabIndex={-1}>
        {heading}
      </h2>
      <Body id={id} finder={finder} questions={questions} />
    </section>
  );
}

/**
 * A new question is brought into sight, and takes the focus where the button that led to it is gone.
 * Otherwise a keyboard or a screen reader would begin again at the top of the page.
 */
function useArrival() {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const element = title.current;
    if (!element) return;
    if (element.getBoundingClientRect().top < 0) element.scrollIntoView({ block: "center" });
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
  }, []);
  return title;
}

function headingOf(id: PanelId, questions: readonly Question[]): string {
  if (id === "conditions" || id === "who" || id === "wishes") return t(`advice.panel.${id}`);
  return questions[0]?.label ?? t(`advice.chip.${id}`);
}

function Body({ id, finder, questions }: { id: PanelId; finder: Finder; questions: readonly Question[] }) {
  if (id === "conditions") return <Conditions questions={questions} />;
  if (id === "who") return <Who questions={questions} />;
  if (id === "budget") return <Budget question={questions[0]} />;
  if (id === "wishes") return <Wishes finder={finder} />;
  return (
    <>
      {questions.map((question) =>
        question.kind === "choice" ? (
          <ChoiceQuestion key={question.id} question={question} />
        ) : (
          <NumberQuestion
            key={question.id}
            question={question}
            onInput={(value) => answerHere(id, question.id, value)}
          />
        ),
      )}
    </>
  );
}

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
