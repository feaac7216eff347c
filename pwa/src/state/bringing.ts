/** The newest catalogue of a shop, brought onto the phone: by what changed where that can be checked, else whole. */
import { applied, type Delta } from "../catalogue/delta";
import type { Snapshot } from "../catalogue/types";
import { addChanges, confirmSnapshot, editionOf, type Kept, readSnapshot, saveSnapshot } from "../db";
import { fetchSnapshot, isSnapshot, type Known } from "../lib/api";
import { nowIso } from "../lib/clock";
import { log } from "../lib/log";
import { NetError } from "../lib/net";

type Held = Kept<Snapshot>;

/** Return the newest catalogue, stored; `held` itself confirmed where it is the newest. Throws NetError. */
export async function bring(shop: string, lang: string, held: Held | undefined, signal: AbortSignal): Promise<Held> {
  if (!held || !canCheck()) return bringWhole(shop, lang, held, signal);
  try {
    return (await bringChanges(shop, lang, held, signal)) ?? (await bringWhole(shop, lang, undefined, signal));
  } catch (cause) {
    // A server that speaks of changes in another way still gives the whole.
    if (cause instanceof NetError && cause.reason === "shape") return bringWhole(shop, lang, undefined, signal);
    throw cause;
  }
}

/** Changes are put in only where it can be checked what came out: there is no SHA-256 over a line that is not secure. */
const canCheck = (): boolean => globalThis.crypto?.subtle !== undefined;

/** Return what came of asking for changes; null where they do not lead from this catalogue to the newest one. */
async function bringChanges(shop: string, lang: string, held: Held, signal: AbortSignal): Promise<Held | null> {
  const answer = await fetchSnapshot(shop, lang, { etag: held.etag, from: held.document.revision }, signal);
  if (!answer.changed) return confirmed(shop, held, held.etag);
  const { data, etag } = answer;
  if ("unchanged" in data) {
    // The same number may stand for another edition, after the server's data was put back from a copy.
    return data.content_hash === held.document.content_hash ? confirmed(shop, held, etag) : null;
  }
  if (isSnapshot(data)) return kept(shop, lang, fresh(data, etag));
  const document = await checked(held.document, data);
  return document && grown(shop, held, fresh(document, etag), data);
}

async function bringWhole(shop: string, lang: string, held: Held | undefined, signal: AbortSignal): Promise<Held> {
  const known: Known = held ? { etag: held.etag } : {};
  const answer = await fetchSnapshot(shop, lang, known, signal);
  if (answer.changed && isSnapshot(answer.data)) return kept(shop, lang, fresh(answer.data, answer.etag));
  if (held && !answer.changed) return confirmed(shop, held, held.etag);
  // "Not modified" to somebody who has nothing: something on the way answers for another phone.
  throw new NetError("snapshot", "shape", 304);
}

/** Return the catalogue after the changes, if it is the one that was meant. */
async function checked(before: Snapshot, delta: Delta): Promise<Snapshot | null> {
  try {
    const after = applied(before, delta);
    const { digest } = await import("../catalogue/digest");
    if ((await digest(after)) === delta.digest) return after;
    log.warn(`the changes from ${delta.from} to ${delta.revision} lead elsewhere, fetching the whole`);
  } catch (cause) {
    log.warn("the changes do not fit, fetching the whole", cause);
  }
  return null;
}

// Stored before it is shown: what a screen shows must be there again after the next start.

async function kept(shop: string, lang: string, next: Held): Promise<Held> {
  await tried(saveSnapshot(shop, lang, next));
  return next;
}

async function grown(shop: string, held: Held, next: Held, delta: Delta): Promise<Held> {
  const { lang } = next.document;
  if ((await tried(addChanges(shop, next, editionOf(held.document), delta))) !== false) return next;
  const stored = await tried(readSnapshot(shop, lang));
  // Another window was faster, by as much or by more; else what is stored does not continue what is shown.
  return stored && stored.document.revision >= next.document.revision ? stored : kept(shop, lang, next);
}

async function confirmed(shop: string, held: Held, etag: string | undefined): Promise<Held> {
  const next = { ...held, etag, checked_at: nowIso() };
  await tried(confirmSnapshot(shop, next));
  return next;
}

const fresh = (document: Snapshot, etag: string | undefined): Held => ({ document, etag, checked_at: nowIso() });

/** A full disk or a private window must not keep from the screen what the network has brought. */
export async function tried<T>(storing: Promise<T>): Promise<T | undefined> {
  try {
    return await storing;
  } catch (cause) {
    log.error("not kept on this phone", cause);
    return undefined;
  }
}
