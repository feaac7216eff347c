import { CacheableResponsePlugin } from "workbox-cacheable-response";
import { ExpirationPlugin } from "workbox-expiration";
import { CacheFirst } from "workbox-strategies";

/** A sign-in page of a Wi-Fi also comes with 200: kept under the name of a file, it would stay for ever. */
const filesOnly = {
  /** @param {{ response: Response }} answer */
  cacheWillUpdate: async ({ response }) =>
    response.headers.get("content-type")?.startsWith("text/html") ? null : response,
};

/** Their names carry a hash of their content, so the first copy is good for ever. */
export const lazyAssets = new CacheFirst({
  cacheName: "cordee-lazy",
  plugins: [new CacheableResponsePlugin({ statuses: [200] }), filesOnly, new ExpirationPlugin({ maxEntries: 20 })],
});
