/** What the desk's forms choose from, kept on this device: a draft can be gone on with where no network is. */
import { readDraft, saveDraft } from "../db";
import { log } from "../lib/log";

const keyOf = (lang: string): string => `words-of-desk ${lang}`;

/** Keep the words of a language; a device that keeps nothing only needs the network again. */
export const keepWords = (lang: string, words: unknown): Promise<unknown> =>
  saveDraft(keyOf(lang), JSON.stringify(words)).catch((cause: unknown) => log.info("words not kept", cause));

/** The words that were kept; undefined where there are none. */
export async function keptWords(lang: string): Promise<unknown> {
  try {
    const text = await readDraft(keyOf(lang));
    return text ? JSON.parse(text) : undefined;
  } catch (cause) {
    log.info("words not read", cause);
    return undefined;
  }
}
