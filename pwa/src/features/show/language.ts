/** The customer's language, for as long as the phone is turned round. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { readSnapshot, saveSnapshot } from "../../db";
import { fetchSnapshot } from "../../lib/api";
import { type Lang, useLanguage } from "../../lib/i18n";
import { log } from "../../lib/log";
import { lang, shopId } from "../../state";

/** The language the seller works in, while another one is shown. */
let seller: Lang | null = null;

/** True where the language asked for is not on this phone and cannot be fetched now. */
export const absent = signal<Lang | null>(null);

/** Show the page in another language; where its catalogue is not on the phone, it is fetched first. */
export async function speak(next: Lang): Promise<void> {
  if (next === lang.peek()) return;
  if (!(await isHere(next))) {
    absent.value = next;
    return;
  }
  absent.value = null;
  seller ??= lang.peek();
  await useLanguage(next);
}

async function isHere(next: Lang): Promise<boolean> {
  const shop = shopId.peek();
  if (!shop) return false;
  try {
    if (await readSnapshot(shop, next)) return true;
    const answer = await fetchSnapshot(shop, next);
    if (answer.changed) {
      await saveSnapshot(shop, next, {
        document: answer.data,
        etag: answer.etag,
        checked_at: new Date().toISOString(),
      });
    }
    return answer.changed;
  } catch (cause) {
    log.info(`catalogue in ${next} not here`, cause);
    return false;
  }
}

/** Back to the seller's own language when the page is left. */
export function useSellersLanguageAfterwards(): void {
  useEffect(
    () => () => {
      absent.value = null;
      if (seller === null) return;
      const own = seller;
      seller = null;
      useLanguage(own).catch((cause: unknown) => log.error("language not restored", cause));
    },
    [],
  );
}
