import "./styles/index.css";
import { render } from "preact";
import { App, startGuard } from "./app";
import { breath } from "./lib/breath";
import { afterPaint } from "./lib/idle";
import { arrive } from "./lib/launch";
import { log } from "./lib/log";
import { startScrollMemory } from "./lib/places";
import { startRouter } from "./lib/router";
import { place } from "./pages";
import { preload } from "./screen";
import { startCustomer } from "./state/customer";
import { startInstall } from "./state/install";
import { startOutbox } from "./state/outbox";
import { phone } from "./state/phone";
import { checkSession, session, startSession } from "./state/session";
import { startSettings } from "./state/settings";
import { startCatalogue, startSync } from "./state/sync";
import { startVisit } from "./state/visit";
import { isHeld, startServiceWorker, takeWaiting } from "./sw-bridge";

const RECOGNITION_MS = 2_500;
/** A database that another window holds, or that a phone has lost, may never answer: start without it. */
const STORAGE_MS = 3_000;

/** Show what the phone already knows, then ask the server what is newer. */
async function startApp(root: HTMLElement): Promise<void> {
  startRouter(arrive());
  startScrollMemory();
  startInstall();
  const taken = takeWaiting().catch((cause: unknown) => log.warn("the waiting version was not let in", cause));
  const storage = stored();
  // While it is read, the page's code and the letters are fetched: none of them waits for another.
  void breath().then(bringPage).then(bringLetters);
  await storage;
  if (await taken) return;
  const asked = await recognised();
  await breath();
  startGuard();
  bringPage();
  render(<App />, root);
  // The first screen waits for none of it.
  afterPaint(() => startFurther(asked).catch((cause: unknown) => log.error("not all of it started", cause)));
}

async function startFurther(asked: boolean): Promise<void> {
  startSync(asked);
  await startServiceWorker();
  const { startAudit } = await import("./state/audit");
  startAudit();
}

function bringPage(): void {
  const here = place.peek();
  if (here) void preload(here.entry.feature);
}

/** A font that comes with the first words, and not after them, lays them out once. Without the worker it would be a download. */
function bringLetters(): void {
  if (!isHeld()) return;
  document.fonts
    ?.load('1rem "Thin space", Archivo', "a\u202f")
    .catch((cause: unknown) => log.info("letters not brought", cause));
}

/**
 * Read what is on the phone. Without storage (a private window, a full disk) the application still works, online.
 *
 * The time is for all of it together: a database that does not answer the first question does not answer the others.
 */
async function stored(): Promise<void> {
  const until = performance.now() + STORAGE_MS;
  const read = (...works: (() => Promise<void>)[]) => inTurn(works, until);
  // Whose views they are comes before the views, and the language before the catalogue in it.
  await read(startSession);
  await Promise.all([read(startSettings, startCatalogue), read(startCustomer, startVisit), read(startOutbox)]);
}

async function inTurn(works: readonly (() => Promise<void>)[], until: number): Promise<void> {
  for (const work of works) {
    try {
      await soon(work(), Math.max(0, until - performance.now()));
    } catch (cause) {
      log.error("storage not readable", cause);
    }
  }
}

/**
 * A phone without a session may still hold the server's cookie: it came by the page of the ways in, or lost its storage.
 * There is nothing to show before this is known, so it is waited for, shortly. True where the server was asked.
 */
async function recognised(): Promise<boolean> {
  if (session.peek() || phone.peek() || place.value?.entry.open) return false;
  await soon(checkSession(), RECOGNITION_MS).catch((cause: unknown) => log.info("session not known yet", cause));
  return true;
}

/** Wait for the work, but not longer; it goes on all the same, and what it brings is shown when it comes. */
function soon(work: Promise<void>, ms: number): Promise<void> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms));
  return Promise.race([work, late]);
}

const root = document.getElementById("app");
if (root)
  startApp(root).catch((cause: unknown) => {
    log.error("the application did not start", cause);
    // Said aloud: public/watchdog.js listens for it.
    reportError(cause);
  });
