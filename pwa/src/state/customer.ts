/** What the present customer said. Nothing of it names a person. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Answers } from "../catalogue/types";
import { forgetAnswers, readAnswers, saveAnswers } from "../db";
import { log } from "../lib/log";

const current = signal<Answers>({});

export const answers: ReadonlySignal<Answers> = current;

/** Take up the customer again after a restart. */
export async function startCustomer(): Promise<void> {
  const kept = await readAnswers();
  if (kept) current.value = kept;
}

/** Set one answer, or take it back with undefined. */
export function setAnswer<K extends keyof Answers>(key: K, value: Answers[K] | undefined): void {
  const next = { ...current.value };
  if (value === undefined || (Array.isArray(value) && value.length === 0)) delete next[key];
  else next[key] = value;
  setAnswers(next);
}

/** Replace all answers at once. */
export function setAnswers(next: Answers): void {
  current.value = next;
  saveAnswers(next).catch((cause: unknown) => log.warn("answers not kept", cause));
}

/** The next customer begins with nothing of the last one. */
export function nextCustomer(): void {
  current.value = {};
  forgetAnswers().catch((cause: unknown) => log.warn("answers not forgotten", cause));
}
