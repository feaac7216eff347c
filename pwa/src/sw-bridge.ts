/** The page's side of the service worker: registers it, notices a new version, asks before it takes over. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { isInUse, whenIdle } from "./lib/idle";
import { log } from "./lib/log";

const ready = signal(false);
const taking = signal(false);
/** A new version is installed and waits, and nobody is in the middle of something. */
export const updateReady: ReadonlySignal<boolean> = ready;
/** The seller said yes a moment ago. */
export const updating: ReadonlySignal<boolean> = taking;

const LOOK_AGAIN_MS = 30 * 60_000;
/** A worker that still answers an old request lets no other in: then a reload does no harm, and the question comes again. */
const TAKE_OVER_MS = 4_000;
const START_MS = 1_500;
const TRIED = "cordee-taken-at-start";

let registration: ServiceWorkerRegistration | undefined;
/** Whether a worker holds this window: the first one that takes it is no update. */
let held = false;
let takenElsewhere = false;
let callOff = (): void => {};

/** Whether a worker answers for this page: then its files are on the phone. */
export const isHeld = (): boolean => import.meta.env.PROD && Boolean(navigator.serviceWorker?.controller);

/** Register the worker of the built application; the development server has none. */
export async function startServiceWorker(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  held = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener("controllerchange", takenOver);
  setInterval(look, LOOK_AGAIN_MS);
  document.addEventListener("visibilitychange", look);
  addEventListener("online", look);
  await register();
}

/**
 * Let in, before anything is shown, the version that has waited since the last time: a start interrupts nobody.
 *
 * True where the page is about to load again; once in a window, so that a version that cannot be let in makes no loop.
 */
export async function takeWaiting(): Promise<boolean> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return false;
  const found = await navigator.serviceWorker.getRegistration(import.meta.env.BASE_URL);
  // The mark is looked for last: the first word with that storage holds the start up until the browser answers.
  if (!found?.waiting || !found.active || sessionStorage.getItem(TRIED)) return false;
  sessionStorage.setItem(TRIED, "1");
  const held = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
  found.waiting.postMessage({ type: "SKIP_WAITING" });
  await Promise.race([held, new Promise((late) => setTimeout(late, START_MS))]);
  location.reload();
  return true;
}

/** A portal or a dead server at the first try must not be the last: each later look tries again. */
async function register(): Promise<void> {
  const base = import.meta.env.BASE_URL;
  try {
    const found = await navigator.serviceWorker.register(`${base}service-worker.js`, { scope: base });
    if (found !== registration) follow(found);
  } catch (cause) {
    log.warn("service worker not registered", cause);
  }
}

function follow(found: ServiceWorkerRegistration): void {
  registration = found;
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener("statechange", () => worker.state === "installed" && propose());
  // Every new version, not the first one only: one that failed to install comes again.
  found.addEventListener("updatefound", () => watch(found.installing));
  watch(found.installing);
  propose();
}

function look(): void {
  if (document.visibilityState !== "visible") return;
  if (!registration) return void register();
  registration.update().catch((cause: unknown) => log.info("no look for a new version", cause));
}

/** Ask at the next idle moment. The worker of a first visit waits for nobody. */
function propose(): void {
  const waits = registration?.waiting && registration.active;
  if (!waits && !takenElsewhere) return;
  callOff();
  callOff = whenIdle(() => {
    ready.value = true;
  });
}

/** The seller said yes: let the new version take over, here and in the other windows. */
export function takeUpdate(): void {
  const waiting = registration?.waiting;
  taking.value = true;
  // Where none waits, another window has already let it in: this one only has to follow.
  if (!takenElsewhere) waiting?.postMessage({ type: "SKIP_WAITING" });
  setTimeout(() => location.reload(), waiting && !takenElsewhere ? TAKE_OVER_MS : 0);
}

/** Reload where it was asked for; another window keeps running on the files of its own build until it may say yes too. */
function takenOver(): void {
  const first = !held;
  held = true;
  if (first) return;
  takenElsewhere = true;
  if (taking.peek() || (document.visibilityState === "hidden" && !isInUse())) location.reload();
  else propose();
}
