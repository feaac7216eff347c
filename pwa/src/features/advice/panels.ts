/** Questions that belong together stand on one panel; one panel is in the middle, the others are chips around it. */
import type { Answers, Finder, Question, Scalar } from "../../catalogue/types";

export type PanelId =
  | "start"
  | "activity"
  | "wanted"
  | "conditions"
  | "effort"
  | "duration"
  | "nights_in"
  | "who"
  | "budget"
  | "wishes";

/** In the order of the chips. */
const PANELS: readonly { id: PanelId; asks: readonly (keyof Answers)[] }[] = [
  { id: "activity", asks: ["activity"] },
  { id: "wanted", asks: ["wanted"] },
  { id: "conditions", asks: ["weather", "temperature_c", "wind_kmh", "humid"] },
  { id: "effort", asks: ["effort"] },
  { id: "duration", asks: ["duration"] },
  { id: "nights_in", asks: ["nights_in"] },
  { id: "who", asks: ["audience", "age_years", "height_mm", "size"] },
  { id: "budget", asks: ["budget_cents"] },
  { id: "wishes", asks: ["must", "must_not", "prefer"] },
];

/** The panel that asks this question, or null for a word the panels do not know. */
export function panelOf(question: string | null): PanelId | null {
  if (question === null) return null;
  if (question.startsWith("wish:")) return "wishes";
  return PANELS.find((panel) => (panel.asks as readonly string[]).includes(question))?.id ?? null;
}

const held = (answers: Answers, id: string): Scalar | undefined => answers[id as keyof Answers] as Scalar | undefined;

/** Whether the question may be asked with these answers. */
export function isOpen(question: Question, answers: Answers): boolean {
  return Object.entries(question.when).every(([key, values]) => {
    const value = held(answers, key);
    return value !== undefined && values.includes(value);
  });
}

/** The questions of a panel that the finder knows and that may be asked now. */
export function questionsOf(panel: PanelId, finder: Finder, answers: Answers): Question[] {
  const asks = PANELS.find((one) => one.id === panel)?.asks ?? [];
  return asks.flatMap((id) => finder.questions.filter((question) => question.id === id && isOpen(question, answers)));
}

/** What a customer says before any wish: piece, activity, weather, for whom. */
const PLAIN = ["wanted", "activity", "conditions", "who"] as const satisfies PanelId[];

/** The panel of the question that matters most. Wishes divide well, but no seller opens with them: plain questions come first. */
function nextPanel(next: string | null, answers: Answers): PanelId | null {
  const panel = panelOf(next);
  if (panel !== "wishes") return panel;
  return PLAIN.find((plain) => !isAnswered(plain, answers)) ?? panel;
}

/**
 * The panels to show in full, first the one under the thumb.
 *
 * A panel the seller opened stays; where it already holds an answer, the next question stands below it, so that a slider never
 * moves away from the finger and nothing has to be confirmed.
 */
export function shownPanels(opened: PanelId | null, next: string | null, answers: Answers): PanelId[] {
  if (opened === null && answers.activity === undefined && answers.wanted === undefined) return ["start"];
  const following = nextPanel(next, answers);
  if (opened === null) return following ? [following] : [];
  if (!isAnswered(opened, answers) || following === null || following === opened) return [opened];
  return [opened, following];
}

export function isAnswered(panel: PanelId, answers: Answers): boolean {
  return PANELS.find((one) => one.id === panel)?.asks.some((id) => answers[id] !== undefined) ?? false;
}

/** The other panels, as chips: those with something left to ask. */
export function otherPanels(shown: readonly PanelId[], finder: Finder, answers: Answers): PanelId[] {
  return PANELS.filter(({ id, asks }) => {
    if (shown.includes(id) || shown.includes("start")) return false;
    if (id === "wishes") return finder.wishes.length > 0 && mayWish(finder, answers);
    if (isAnswered(id, answers) && asks.length === 1) return false;
    return questionsOf(id, finder, answers).some((question) => answers[question.id] === undefined);
  }).map(({ id }) => id);
}

/** Whether wishes are asked for here: a shop may have switched that question off. */
const mayWish = (finder: Finder, answers: Answers): boolean =>
  finder.questions.every((question) => question.id !== "prefer" || isOpen(question, answers));
