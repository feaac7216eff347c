/**
 * The build before: its files for the windows that still run it, and its page for the day when the new build does not start.
 *
 * A window that still runs the old build asks for its lazy pages after the new one took over, when Workbox has already
 * emptied the precache of them and the server may have forgotten them.
 */
import { cacheNames } from "workbox-core";
import { activeShell, hasGoneBack } from "./state.js";

const PREFIX = "cordee-previous-";
const BUILDS_KEPT = 2;
const PAGE = "/app/index.html";

/** @typedef {{ url: string, revision: string | null }[]} Manifest */

/**
 * The revision of a build's page: it names the scripts, so that it changes with each of them.
 *
 * @param {Manifest} manifest
 */
export const revisionOf = (manifest) => manifest.find(({ url }) => url === "index.html")?.revision ?? "";

/**
 * Copy what the precache holds and the new build does not, and the page that runs now.
 *
 * An installation that failed halfway comes again under the same name: it must not push the older builds out.
 *
 * @param {Manifest} manifest
 */
export async function keepPreviousBuild(manifest) {
  const coming = new Set(manifest.map((entry) => new URL(entry.url, self.location.href).href));
  const held = await caches.open(cacheNames.precache);
  const all = await held.keys();
  const leaving = all.filter(({ url }) => url.includes("/app/assets/") && !coming.has(url));
  if (leaving.length === 0) return;
  const kept = await caches.open(PREFIX + revisionOf(manifest));
  await Promise.all(leaving.map(async (request) => put(kept, request, await held.match(request))));
  await put(kept, PAGE, await runningPage(held, all));
  await forgetOldest();
}

/**
 * The page that works on this phone: where the seller went back, the one before.
 *
 * Workbox keeps a page under its revision; beside the active one there may be that of a build that nobody let in.
 *
 * @param {Cache} held
 * @param {readonly Request[]} all
 */
async function runningPage(held, all) {
  const active = await activeShell();
  if (active && (await hasGoneBack())) return previousPage(active);
  const pages = all.filter(({ url }) => new URL(url).pathname === PAGE);
  const running = pages.length === 1 ? pages[0] : pages.find((page) => revisionIn(page) === active);
  return running && held.match(running);
}

/** @param {Request} page */
const revisionIn = ({ url }) => new URL(url).searchParams.get("__WB_REVISION__");

/**
 * @param {Cache} cache
 * @param {Request | string} name
 * @param {Response | undefined} response
 */
async function put(cache, name, response) {
  if (response) await cache.put(name, response);
}

/** Names come in the order in which the caches were made. */
const builds = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

async function forgetOldest() {
  await Promise.all((await builds()).slice(0, -BUILDS_KEPT).map((name) => caches.delete(name)));
}

/**
 * The page of the build before this one.
 *
 * @param {string} revision
 */
export const previousPage = (revision) => caches.match(PAGE, { cacheName: PREFIX + revision });

/**
 * Answer from a kept build, else as before.
 *
 * @param {(asked: import("workbox-core").RouteHandlerCallbackOptions) => Promise<Response>} otherwise
 * @returns {import("workbox-core").RouteHandlerCallback}
 */
export const previousBuildOr = (otherwise) => async (asked) => {
  for (const cacheName of await builds()) {
    const found = await caches.match(asked.request, { cacheName });
    if (found) return found;
  }
  return otherwise(asked);
};
