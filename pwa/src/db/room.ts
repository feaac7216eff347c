/** Room on a full phone: what the server can give again goes first, what waits for it never. */
import { withDatabase } from "./open";

/** Pictures of pieces, where any are kept: a cache of their own, so that they can go without anything else. */
export const PICTURES = "cordee-pictures";

/** What is in use: its catalogue and words stay. */
export interface Kept {
  shop: string;
  lang: string;
}

/** Give up the pictures: it needs no database. How many caches or pictures are gone. */
export async function dropPictures(): Promise<number> {
  const held = globalThis.caches;
  if (!held) return 0;
  if (await held.delete(PICTURES).catch(() => false)) return 1;
  if (!(await held.has(PICTURES).catch(() => false))) return 0;
  // A disk without any room cannot write down that a cache is gone; its pictures can go one by one.
  const cache = await held.open(PICTURES);
  const gone = await Promise.all((await cache.keys()).map((each) => cache.delete(each).catch(() => false)));
  return gone.filter(Boolean).length;
}

/** The customers' other languages. */
const dropSpeech = ({ shop, lang }: Kept): Promise<number> => dropOthers("speech", `${shop}/${lang}`);

/** Cards of other shops and languages. */
const dropCards = ({ shop, lang }: Kept): Promise<number> => dropOthers("training", `${shop}/${lang}`);

/** Catalogues of other shops and languages. */
const dropCatalogues = ({ shop, lang }: Kept): Promise<number> => dropOthers("snapshot", `${shop}/${lang}`);

function dropOthers(store: "speech" | "snapshot" | "training", kept: string): Promise<number> {
  return withDatabase(async (database) => {
    const others = (await database.getAllKeys(store)).filter((key) => key !== kept);
    await Promise.all(others.map((key) => database.delete(store, key)));
    return others.length;
  });
}

/** What delivered events said: their ids and numbers stay as evidence. */
function dropContents(): Promise<number> {
  return withDatabase(async (database) => {
    const transaction = database.transaction("evidence", "readwrite");
    const whole = (await transaction.store.getAll()).filter(({ event }) => event !== undefined);
    await Promise.all(whole.map(({ event: _, ...bare }) => transaction.store.put(bare)));
    await transaction.done;
    return whole.length;
  });
}

/** The catalogue in use, last of all: it stays in the memory of what is open, and comes again with the next network. */
function dropOwn(): Promise<number> {
  return withDatabase(async (database) => {
    const stores = ["snapshot", "changes", "heard"] as const;
    const transaction = database.transaction(stores, "readwrite");
    const count = await transaction.objectStore("snapshot").count();
    await Promise.all([...stores.map((name) => transaction.objectStore(name).clear()), transaction.done]);
    return count;
  });
}

/** How much to give up, step by step: the first step is felt by nobody. */
const STEPS: readonly ((keep: Kept) => Promise<number>)[] = [
  dropPictures,
  dropSpeech,
  dropCards,
  dropCatalogues,
  dropContents,
  dropOwn,
];

/** Make some room. False where there is nothing left to give up. */
export async function makeRoom(keep: Kept): Promise<boolean> {
  for (const step of STEPS) if ((await step(keep).catch(() => 0)) > 0) return true;
  return false;
}
