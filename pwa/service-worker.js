/** The service worker, as a table of contents. Data never passes through it: that is src/db/ and src/lib/net.ts. */
import { clientsClaim } from "workbox-core";
import { addPlugins, addRoute, cleanupOutdatedCaches, createHandlerBoundToURL, precache } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { lazyAssets } from "./worker/lazy-assets.js";
import { pictures } from "./worker/pictures.js";
import { keepPreviousBuild, previousBuildOr, revisionOf } from "./worker/previous-build.js";
import { isAsset, isLazyAsset, isPicture } from "./worker/routes.js";
import { secondTry } from "./worker/second-try.js";
import { shell, showPrevious } from "./worker/shell.js";
import { noteActive } from "./worker/state.js";

const scope = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const manifest = self.__WB_MANIFEST;
const revision = revisionOf(manifest);

// Install: all files of this build, or none. What the running build still needs is put aside first.
scope.addEventListener("install", (event) => event.waitUntil(keepPreviousBuild(manifest)));
addPlugins([secondTry]);
precache(manifest);

// Activate: when the seller said yes, never before.
scope.addEventListener("activate", (event) => event.waitUntil(noteActive(revision)));
cleanupOutdatedCaches();
clientsClaim();

// Messages: the seller said yes; or this build does not start, and the page asks for the one before.
scope.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") event.waitUntil(scope.skipWaiting());
  if (event.data?.type === "GO_BACK")
    event.waitUntil(showPrevious(revision).then((done) => event.ports[0]?.postMessage(done)));
});

// Fetch: one document for every address under /app/, before the files, of which it is one. The API is not ours to answer.
const page = shell(createHandlerBoundToURL("/app/index.html"), revision);
registerRoute(new NavigationRoute(page, { allowlist: [/^\/app\//] }));
addRoute();
registerRoute(
  isLazyAsset,
  previousBuildOr((asked) => lazyAssets.handle(asked)),
);
registerRoute(
  isAsset,
  previousBuildOr(({ request }) => fetch(request)),
);
registerRoute(isPicture, pictures);
