/** When to ask the server again. */
import { effect } from "@preact/signals";
import { startClock } from "../lib/clock";
import { ownLang } from "../lib/i18n";
import { whenIdle } from "../lib/idle";
import { log } from "../lib/log";
import { isSparing, waitMs } from "../lib/rhythm";
import { closeCatalogue, nextSnapshot, openCatalogue, refreshCatalogue, swapCatalogue, syncFailure } from "./catalogue";
import { answers } from "./customer";
import { keepOtherLanguages } from "./languages";
import { online, startOnline } from "./online";
import { checkSession, shopId } from "./session";
import { followStock } from "./stock";
import { followDeliveries, openTryOns, refreshTryOns } from "./tryOns";

/** So long nobody has touched the screen: the customer is gone, and the list may change. */
const LEFT_ALONE_MS = 120_000;

/** Ask the server for what is newer, now. */
export async function refresh(): Promise<void> {
  const shop = shopId.peek();
  if (!shop) return;
  await refreshCatalogue(shop, ownLang.peek());
  if (!online.peek()) return;
  if (!isSparing()) keepOtherLanguages(shop);
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
    if (online.peek() && !isSparing()) keepOtherLanguages(shop);
    void refreshTryOns(shop);
  } catch (cause) {
    log.error("catalogue not opened", cause);
  }
}

const isVisible = (): boolean => document.visibilityState === "visible";

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;

/** Ask now, and again by itself for as long as somebody looks. One at a time: who asks meanwhile waits for the same. */
function round(): Promise<void> {
  running ??= ask().finally(() => {
    running = undefined;
    wait();
  });
  return running;
}

function wait(): void {
  clearTimeout(timer);
  const retryAfterMs = syncFailure.peek()?.retryAfterMs;
  timer = setTimeout(again, waitMs({ failures, sparing: isSparing(), retryAfterMs }));
}

const again = (): void => void (isVisible() && round());

async function ask(): Promise<void> {
  // The session too: a phone that is never closed must hear that it was disconnected, and be seen by the manager.
  await checkSession();
  await refresh();
  failures = syncFailure.peek() ? failures + 1 : 0;
}

/** Refresh at the start, when the network or the screen comes back, and regularly in sight. */
export function startSync(sessionChecked: boolean): void {
  startOnline(again);
  startClock();
  document.addEventListener("visibilitychange", () => {
    // Out of sight is out of the way: nobody sees the catalogue change.
    if (!isVisible()) swapCatalogue();
    again();
  });
  addEventListener("pageshow", again);
  startSwaps();
  void (sessionChecked ? refresh().then(wait) : round());
}

/** Let the newer catalogue be shown where it disturbs nobody: with the next customer, or when the phone lies there. */
function startSwaps(): void {
  effect(() => {
    if (Object.keys(answers.value).length === 0) swapCatalogue();
  });
  effect(() => (nextSnapshot.value ? whenIdle(swapCatalogue, LEFT_ALONE_MS) : undefined));
}
