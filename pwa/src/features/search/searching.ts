/** The search over the catalogue that is shown; other words for things come a moment later, with the lexicon. */
import { computed, signal } from "@preact/signals";
import { log } from "../../lib/log";
import { snapshot } from "../../state";
import type { Lexicon } from "../../words/types";
import { type Engine, makeEngine } from "./engine";
import { makeSynonyms, type Synonyms } from "./synonyms";

const synonyms = signal<Synonyms | null>(null);

export const engine = computed((): Engine | null => {
  if (!snapshot.value) return null;
  const made = makeEngine(snapshot.value);
  if (synonyms.value) made.learn(synonyms.value);
  return made;
});

let asked = false;

/** Fetch the lexicon, once: without it the search knows only what is written on the pieces. */
export function learnSynonyms(): void {
  if (asked) return;
  asked = true;
  import("../../words/lexicon.json").then(
    ({ default: lexicon }) => {
      synonyms.value = makeSynonyms(lexicon as unknown as Lexicon);
    },
    (cause: unknown) => {
      asked = false;
      log.warn("lexicon not loaded", cause);
    },
  );
}
