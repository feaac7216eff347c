/** The wishes of the answers, each with its strength: it is liked, it must be, it must not be. */
import type { Answers } from "../../catalogue/types";
import { STRENGTHS, type Strength } from "../../components/Strength";

export function wishState(answers: Answers, id: string): Strength {
  return STRENGTHS.find((kind) => answers[kind]?.includes(id)) ?? "off";
}

/** The answers with the wish in this strength, in one list or in none. */
export function withWish(answers: Answers, id: string, strength: Strength): Answers {
  const next: Answers = { ...answers };
  for (const kind of STRENGTHS) {
    const kept = (next[kind] ?? []).filter((other) => other !== id);
    if (kind === strength) kept.push(id);
    if (kept.length) next[kind] = kept;
    else delete next[kind];
  }
  return next;
}
