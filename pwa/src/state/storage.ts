/** The phone's memory: asked to last once there is something to lose, and what happens when it is full. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { askToPersist, dropPictures, isFull, makeRoom, mayBeFull, storageState } from "../db";
import { ownLang } from "../lib/i18n";
import { log } from "../lib/log";
import { shopId } from "./session";

const full = signal(false);
/** True since something could not be written for want of room; false again once something could. */
export const storageFull: ReadonlySignal<boolean> = full;

let isAsked = false;

/**
 * Ask the browser to keep what is stored, once a visit, when something was just recorded that exists nowhere else.
 *
 * Some browsers ask the person then, who sees why; others decide by how much the application is used, so it is asked
 * again at the next visit.
 */
export async function keepSafe(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    const { persisted } = await storageState();
    if (!persisted && !(await askToPersist())) log.info("the browser does not promise to keep what is stored");
  } catch (cause) {
    log.info("the browser was not asked to keep what is stored", cause);
  }
}

/** Write; on a full phone, give up what can be fetched again, then try again. Throws where there is no room all the same. */
export async function withRoom<T>(write: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      const written = await write();
      full.value = false;
      return written;
    } catch (cause) {
      if (await freed(cause)) continue;
      full.value = full.peek() || isFull(cause);
      throw cause;
    }
  }
}

/** Whether some room was made. Where it is not sure that room is what is missing, pictures alone are given up. */
async function freed(cause: unknown): Promise<boolean> {
  if (!mayBeFull(cause)) return false;
  log.warn("the phone has no room left: what can be fetched again is given up");
  if (isFull(cause)) return makeRoom({ shop: shopId.peek() ?? "", lang: ownLang.peek() });
  return (await dropPictures().catch(() => 0)) > 0;
}
