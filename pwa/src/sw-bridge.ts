/** The page's side of the service worker: registers it, notices a new version, asks before it takes over. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Workbox } from "workbox-window";
import { whenIdle } from "./lib/idle";
import { log } from "./lib/log";

const ready = signal(false);
/** A new version is installed and waits. */
export const updateReady: ReadonlySignal<boolean> = ready;

const LOOK_AGAIN_MS = 30 * 60_000;
let worker: Workbox | undefined;
let asked = false;
/** Whether a worker holds this window. Workbox knows it from the registration only, so a first visit never hears of updates. */
let held = false;
let takenElsewhere = false;

/** Register the worker of the built application; the development server has none. */
export async function startServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  held = navigator.serviceWorker.controller !== null;
  try {
    // Nothing on the first screen waits for it, so it is not part of the first load.
    const { Workbox } = await import("workbox-window");
    const bridge = new Workbox(`${import.meta.env.BASE_URL}service-worker.js`, { scope: import.meta.env.BASE_URL });
    worker = bridge;
    bridge.addEventListener("waiting", () => whenIdle(offer));
    bridge.addEventListener("controlling", takenOver);
    await bridge.register();
  } catch (cause) {
    return log.warn("service worker not registered", cause);
  }
  setInterval(look, LOOK_AGAIN_MS);
  document.addEventListener("visibilitychange", look);
}

function look(): void {
  if (document.visibilityState !== "visible") return;
  worker?.update().catch((cause: unknown) => log.info("no look for a new version", cause));
}

/** The seller said yes: let the new version take over, here and in the other windows. */
export function takeUpdate(): void {
  // Another window has already let it in: this one only has to follow.
  if (takenElsewhere) location.reload();
  asked = true;
  worker?.messageSkipWaiting();
}

/** Reload where it was asked for; another window keeps running on the files of its own build until it may say yes too. */
function takenOver(): void {
  const first = !held;
  held = true;
  if (first) return;
  takenElsewhere = true;
  if (asked || document.visibilityState === "hidden") location.reload();
  else whenIdle(offer);
}

function offer(): void {
  ready.value = true;
}
