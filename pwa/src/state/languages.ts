/** The catalogue in the languages that are not on the screen: the customer may speak another one than the seller. */
import { readSnapshot, saveSnapshot } from "../db";
import { fetchSnapshot } from "../lib/api";
import { LANGS, type Lang, lang } from "../lib/i18n";
import { whenIdle } from "../lib/idle";
import { log } from "../lib/log";
import { snapshot } from "./catalogue";

/** The edition whose other languages are on the phone, or on their way. */
let kept = "";

const edition = (shop: string): string => `${shop} ${snapshot.peek()?.content_hash} ${lang.peek()}`;

/** Keep the other languages of what is shown, so that a phone can be turned to a customer without a network. */
export function keepOtherLanguages(shop: string): void {
  if (kept === edition(shop) || !snapshot.peek()) return;
  kept = edition(shop);
  whenIdle(() => void bringOthers(shop));
}

async function bringOthers(shop: string): Promise<void> {
  for (const other of LANGS.filter((one) => one !== lang.peek())) {
    // Asked again after the next refresh.
    if (!(await bringLanguage(shop, other, snapshot.peek()?.content_hash))) kept = "";
  }
}

/**
 * Bring the catalogue in this language onto the phone; false where it is not here and cannot be fetched.
 *
 * With a hash, a catalogue of another edition is renewed; without, any edition will do.
 */
export async function bringLanguage(shop: string, wanted: Lang, hash?: string): Promise<boolean> {
  try {
    const here = await readSnapshot(shop, wanted);
    if (here && (hash === undefined || here.document.content_hash === hash)) return true;
    const answer = await fetchSnapshot(shop, wanted, here?.etag);
    if (!answer.changed) return here !== undefined;
    const checked_at = new Date().toISOString();
    await saveSnapshot(shop, wanted, { document: answer.data, etag: answer.etag, checked_at });
    return true;
  } catch (cause) {
    log.info(`catalogue in ${wanted} not brought`, cause);
    return false;
  }
}
