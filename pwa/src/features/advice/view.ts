/** What the seller has open on the page of advice. Kept while they look at a product and come back. */
import { computed, effect, signal } from "@preact/signals";
import type { Answers } from "../../catalogue/types";
import type { Strength } from "../../components/Strength";
import { answers, setAnswer, setAnswers, snapshot } from "../../state";
import { settled } from "../need/idle";
import { REFINEMENT, refinement } from "../need/refinement";
import { withWish } from "../need/wishes";
import { WISH } from "../need/words";
import { nextCustomer } from "../outcome/asked";
import { otherPanels, type PanelId, panelOf, shownPanels } from "./panels";

/** The panel the seller asked for, or null: then the question that matters most is in the middle. */
export const opened = signal<PanelId | null>(null);
/** The word of the sentence that was tapped. */
export const pickedWord = signal<string | null>(null);
export const sheetOpen = signal(false);

/** What the questions follow from: the answers as they were when the next question was last looked for. */
export const answered = computed((): Answers => settled.value?.answers ?? answers.value);

/** Null where something was said and the next question is not known yet. */
export const shown = computed((): PanelId[] | null => {
  const panels = shownPanels(opened.value, settled.value?.next ?? null, answered.value);
  return panels.length === 0 && settled.value === null ? null : panels;
});

export const others = computed((): PanelId[] => {
  const catalogue = snapshot.value;
  return catalogue && shown.value ? otherPanels(shown.value, catalogue.finder, answered.value) : [];
});

/** An answer was given: its panel goes when the next question comes. */
let isLeft = false;
effect(() => {
  if (settled.value && isLeft) openPanel(null);
});

export function openPanel(panel: PanelId | null): void {
  isLeft = false;
  opened.value = panel;
  pickedWord.value = null;
}

/** The panel stays where it is while it is answered. */
export function keepPanel(panel: PanelId): void {
  isLeft = false;
  opened.value = panel;
}

/** Leave the panel to the next question. */
export function leavePanel(): void {
  isLeft = true;
  pickedWord.value = null;
}

/** A tap on a word opens its question; a second tap closes it. A wish needs no question: its strengths stand beside it. */
export function pickWord(id: string): void {
  const again = pickedWord.value === id;
  pickedWord.value = again ? null : id;
  if (!id.startsWith(WISH) && id !== REFINEMENT) opened.value = again ? null : panelOf(id);
}

/** Change how much a wish of the sentence counts; without any, it is gone. */
export function strengthen(id: string, strength: Strength): void {
  setAnswers(withWish(answers.peek(), id.slice(WISH.length), strength));
  if (strength === "off") pickedWord.value = null;
}

export function removeWord(id: string): void {
  if (id === REFINEMENT) refinement.value = null;
  else if (id.startsWith(WISH)) setAnswers(withWish(answers.peek(), id.slice(WISH.length), "off"));
  else setAnswer(id as keyof Answers, undefined);
  pickedWord.value = null;
}

/** Answer and let the next question come up; the same answer again takes it back. */
export function answer<K extends keyof Answers>(key: K, value: Answers[K]): void {
  const again = answers.peek()[key] === value;
  setAnswer(key, again ? undefined : value);
  if (again) openPanel(panelOf(key));
  else leavePanel();
}

/** Answer on a panel that holds several questions: it stays, and the next question stands below it. */
export function answerHere<K extends keyof Answers>(panel: PanelId, key: K, value: Answers[K] | undefined): void {
  setAnswer(key, answers.peek()[key] === value ? undefined : value);
  keepPanel(panel);
}

/** Begin anew: nothing of the last customer stays. */
export function startNextCustomer(): void {
  nextCustomer();
  refinement.value = null;
  leavePanel();
  sheetOpen.value = false;
}
