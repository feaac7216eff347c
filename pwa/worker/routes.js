/** Which requests are whose. */

/** Big files used by few: kept after their first use. */
const LAZY = /^\/app\/assets\/.*\.(wasm|woff2)$/;

/** @param {{ url: URL, sameOrigin: boolean }} asked */
export const isLazyAsset = ({ url, sameOrigin }) => sameOrigin && LAZY.test(url.pathname);

/** @param {{ url: URL, sameOrigin: boolean }} asked */
export const isAsset = ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/app/assets/");
