/** What the worker remembers from one start to the next: which page runs, and whether the seller went back to the build before. */

const STATE = "cordee-state";
const ACTIVE = "/app/state/active";
const WENT_BACK = "/app/state/went-back";

/** @param {string} name */
async function read(name) {
  return (await caches.match(name, { cacheName: STATE }))?.text();
}

/** The revision of the page of the build that was let in last. */
export const activeShell = () => read(ACTIVE);

/**
 * Note which build runs from now on; another one is given its own chance, wherever the seller went back before.
 *
 * @param {string} revision
 */
export async function noteActive(revision) {
  const state = await caches.open(STATE);
  if ((await read(ACTIVE)) === revision) return;
  await state.delete(WENT_BACK);
  await state.put(ACTIVE, new Response(revision));
}

export const hasGoneBack = async () => (await read(WENT_BACK)) !== undefined;

export async function goBack() {
  await (await caches.open(STATE)).put(WENT_BACK, new Response("1"));
}
