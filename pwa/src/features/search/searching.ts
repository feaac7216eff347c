/** The search over the catalogue that is shown; other words for things come a moment later, with the lexicon. */
import { computed, effect, signal } from "@preact/signals";
import type { Snapshot } from "../../catalogue/types";
import { log } from "../../lib/log";
import { inSlices } from "../../lib/steps";
import { snapshot } from "../../state";
import type { Lexicon } from "../../words/types";
import { type Engine, engineInSteps } from "./engine";
import { type Synonyms, synonymsInSteps } from "./synonyms";

const made = signal<{ of: Snapshot; engine: Engine } | null>(null);
const synonyms = signal<Synonyms | null>(null);

/** Null while the catalogue is being indexed. A new one where other words for things were learnt: it finds more. */
export const engine = computed((): Engine | null => {
  if (!made.value || made.value.of !== snapshot.value) return null;
  if (synonyms.value) made.value.engine.learn(synonyms.value);
  return { ...made.value.engine };
});

// Indexed as soon as the search is on the phone, and anew with each catalogue; no key waits for it.
effect(() => (snapshot.value ? inSlices(indexing(snapshot.value)) : undefined));

function* indexing(of: Snapshot): Generator<undefined, void> {
  made.value = { of, engine: yield* engineInSteps(of) };
}

let asked = false;

/** Fetch the lexicon, once: without it the search knows only what is written on the pieces. */
export function learnSynonyms(): void {
  if (asked) return;
  asked = true;
  import("../../words/lexicon.json").then(
    ({ default: lexicon }) => void inSlices(learning(lexicon as unknown as Lexicon)),
    (cause: unknown) => {
      asked = false;
      log.warn("lexicon not loaded", cause);
    },
  );
}

function* learning(lexicon: Lexicon): Generator<undefined, void> {
  synonyms.value = yield* synonymsInSteps(lexicon);
}
