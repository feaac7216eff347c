/**
 * What stays when the application does not start: a page that says so, and a button that mends it.
 *
 * It stands alone, in words of its own, so that no broken build can take it along. It drops copies of files and the worker;
 * what a seller recorded lies in IndexedDB, and that it never touches.
 */
export {};

const AFTER_FAILURE_MS = 3_000;
const AFTER_SILENCE_MS = 15_000;
const PATIENCE_MS = 5_000;
const WORDS = {
  fr: {
    title: "L’application n’a pas pu démarrer",
    text: "Rien n’est perdu : tout ce que vous avez enregistré est gardé sur ce téléphone.",
    repair: "Réparer",
    busy: "Un instant…",
    offline: "Pour réparer, il faut une fois du réseau. Rapprochez-vous du Wi-Fi, puis réessayez.",
  },
  en: {
    title: "The application could not start",
    text: "Nothing is lost: everything you recorded is kept on this phone.",
    repair: "Repair",
    busy: "One moment…",
    offline: "The repair needs a network once. Move closer to the Wi-Fi, then try again.",
  },
};
const lang = navigator.language.startsWith("fr") ? "fr" : "en";
const words = WORDS[lang];
const root = () => document.getElementById("app");
const hasStarted = () => root()?.firstElementChild != null;

/** @type {HTMLElement | null} */
let panel = null;

function show() {
  if (panel) return;
  const title = made("h1", words.title);
  const text = made("p", words.text);
  const button = made("button", words.repair);
  panel = document.createElement("main");
  panel.className = "screen-message watchdog";
  panel.lang = lang;
  panel.append(title, text, button);
  text.setAttribute("role", "status");
  title.tabIndex = -1;
  button.addEventListener("click", () => void press(button, text));
  root()?.toggleAttribute("hidden", true);
  document.body.append(panel);
  title.focus();
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} text
 */
function made(name, text) {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} text
 */
async function press(button, text) {
  button.disabled = true;
  button.textContent = words.busy;
  const isMended = await repair().catch(() => false);
  if (isMended) return location.reload();
  button.disabled = false;
  button.textContent = words.repair;
  text.textContent = words.offline;
}

/** A newer or mended build from the server; else the build before, which the phone keeps; else the same files afresh. */
async function repair() {
  const offered = await buildOfTheServer();
  const here = document.querySelector('meta[name="build"]')?.getAttribute("content");
  if (offered && offered !== here) return dropFiles();
  if (await buildBefore()) return true;
  return offered ? dropFiles() : false;
}

/** Null without a network, and where a sign-in page answers in the server's place. */
async function buildOfTheServer() {
  try {
    const answer = await within(fetch("/app/version.json", { cache: "no-store" }));
    const { build } = await within(answer.json());
    return answer.ok && typeof build === "string" ? build : null;
  } catch {
    return null;
  }
}

/** Ask the worker to show the build before from now on. False where it keeps none, or does not answer. */
async function buildBefore() {
  const worker = navigator.serviceWorker?.controller;
  if (!worker) return false;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise((told) => {
    port1.onmessage = ({ data }) => told(data === true);
  });
  worker.postMessage({ type: "GO_BACK" }, [port2]);
  return within(answer).catch(() => false);
}

/** Drop the worker and every copy of a file; the server has them all. */
async function dropFiles() {
  const registrations = await navigator.serviceWorker?.getRegistrations();
  await Promise.all((registrations ?? []).map((one) => one.unregister()));
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  return true;
}

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function within(work) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no answer")), PATIENCE_MS));
  return Promise.race([work, /** @type {Promise<never>} */ (late)]);
}

const showUnlessStarted = () => hasStarted() || show();
const failed = () => setTimeout(showUnlessStarted, AFTER_FAILURE_MS);
const loaded = () => setTimeout(showUnlessStarted, AFTER_SILENCE_MS);
const watcher = new MutationObserver(() => hasStarted() && stop());

function stop() {
  watcher.disconnect();
  removeEventListener("error", failed, true);
  removeEventListener("unhandledrejection", failed);
  panel?.remove();
  panel = null;
  root()?.toggleAttribute("hidden", false);
}

const waiting = root();
if (waiting) watcher.observe(waiting, { childList: true });
// In the capturing phase: a script that does not load tells nobody above it.
addEventListener("error", failed, true);
addEventListener("unhandledrejection", failed);
addEventListener("load", loaded, { once: true });
addEventListener("cordee-repair", show);
