/** What the form may choose from, fetched once a language and revision of the room. */
import { type EditorWords, fetchWords } from "../../../lib/apiProducts";

const MOST_MS = 5 * 60_000;
let held: { lang: string; at: number; words: Promise<EditorWords> } | null = null;

/** The words of the form; asked for again after some minutes, and after a failure. */
export function fetchedWords(lang: string): Promise<EditorWords> {
  if (held?.lang !== lang || Date.now() - held.at > MOST_MS) {
    const words = fetchWords(lang);
    held = { lang, at: Date.now(), words };
    words.catch(() => {
      held = null;
    });
  }
  return held.words;
}
