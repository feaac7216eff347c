/** What sellers of the shop did not know, with the answers given since, as last heard from the server. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { type Kept, readQuestions, readSetting, saveQuestions, saveSetting } from "../db";
import { answerQuestion, fetchQuestions, type Question, type Questions } from "../lib/api";
import { log } from "../lib/log";

const kept = signal<Kept<Questions> | null>(null);
const seenUntil = signal("");
const SEEN = "answers_seen";

/** The newest first. */
export const questions = computed((): readonly Question[] => kept.value?.document.questions ?? []);
/** When the server last said that this is all (RFC 3339, UTC); null where it was never asked. */
export const questionsChecked: ReadonlySignal<string | null> = computed(() => kept.value?.checked_at ?? null);
/** Answers that nobody has read on this phone yet. */
export const newAnswers = computed(() =>
  questions.value.filter(({ answered_at }) => answered_at !== null && answered_at > seenUntil.value),
);

/** Show what is stored for a shop. */
export async function openQuestions(shop: string): Promise<void> {
  const [stored, seen] = await Promise.all([readQuestions(shop), readSetting(SEEN)]);
  kept.value = stored ?? null;
  seenUntil.value = seen ?? "";
}

/** Ask the server for new questions and answers. Never throws: those that are here stay. */
export async function refreshQuestions(shop: string): Promise<void> {
  try {
    const before = await readQuestions(shop).catch(() => undefined);
    const answer = await fetchQuestions(shop, before?.etag);
    const checked_at = new Date().toISOString();
    if (answer.changed) await keep(shop, { document: answer.data, etag: answer.etag, checked_at });
    else if (before) await keep(shop, { ...before, checked_at });
  } catch (cause) {
    log.info("questions not refreshed", cause);
  }
}

async function keep(shop: string, next: Kept<Questions>): Promise<void> {
  kept.value = next;
  await saveQuestions(shop, next).catch((cause: unknown) => log.warn("questions not kept", cause));
}

/** Answer a question for all phones of the shop; throws where the server cannot be reached or refuses. */
export async function answer(shop: string, id: string, text: string): Promise<void> {
  const answered = await answerQuestion(shop, id, text);
  const before = kept.peek();
  const list = questions.peek().map((one) => (one.id === id ? answered : one));
  // Without an ETag: the next look at the server brings what it has now.
  await keep(shop, { document: { shop, questions: list }, etag: undefined, checked_at: before?.checked_at ?? "" });
}

/** All answers that are shown now were read. */
export function answersRead(): void {
  const last = newAnswers
    .peek()
    .map(({ answered_at }) => answered_at ?? "")
    .sort()
    .at(-1);
  if (!last) return;
  seenUntil.value = last;
  saveSetting(SEEN, last).catch((cause: unknown) => log.warn("answers read not kept", cause));
}
