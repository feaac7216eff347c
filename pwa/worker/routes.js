/** Which requests are whose. */

/** Big files used by few: kept after their first use. */
const LAZY = /^\/app\/assets\/.*\.(wasm|woff2)$/;

/** @param {{ url: URL, sameOrigin: boolean }} asked */
export const isLazyAsset = ({ url, sameOrigin }) => sameOrigin && LAZY.test(url.pathname);

/** @param {{ url: URL, sameOrigin: boolean }} asked */
export const isAsset = ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/app/assets/");

/** Pictures of pieces, by the hash of their content; a picture that the API draws for one person is none of them. */
const PICTURES = "/media/";

/** @param {{ url: URL, sameOrigin: boolean }} asked */
export const isPicture = ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(PICTURES);
