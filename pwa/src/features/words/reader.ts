/** The lexicon and what reads with it: one lazy file, kept on the phone with the others. */
import { inSteps } from "../../lib/idle";
import { makeNames, makeUnderstand, type Names, type Understood } from "../../words";
import lexicon from "../../words/lexicon.json";
import type { Lexicon } from "../../words/types";

const reading = makeUnderstand(lexicon as unknown as Lexicon);
inSteps(reading.prepare());

let known: { list: readonly string[]; names: Names } | null = null;

/** Read a sentence; `list` are the names of the catalogue. */
export function understand(text: string, lang: string, list: readonly string[]): Understood {
  if (known?.list !== list) known = { list, names: makeNames(list) };
  return reading(text, { lang, names: known.names });
}
