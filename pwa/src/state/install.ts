/** Whether the application can be put on the home screen, and how. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";

/** Chromium's event, which TypeScript's DOM does not know. */
interface InstallOffer extends Event {
  prompt: () => Promise<{ outcome: "accepted" | "dismissed" }>;
}

const offer = signal<InstallOffer | null>(null);
const standalone = signal(matchMedia("(display-mode: standalone)").matches);

export type Installing = "installed" | "offered" | "by-hand" | "none";

/** "offered": one tap. "by-hand": iOS, where only the share menu can. "none": this browser does not install. */
export const installing: ReadonlySignal<Installing> = computed(() => {
  if (standalone.value) return "installed";
  if (offer.value) return "offered";
  return /iPhone|iPad/.test(navigator.userAgent) ? "by-hand" : "none";
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
}

export async function install(): Promise<void> {
  const given = offer.peek();
  offer.value = null;
  await given?.prompt();
}
