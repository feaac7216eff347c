/**
 * The files of the build before.
 *
 * A window that still runs the old build asks for its lazy pages after the new one took over, when Workbox has already
 * emptied the precache of them and the server has forgotten them.
 */
import { cacheNames } from "workbox-core";

const PREFIX = "cordee-previous-";
const BUILDS_KEPT = 2;

/**
 * Copy what the precache holds and the new build does not.
 *
 * @param {{ url: string }[]} manifest
 */
export async function keepPreviousBuild(manifest) {
  const coming = new Set(manifest.map((entry) => new URL(entry.url, self.location.href).href));
  const held = await caches.open(cacheNames.precache);
  const leaving = (await held.keys()).filter(({ url }) => url.includes("/app/assets/") && !coming.has(url));
  if (leaving.length === 0) return;
  const kept = await caches.open(`${PREFIX}${Date.now()}`);
  await Promise.all(leaving.map((request) => copy(request, held, kept)));
  await forgetOldest();
}

/**
 * @param {Request} request
 * @param {Cache} from
 * @param {Cache} to
 */
async function copy(request, from, to) {
  const response = await from.match(request);
  if (response) await to.put(request, response);
}

async function forgetOldest() {
  const builds = (await caches.keys()).filter((name) => name.startsWith(PREFIX)).sort();
  await Promise.all(builds.slice(0, -BUILDS_KEPT).map((name) => caches.delete(name)));
}

/**
 * Answer from a kept build, else from the network.
 *
 * @param {{ request: Request }} asked
 */
export async function previousBuild({ request }) {
  for (const name of await caches.keys()) {
    const found = name.startsWith(PREFIX) ? await (await caches.open(name)).match(request) : undefined;
    if (found) return found;
  }
  return fetch(request);
}
