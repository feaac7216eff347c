/** The steps of a form: what was typed last can be taken back, step by step, and put back. */
import type { Form } from "./form";

export interface Past {
  before: readonly Form[];
  now: Form;
  after: readonly Form[];
  /** The field of the last step, and when: typing on in it is the same step. */
  field: string;
  at: number;
}

const MOST_STEPS = 200;
/** Letters that follow each other within this time are one step. */
const ONE_STEP_MS = 1200;

export const begin = (now: Form): Past => ({ before: [], now, after: [], field: "", at: 0 });

/** Take a step. */
export function step(past: Past, now: Form, field: string, at: number): Past {
  const goesOn = past.field === field && at - past.at < ONE_STEP_MS && past.before.length > 0;
  const before = goesOn ? past.before : [...past.before, past.now].slice(-MOST_STEPS);
  return { before, now, after: [], field, at };
}

export function undo(past: Past): Past {
  const last = past.before.at(-1);
  if (!last) return past;
  return { before: past.before.slice(0, -1), now: last, after: [past.now, ...past.after], field: "", at: 0 };
}

export function redo(past: Past): Past {
  const next = past.after[0];
  if (!next) return past;
  return { before: [...past.before, past.now], now: next, after: past.after.slice(1), field: "", at: 0 };
}
