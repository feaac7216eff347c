import { CacheableResponsePlugin } from "workbox-cacheable-response";
import { ExpirationPlugin } from "workbox-expiration";
import { CacheFirst } from "workbox-strategies";

/** Their names carry a hash of their content, so the first copy is good for ever. */
export const lazyAssets = new CacheFirst({
  cacheName: "cordee-lazy",
  plugins: [new CacheableResponsePlugin({ statuses: [200] }), new ExpirationPlugin({ maxEntries: 20 })],
});
