/** The one page of the application: that of this build, or of the build before where this one does not start. */
import { previousPage } from "./previous-build.js";
import { goBack, hasGoneBack } from "./state.js";

/**
 * Answer with the phone's own page, never waiting for a network.
 *
 * @param {import("workbox-core").RouteHandlerCallback} current
 * @param {string} revision of this build's page
 * @returns {import("workbox-core").RouteHandlerCallback}
 */
export const shell = (current, revision) => async (asked) => {
  const earlier = (await hasGoneBack()) ? await previousPage(revision) : undefined;
  if (earlier) return earlier;
  try {
    return await current(asked);
  } catch (cause) {
    // The store of this build is damaged and there is no network: an older page is better than none.
    const last = await previousPage(revision);
    if (last) return last;
    throw cause;
  }
};

/**
 * From the next start on, show the build before. False where none is kept.
 *
 * @param {string} revision of this build's page
 */
export async function showPrevious(revision) {
  if (!(await previousPage(revision))) return false;
  await goBack();
  return true;
}
