/**
 * A file of the installation that came wrong comes a second time, past every cache.
 *
 * A portal may let its sign-in page be kept; under the name of a file that never changes it would be refused for ever.
 */
import { cacheNames } from "workbox-core";
import { getCacheKeyForURL } from "workbox-precaching";

export const secondTry = {
  /** @param {{ request: Request, event: ExtendableEvent }} failed */
  async handlerDidError({ request, event }) {
    if (event.type !== "install") return undefined;
    // The request carries the hash of the file: another one is refused here too.
    const response = await fetch(new Request(request, { cache: "reload" }));
    if (!response.ok) return undefined;
    const precache = await caches.open(cacheNames.precache);
    await precache.put(getCacheKeyForURL(request.url) ?? request, response.clone());
    return response;
  },
};
