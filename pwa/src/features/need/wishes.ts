/** A wish in one gesture: each tap takes it one step on, wished → required → refused → off. */
import type { Answers } from "../../catalogue/types";

export type WishState = "off" | "prefer" | "must" | "must_not";

const NEXT: Record<WishState, WishState> = { off: "prefer", prefer: "must", must: "must_not", must_not: "off" };
const KINDS = ["prefer", "must", "must_not"] as const;

export function wishState(answers: Answers, id: string): WishState {
  return KINDS.find((kind) => answers[kind]?.includes(id)) ?? "off";
}

/** The answers after one more tap on this wish. */
export function cycleWish(answers: Answers, id: string): Answers {
  return withWish(answers, id, NEXT[wishState(answers, id)]);
}

/** The answers with the wish in this state, in one list or in none. */
export function withWish(answers: Answers, id: string, state: WishState): Answers {
  const next: Answers = { ...answers };
  for (const kind of KINDS) {
    const kept = (next[kind] ?? []).filter((other) => other !== id);
    if (kind === state) kept.push(id);
    if (kept.length) next[kind] = kept;
    else delete next[kind];
  }
  return next;
}
