/** What the form may choose from, fetched once a language and some minutes; without a network as it was kept here. */
import { type EditorWords, fetchWords } from "../../../lib/apiProducts";
import { isRecord } from "../../../lib/net";
import { keepWords, keptWords } from "../../../state/keptWords";
import { isAway } from "../parts/reason";

const MOST_MS = 5 * 60_000;
let held: { lang: string; at: number; words: Promise<EditorWords> } | null = null;

/** The words of the form; asked for again after some minutes, and after a failure. */
export function fetchedWords(lang: string): Promise<EditorWords> {
  if (held?.lang !== lang || Date.now() - held.at > MOST_MS) {
    const words = fetchWords(lang);
    held = { lang, at: Date.now(), words };
    words.then(
      (found) => keepWords(lang, found),
      () => {
        held = null;
      },
    );
  }
  return held.words.catch((cause: unknown) => keptOr(lang, cause));
}

/** The words that this device has; why they did not come, where it has none. */
async function keptOr(lang: string, cause: unknown): Promise<EditorWords> {
  const kept = isAway(cause) ? await keptWords(lang) : undefined;
  if (!isWords(kept)) throw cause;
  return kept;
}

const isWords = (kept: unknown): kept is EditorWords =>
  isRecord(kept) && Array.isArray(kept.attributes) && Array.isArray(kept.technologies) && Array.isArray(kept.shops);
