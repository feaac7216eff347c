/** Whether the application can be put on the home screen, how, and when to say so. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { readSetting, saveSetting } from "../db";
import { log } from "../lib/log";
import { lastDelivery, unsentCount } from "./outbox";

/** Chromium's event, which TypeScript's DOM does not know. */
interface InstallOffer extends Event {
  prompt: () => Promise<{ outcome: "accepted" | "dismissed" }>;
}

/** Whoever said "later" is left alone for so long. */
const LATER_MS = 30 * 86_400_000;
const LATER = "install_later";

const offer = signal<InstallOffer | null>(null);
const standalone = signal(isOnHomeScreen());
/** When "later" was said (RFC 3339, UTC); null where it never was, undefined before that is known. */
const later = signal<string | null | undefined>(undefined);

function isOnHomeScreen(): boolean {
  const { standalone: ofSafari } = navigator as { standalone?: boolean };
  return ofSafari === true || matchMedia("(display-mode: standalone)").matches;
}

export type Installing = "installed" | "offered" | "by-hand" | "none";

/** "offered": one tap. "by-hand": iOS, where only the share menu can. "none": this browser does not install. */
export const installing: ReadonlySignal<Installing> = computed(() => {
  if (standalone.value) return "installed";
  if (offer.value) return "offered";
  return isSafariInHand() ? "by-hand" : "none";
});

/** An iPad calls itself a Mac, but no Mac has a touch screen; a page inside another application has no share menu of its own. */
function isSafariInHand(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  const isApple = /iPhone|iPad|iPod/.test(userAgent) || (userAgent.includes("Macintosh") && maxTouchPoints > 1);
  return isApple && userAgent.includes("Safari/");
}

/**
 * Whether to speak of it unasked: where it can be done, after something was recorded here and has arrived, and not within
 * a month of a "later". What waits in the browser's storage would not be found from the home screen of an iPhone.
 */
export const installHint: ReadonlySignal<boolean> = computed(() => {
  const can = installing.value === "offered" || installing.value === "by-hand";
  if (!can || lastDelivery.value === null || unsentCount.value > 0 || later.value === undefined) return false;
  // What is not a date is no "later" either.
  return !(Math.abs(Date.now() - Date.parse(later.value ?? "")) <= LATER_MS);
});

export function startInstall(): void {
  addEventListener("beforeinstallprompt", (event) => {
    // The browser's own banner would come in the middle of an advice.
    event.preventDefault();
    offer.value = event as InstallOffer;
  });
  addEventListener("appinstalled", () => {
    standalone.value = true;
    offer.value = null;
  });
  readSetting(LATER).then(
    (at) => {
      later.value ??= at ?? null;
    },
    (cause: unknown) => log.info("not known whether to speak of the home screen", cause),
  );
}

/** Not now: ask again in a month. */
export function installLater(): void {
  const at = new Date().toISOString();
  later.value = at;
  saveSetting(LATER, at).catch((cause: unknown) => log.warn("the wish to be asked later is not kept", cause));
}

/** Let the browser ask; whoever says no to it is not asked again soon. */
export async function install(): Promise<void> {
  const given = offer.peek();
  offer.value = null;
  const answer = await given?.prompt();
  if (answer?.outcome === "dismissed") installLater();
}
