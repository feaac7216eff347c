/** The customer's language, for as long as the phone is turned round. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Lang, useLanguage } from "../../lib/i18n";
import { log } from "../../lib/log";
import { bringLanguage, lang, shopId } from "../../state";

/** The language the seller works in, while another one is shown. */
let seller: Lang | null = null;

/** True where the language asked for is not on this phone and cannot be fetched now. */
export const absent = signal<Lang | null>(null);

/** Show the page in another language; where its catalogue is not on the phone, it is fetched first. */
export async function speak(next: Lang): Promise<void> {
  if (next === lang.peek()) return;
  const shop = shopId.peek();
  if (!shop || !(await bringLanguage(shop, next))) {
    absent.value = next;
    return;
  }
  absent.value = null;
  seller ??= lang.peek();
  await useLanguage(next);
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
