/** The service worker, as a table of contents. Data never passes through it: that is src/db/ and src/lib/net.ts. */
import { clientsClaim } from "workbox-core";
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { lazyAssets } from "./worker/lazy-assets.js";
import { keepPreviousBuild, previousBuild } from "./worker/previous-build.js";
import { isLazyAsset, isPreviousAsset } from "./worker/routes.js";

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const manifest = self.__WB_MANIFEST;

// Install: all files of this build, or none. What the running build still needs is put aside first.
scope.addEventListener("install", (event) => event.waitUntil(keepPreviousBuild(manifest)));
precacheAndRoute(manifest);

// Activate: when the seller said yes, never before.
scope.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") event.waitUntil(scope.skipWaiting());
});
cleanupOutdatedCaches();
clientsClaim();

// Fetch: one document for every address under /app/, and hashed files. The API is not ours to answer.
registerRoute(new NavigationRoute(createHandlerBoundToURL("/app/index.html"), { allowlist: [/^\/app\//] }));
registerRoute(isLazyAsset, lazyAssets);
registerRoute(isPreviousAsset, previousBuild);
