/** When to ask the server again. */
import { effect } from "@preact/signals";
import { ownLang } from "../lib/i18n";
import { log } from "../lib/log";
import { closeCatalogue, openCatalogue, refreshCatalogue, swapCatalogue } from "./catalogue";
import { keepOtherLanguages } from "./languages";
import { online, startOnline } from "./online";
import { checkSession, shopId } from "./session";
import { followStock } from "./stock";
import { followDeliveries, openTryOns, refreshTryOns } from "./tryOns";

/** Stock moves all day: ask about it while somebody is looking, not more often than this. */
const EVERY_MS = 60_000;

/** Ask the server for what is newer, now. */
export async function refresh(): Promise<void> {
  const shop = shopId.peek();
  if (!shop) return;
  await refreshCatalogue(shop, ownLang.peek());
  if (!online.peek()) return;
  keepOtherLanguages(shop);
  void refreshTryOns(shop);
}

/** Show the stored catalogue of the session's shop; follows sign-in, sign-out and language. */
export async function startCatalogue(): Promise<void> {
  const shop = shopId.peek();
  if (shop) await Promise.all([openCatalogue(shop, ownLang.peek()), openTryOns(shop)]);
  followDeliveries(() => shopId.peek());
  followStock();
  let shown = `${shopId.peek()}/${ownLang.peek()}`;
  effect(() => {
    const wanted = `${shopId.value}/${ownLang.value}`;
    if (wanted === shown) return;
    shown = wanted;
    void follow(shopId.value, ownLang.value);
  });
}

async function follow(shop: string | null, language: string): Promise<void> {
  try {
    if (!shop) return closeCatalogue();
    await Promise.all([openCatalogue(shop, language), openTryOns(shop)]);
    await refreshCatalogue(shop, language);
    if (online.peek()) keepOtherLanguages(shop);
    void refreshTryOns(shop);
  } catch (cause) {
    log.error("catalogue not opened", cause);
  }
}

/** Refresh at the start, when the network or the screen comes back, and every minute in sight. */
export function startSync(sessionChecked: boolean): void {
  const visible = () => document.visibilityState === "visible";
  // The session too: a phone that is never closed must hear that it was disconnected, and be seen by the manager.
  const soon = () => void (visible() && checkSession().then(refresh));
  startOnline(soon);
  document.addEventListener("visibilitychange", () => {
    // Out of sight is out of the way: nobody sees the catalogue change.
    if (!visible()) swapCatalogue();
    soon();
  });
  addEventListener("pageshow", soon);
  setInterval(soon, EVERY_MS);
  void (sessionChecked ? refresh() : checkSession().then(refresh));
}
