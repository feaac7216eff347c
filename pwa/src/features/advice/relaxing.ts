/** What the customer would have to let go, in words, and the answers without it. */
import type { Answers, Finder } from "../../catalogue/types";
import type { NeedWord } from "../../components/NeedSentence";
import { withWish } from "../need/wishes";
import { needWords, WISH, wishLabel } from "../need/words";

const isAnswer = (id: string, answers: Answers): id is keyof Answers & string => id in answers;

/** The wish behind "must:hood-helmet" or "hood-helmet"; null for an answer. */
function wishOf(drop: string, answers: Answers): string | null {
  const id = drop.replace(/^(must|must_not|prefer):/, "");
  const wished = [...(answers.must ?? []), ...(answers.must_not ?? []), ...(answers.prefer ?? [])];
  return wished.includes(id) ? id : null;
}

/** "≤ 300 €", "sans duvet": the words that would leave the sentence. */
export function droppedWords(finder: Finder, answers: Answers, drop: readonly string[]): string[] {
  const words = needWords(finder, answers, null);
  return drop.map((id) => wordsFor(words, id, answers) || wishLabel(finder, id));
}

/** The words of what is let go; "size" stands for all that was said of sizes. */
function wordsFor(words: readonly NeedWord[], drop: string, answers: Answers): string {
  const wish = wishOf(drop, answers);
  const ids = drop === "size" ? ["size", "sizes"] : [wish === null ? drop : WISH + wish];
  const found = words.filter((word) => ids.includes(word.id));
  return found.map(nameOf).join(", ");
}

/** What is asked for is let go by its name alone; what is refused keeps the word that says so. */
const nameOf = ({ text, strength, wish }: NeedWord): string => (strength === "must_not" ? text : (wish ?? text));

/** The answers after letting go. */
export function relaxed(answers: Answers, drop: readonly string[]): Answers {
  let next: Answers = { ...answers };
  for (const id of drop) {
    const wish = wishOf(id, next);
    if (wish !== null) next = withWish(next, wish, "off");
    else if (isAnswer(id, next)) delete next[id];
  }
  if (drop.includes("size")) delete next.sizes;
  return next;
}
