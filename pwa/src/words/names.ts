/** Names of pieces of the catalogue inside a sentence: not understood as answers, but known. */
import { normalise } from "./text";
import type { Item, Token } from "./types";

/** Words of a catalogue's names that are long enough to be recognised. */
export type Names = ReadonlySet<string>;

const SHORTEST = 4;

/** The words by which the names of a catalogue are recognised. */
export function makeNames(names: readonly string[]): Names {
  const words = new Set<string>();
  for (const name of new Set(names))
    for (const word of normalise(name).split(/[^a-z0-9]+/))
      if (word.length >= SHORTEST && /[a-z]/.test(word)) words.add(word);
  return words;
}

export interface Name {
  text: string;
  from: number;
  to: number;
}

/** Runs of words that nobody understands and that the catalogue knows. */
export function namesIn(text: string, tokens: readonly Token[], items: readonly Item[], names: Names): Name[] {
  const found: Name[] = [];
  let run: Name | null = null;
  for (const item of items) {
    const isName = item.kind === "unknown" && names.has(tokens[item.start]?.norm ?? "");
    if (!isName) run = null;
    else if (run) run.to = item.to;
    else {
      run = { text: "", from: item.from, to: item.to };
      found.push(run);
    }
  }
  for (const name of found) name.text = text.slice(name.from, name.to);
  return found;
}
