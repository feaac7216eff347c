import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Finder, Question } from "../../catalogue/types";
import { later } from "../../lib/later";
import { answers, t } from "../../state";
import { Budget } from "./Budget";
import { Conditions } from "./Conditions";
import { NumberQuestion } from "./NumberQuestion";
import style from "./Panel.module.css";
import { type PanelId, questionsOf } from "./panels";
import { ChoiceQuestion } from "./Question";
import { answerHere } from "./view";
import { Who } from "./Who";

/** Wishes come after plain questions: their code is fetched with the first of these. */
const wishes = later(() => import("./Wishes").then((module) => module.Wishes));

interface Props {
  id: PanelId;
  finder: Finder;
  /** The panel below the first one is offered, not yet asked. */
  second?: boolean;
}

/** One question, or the few that belong together, with large answers. */
export function Panel({ id, finder, second }: Props) {
  const questions = questionsOf(id, finder, answers.value);
  const heading = headingOf(id, questions);
  const title = useArrival();
  useEffect(() => void wishes.bring(), []);
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
  if (id === "wishes") return <wishes.Part finder={finder} />;
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
