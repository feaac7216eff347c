/** Runs in the browser under measure: a catalogue that arrives, is kept, is read at the start, and changes. Milliseconds. */
import { applied, type Delta } from "../../pwa/src/catalogue/delta";
import { digest } from "../../pwa/src/catalogue/digest";
import type { Snapshot } from "../../pwa/src/catalogue/types";
import { addChanges, editionOf, readSnapshot, saveSnapshot } from "../../pwa/src/db/catalogue";
import { makeEngine } from "../../pwa/src/features/search/engine";

type Times = Record<string, number>;

const SHOP = "miramas";
const checked_at = "2026-11-23T10:00:00Z";

/** The first time: from the first byte asked for until a word is found in what is on the disk. */
export async function bring(address: string): Promise<Times> {
  const times: Times = {};
  const start = performance.now();
  const document = await timed(times, "fetched and read", async () => (await (await fetch(address)).json()) as Snapshot);
  await timed(times, "stored", () => saveSnapshot(SHOP, "fr", { document, etag: '"1"', checked_at }));
  await timed(times, "searchable", () => found(document));
  times.total = performance.now() - start;
  return times;
}

/** Each later start: what is on the disk, in the memory. */
export async function start(): Promise<Times> {
  const times: Times = {};
  const kept = await timed(times, "start", () => readSnapshot(SHOP, "fr"));
  if (!kept?.document.products.length) throw new Error("nothing is stored");
  return times;
}

/** Changes that arrive: put in, checked, stored; and the longest time for which a tap would have waited. */
export async function change(address: string): Promise<Times> {
  const kept = await readSnapshot(SHOP, "fr");
  if (!kept) throw new Error("nothing is stored");
  const before = kept.document;
  await pause();
  const times: Times = {};
  const longest = watch();
  const start = performance.now();
  const delta = (await (await fetch(address)).json()) as Delta;
  const document = await timed(times, "put in", () => applied(before, delta));
  const sum = await timed(times, "checked", () => digest(document));
  if (sum !== delta.digest) throw new Error("the changes lead elsewhere");
  const next = { document, etag: '"2"', checked_at };
  const isAdded = await timed(times, "changes stored", () => addChanges(SHOP, next, editionOf(before), delta));
  if (!isAdded) throw new Error("the changes were not stored");
  times["changes, all"] = performance.now() - start;
  times["longest wait for a tap"] = await longest();
  return times;
}

/** How else it could lie there: one record, or one for each product; written, read, and a hundredth written again. */
export async function layouts(address: string): Promise<Times> {
  const document = (await (await fetch(address)).json()) as Snapshot;
  const database = await opened();
  const times: Times = {};
  const some = document.products.filter((_, at) => at % 100 === 0);
  const put = (what: (store: IDBObjectStore) => void) => () => {
    const transaction = database.transaction("layouts", "readwrite");
    what(transaction.objectStore("layouts"));
    return over(transaction);
  };
  const get = (ask: (store: IDBObjectStore) => IDBRequest) => () =>
    answered(ask(database.transaction("layouts").objectStore("layouts")));
  const rows = (products: Snapshot["products"]) => (store: IDBObjectStore) => {
    for (const product of products) store.put(product, ["row", product.ref]);
  };
  await timed(times, "one record: written", put((store) => store.put(document, ["one"])));
  await timed(times, "a record a product: written", put(rows(document.products)));
  await timed(times, "text: written", put((store) => store.put(JSON.stringify(document), ["text"])));
  await pause();
  await timed(times, "one record: read", get((store) => store.get(["one"])));
  await timed(times, "a record a product: read", get((store) => store.getAll(IDBKeyRange.bound(["row"], ["row", []]))));
  await timed(times, "text: read", async () => JSON.parse(await get((store) => store.get(["text"]))()) as unknown);
  await timed(times, "one record: 1 % changed", put((store) => store.put(document, ["one"])));
  await timed(times, "a record a product: 1 % changed", put(rows(some)));
  database.close();
  return times;
}

function found(document: Snapshot): void {
  const [product] = document.products;
  if (!product || makeEngine(document).find(product.name).products.length === 0) throw new Error("nothing is found");
}

async function timed<T>(times: Times, name: string, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times[name] = performance.now() - start;
  return result;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));

/** Watch the tasks that hold up a tap; call what is returned for the longest, in milliseconds. Under 50 none is told. */
function watch(): () => Promise<number> {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: "longtask" });
  return async () => {
    await pause();
    observer.disconnect();
    return longest;
  };
}

async function opened(): Promise<IDBDatabase> {
  const opening = indexedDB.open("layouts", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("layouts");
  return (await answered(opening)) as IDBDatabase;
}

const answered = (request: IDBRequest): Promise<never> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as never);
    request.onerror = () => reject(request.error);
  });

const over = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
