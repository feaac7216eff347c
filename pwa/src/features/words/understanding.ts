/** What the customer said, and what became of it. Kept while the seller looks at a piece and comes back. */
import { computed, effect, signal } from "@preact/signals";
import type { Answers } from "../../catalogue/types";
import { later } from "../../lib/later";
import { log } from "../../lib/log";
import { answers, lang, noteSpoken, setAnswers, snapshot } from "../../state";
import type { Understood } from "../../words";
import { withWish } from "../need/wishes";

/** The sentence in the field. */
export const sentence = signal("");
/** The last sentence that was read. */
export const understood = signal<Understood | null>(null);
/** True while the lexicon is on its way. */
export const isLoading = signal(false);

/** What stands below a sentence that was read; it comes with the reader. */
export const said = later(() => import("./Said").then((module) => module.Said));

type Reader = typeof import("./reader");
let reader: Promise<Reader> | null = null;

/** Fetch the lexicon: when the seller reaches for the field, so that it is there when the sentence is. */
export function warmUp(): void {
  reader ??= Promise.all([import("./reader"), said.bring()]).then(([module]) => module);
  reader.catch(() => {
    reader = null;
  });
}

/** Names change with the catalogue only. */
const names = computed(() => snapshot.value?.products.map((product) => product.name) ?? []);

/** What the last sentence brought in: a corrected sentence takes it back first. */
let brought: Answers = {};

/** Read the sentence and take what it says into the need. */
export async function read(): Promise<void> {
  const text = sentence.peek().trim();
  if (!text) return forget();
  isLoading.value = true;
  try {
    warmUp();
    const made = (await reader)?.understand(text, lang.peek(), names.peek());
    if (!made) return;
    setAnswers(merged(without(answers.peek(), brought), made.answers));
    noteSpoken();
    brought = made.answers;
    understood.value = made;
  } catch (cause) {
    log.warn("sentence not read", cause);
  } finally {
    isLoading.value = false;
  }
}

/** Empty the field; what was understood stays in the need. */
export function forget(): void {
  sentence.value = "";
  understood.value = null;
  brought = {};
}

const WISHES = ["must", "must_not", "prefer"] as const;

/** The need with what was said now; what was said before stays where nothing else was said. */
function merged(before: Answers, said: Answers): Answers {
  const { must, must_not, prefer, sizes, ...plain } = said;
  let next: Answers = { ...before, ...plain };
  if (sizes) next.sizes = { ...before.sizes, ...sizes };
  for (const kind of WISHES) for (const id of said[kind] ?? []) next = withWish(next, id, kind);
  return next;
}

/** The need without what an earlier wording said and nobody has changed since. */
function without(now: Answers, said: Answers): Answers {
  let next: Answers = { ...now };
  for (const kind of WISHES) for (const id of kept(next[kind], said[kind])) next = withWish(next, id, "off");
  const { must, must_not, prefer, ...plain } = said;
  for (const key of Object.keys(plain) as (keyof Answers)[])
    if (JSON.stringify(next[key]) === JSON.stringify(said[key])) delete next[key];
  return next;
}

const kept = (now: readonly string[] = [], said: readonly string[] = []): string[] =>
  said.filter((id) => now.includes(id));

// The next customer says something else.
effect(() => {
  if (Object.keys(answers.value).length === 0 && understood.peek()?.found.length) forget();
});
