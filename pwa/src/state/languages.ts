/** The languages that are not the seller's: the words for a customer, on the phone before there is one. */
import { batch } from "@preact/signals";
import type { Speech } from "../catalogue/speech";
import { readSpeech, saveSpeech } from "../db";
import { fetchSpeech } from "../lib/api";
import { loadLanguage, ownLang, SPOKEN, type Spoken, speakTo } from "../lib/i18n";
import { whenIdle } from "../lib/idle";
import { log } from "../lib/log";
import { edition, layOver, snapshot } from "./catalogue";

/** The edition whose other languages are on the phone, or on their way. */
let kept = "";

/** The languages of the shop that this application can show. */
export function languagesOf(shop: { languages?: readonly string[] } | undefined): readonly Spoken[] {
  const offered = shop?.languages ?? [];
  return offered.length ? SPOKEN.filter((one) => offered.includes(one)) : SPOKEN;
}

/** Keep the words of the other languages of what is shown, so that a phone can be turned to a customer without a network. */
export function keepOtherLanguages(shop: string): void {
  const name = `${shop} ${edition.peek()} ${ownLang.peek()}`;
  if (kept === name || !edition.peek()) return;
  kept = name;
  whenIdle(() => void bringOthers(shop));
}

async function bringOthers(shop: string): Promise<void> {
  for (const other of languagesOf(snapshot.peek()?.shop).filter((one) => one !== ownLang.peek())) {
    const words = loadLanguage(other).catch((cause: unknown) => log.info(`words in ${other} not brought`, cause));
    // Asked again after the next refresh.
    if (!(await bringSpeech(shop, other))) kept = "";
    await words;
  }
}

/** Bring the words of the catalogue that is shown onto the phone; null where they are not here and cannot be fetched. */
export async function bringSpeech(shop: string, wanted: Spoken): Promise<Speech | null> {
  try {
    const here = await readSpeech(shop, wanted);
    if (here && here.document.content_hash === edition.peek()) return here.document;
    const answer = await fetchSpeech(shop, wanted, here?.etag);
    if (!answer.changed) return null;
    const checked_at = new Date().toISOString();
    await saveSpeech(shop, wanted, { document: answer.data, etag: answer.etag, checked_at });
    return answer.data.content_hash === edition.peek() ? answer.data : null;
  } catch (cause) {
    log.info(`catalogue in ${wanted} not brought`, cause);
    return null;
  }
}

/** Speak to the customer in their language; false, and nothing changes, where its words cannot be had now. */
export async function speak(shop: string, wanted: Spoken): Promise<boolean> {
  if (wanted === ownLang.peek()) {
    stopSpeaking();
    return true;
  }
  try {
    const [speech] = await Promise.all([bringSpeech(shop, wanted), loadLanguage(wanted)]);
    if (!speech) return false;
    batch(() => {
      layOver(speech);
      speakTo(wanted);
    });
    return true;
  } catch (cause) {
    log.info(`words in ${wanted} not brought`, cause);
    return false;
  }
}

/** Back to the seller's own language. */
export function stopSpeaking(): void {
  batch(() => {
    layOver(null);
    speakTo(null);
  });
}
