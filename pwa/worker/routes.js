/** Which requests are whose. */

/** Big files used by few: kept after their first use. */
const LAZY = /^\/app\/assets\/(?:.*\.(?:wasm|woff2)|desk-.*)$/;

/** @param {{ url: URL, sameOrigin: boolean }} asked */
export const isLazyAsset = ({ url, sameOrigin }) => sameOrigin && LAZY.test(url.pathname);

/** @param {{ url: URL, sameOrigin: boolean }} asked */
export const isAsset = ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/app/assets/");

/**
 * Photos of pieces, by the hash of their content, in the widths of a phone: a laptop's would take the room of four. A
 * picture that the API draws for one person is none of them.
 */
const PICTURES = /^\/media\/[0-9a-f]{64}\/(?:320|640)\.(?:avif|webp|jpg)$/;

/** @param {{ url: URL, sameOrigin: boolean }} asked */
export const isPicture = ({ url, sameOrigin }) => sameOrigin && PICTURES.test(url.pathname);
