/**
 * The documents of the server: the whole catalogue in one record, and beside it the changes that came since.
 *
 * One record is what a phone reads fastest when it starts, and changes are a kilobyte where the whole is megabytes. They
 * are put in when the catalogue is read. Each write is one transaction: whatever ends it, the old or the new is there.
 */
import type { IDBPTransaction } from "idb";
import { applied, type Delta } from "../catalogue/delta";
import type { Snapshot, Stock } from "../catalogue/types";
import { log } from "../lib/log";
import { withDatabase } from "./open";
import type { Heard, Kept, Schema } from "./schema";
import { together } from "./writing";

type Change = Schema["changes"]["value"];

/** With more changes than this beside it, the catalogue is written anew: putting them in would be felt at the start. */
const MOST_CHANGES = 16;

const STORES = ["snapshot", "changes", "heard"] as const;

const keyOf = (shop: string, lang: string): string => `${shop}/${lang}`;
const changesOf = (key: string): IDBKeyRange => IDBKeyRange.bound([key], [key, []]);

/** What tells one edition from another; the number alone would not, after the server's data was put back from a copy. */
export const editionOf = ({ revision, content_hash }: Pick<Snapshot, "revision" | "content_hash">): string =>
  `${revision} ${content_hash}`;

/** Read the newest catalogue that is here. */
export function readSnapshot(shop: string, lang: string): Promise<Kept<Snapshot> | undefined> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(STORES);
    const key = keyOf(shop, lang);
    const [base, changes, heard] = await Promise.all([
      transaction.objectStore("snapshot").get(key),
      transaction.objectStore("changes").getAll(changesOf(key)),
      transaction.objectStore("heard").get(key),
    ]);
    return base && withChanges(base, changes, heard);
  });
}

function withChanges(base: Kept<Snapshot>, changes: readonly Change[], heard?: Heard): Kept<Snapshot> {
  const document = changes.reduce(following, base.document);
  if (heard?.of === editionOf(document)) return { document, etag: heard.etag, checked_at: heard.checked_at };
  return { ...base, document };
}

/** Changes of an edition that is no longer here, left by an older build, are no one's; no more are those that do not fit. */
function following(document: Snapshot, { of, delta }: Change): Snapshot {
  try {
    return of === editionOf(document) ? applied(document, delta) : document;
  } catch (cause) {
    log.error("changes of the catalogue do not fit", cause);
    return document;
  }
}

/** Put a whole catalogue in the place of what was here. */
export async function saveSnapshot(shop: string, lang: string, kept: Kept<Snapshot>): Promise<void> {
  const key = keyOf(shop, lang);
  await writing(async ({ snapshot, changes, heard }) => [
    () => snapshot.put(kept, key),
    () => changes.delete(changesOf(key)),
    () => heard.put(heardOf(kept), key),
  ]);
}

/**
 * Add the changes that lead from the edition `of` to `next`. False, and nothing is written, where another one is here:
 * another window was faster, or an older build has written.
 */
export function addChanges(shop: string, next: Kept<Snapshot>, of: string, delta: Delta): Promise<boolean> {
  const key = keyOf(shop, next.document.lang);
  return writing(async ({ snapshot, changes, heard }) => {
    if ((await heard.get(key))?.of !== of) return null;
    const isLong = (await changes.count(changesOf(key))) >= MOST_CHANGES;
    const anew = [() => snapshot.put(next, key), () => changes.delete(changesOf(key))];
    const added = [() => changes.put({ of, delta }, [key, delta.revision])];
    return [...(isLong ? anew : added), () => heard.put(heardOf(next), key)];
  });
}

/** Note that the edition that is here is still the newest. Nothing of it is written again. */
export async function confirmSnapshot(shop: string, kept: Kept<Snapshot>): Promise<void> {
  const key = keyOf(shop, kept.document.lang);
  await writing(async ({ heard }) => {
    const known = await heard.get(key);
    return known && known.of !== editionOf(kept.document) ? null : [() => heard.put(heardOf(kept), key)];
  });
}

const heardOf = ({ document, etag, checked_at }: Kept<Snapshot>): Heard => ({
  of: editionOf(document),
  etag,
  checked_at,
});

/** Read the stock as it was last heard. */
export function readStock(shop: string): Promise<Kept<Stock> | undefined> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(["stock", "heard"]);
    const [kept, heard] = await Promise.all([
      transaction.objectStore("stock").get(shop),
      transaction.objectStore("heard").get(`stock ${shop}`),
    ]);
    return kept && heard && heard.of === kept.document.as_of ? { ...kept, checked_at: heard.checked_at } : kept;
  });
}

export const saveStock = (shop: string, kept: Kept<Stock>): Promise<string> =>
  withDatabase((database) => database.put("stock", kept, shop));

/** Note that this stock is still the newest. */
export const confirmStock = (shop: string, { document, etag }: Kept<Stock>, checked_at: string): Promise<string> =>
  withDatabase((database) => database.put("heard", { of: document.as_of, etag, checked_at }, `stock ${shop}`));

type Writing = IDBPTransaction<Schema, typeof STORES, "readwrite">;
type Store<Name extends (typeof STORES)[number]> = ReturnType<typeof storeOf<Name>>;
type Stores = { [Name in (typeof STORES)[number]]: Store<Name> };
type Steps = readonly (() => Promise<unknown>)[];

const storeOf = <Name extends (typeof STORES)[number]>(transaction: Writing, name: Name) =>
  transaction.objectStore(name);

/** Look, then write all of it or nothing. True once it is written, false where the look found nothing to write. */
function writing(plan: (stores: Stores) => Promise<Steps | null>): Promise<boolean> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(STORES, "readwrite");
    // Heard at once: a transaction may end before its first request does.
    transaction.done.catch(() => {});
    const steps = await plan({
      snapshot: storeOf(transaction, "snapshot"),
      changes: storeOf(transaction, "changes"),
      heard: storeOf(transaction, "heard"),
    });
    await together(transaction, steps ?? []);
    return steps !== null;
  });
}
