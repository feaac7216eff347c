/** The customer's language, for as long as the phone is turned round. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Spoken } from "../../lib/i18n";
import { edition, lang, shopId, speak, stopSpeaking } from "../../state";

/** The language asked for, where its words are not on this phone and cannot be fetched now. */
export const absent = signal<Spoken | null>(null);

/** Show the page in another language. */
export async function choose(next: Spoken): Promise<void> {
  const shop = shopId.peek();
  const done = shop !== null && (await speak(shop, next));
  absent.value = done ? null : next;
}

/** Keep speaking where a newer catalogue is shown meanwhile, and turn back to the seller's language when the page is left. */
export function useCustomersLanguage(): void {
  const shown = edition.value;
  useEffect(() => {
    if (shown) void choose(lang.peek());
  }, [shown]);
  useEffect(
    () => () => {
      absent.value = null;
      stopSpeaking();
    },
    [],
  );
}
