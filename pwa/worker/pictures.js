/** Pictures of the pieces: kept as they are seen, up to a bound, and the first to go where the phone is full. */
import { CacheableResponsePlugin } from "workbox-cacheable-response";
import { ExpirationPlugin } from "workbox-expiration";
import { CacheFirst } from "workbox-strategies";

/** The page knows it by this name too: src/db/room.ts drops it before anything else. */
const NAME = "cordee-pictures";
/** A range of a season at a phone's width: some twenty megabytes. */
const MOST = 400;

/** A portal's page under the name of a picture would stay for ever; what a server wants forgotten is not kept. */
const picturesOnly = {
  /** @param {{ response: Response }} answer */
  cacheWillUpdate: async ({ response: { headers }, response }) =>
    headers.get("content-type")?.startsWith("image/") && !/no-store/.test(headers.get("cache-control") ?? "")
      ? response
      : null,
};

/** Their names carry a hash of their content, so the first copy is good for as long as it is kept. */
export const pictures = new CacheFirst({
  cacheName: NAME,
  plugins: [
    new CacheableResponsePlugin({ statuses: [200] }),
    picturesOnly,
    new ExpirationPlugin({ maxEntries: MOST, purgeOnQuotaError: true }),
  ],
});
