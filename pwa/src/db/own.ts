/** Whose views these are: on a shared phone each person's are kept apart, under the person's id. */
import { withDatabase } from "./open";

/** Stores whose keys belong to one person. */
const VIEWS = ["customer", "visit", "drafts", "range_seen", "reviews"] as const;
/** Stores whose entries say whose they are. */
const SIGNED = ["day", "over"] as const;
/** Settings that are a person's taste, not the phone's state. */
const TASTES = ["theme", "lang", "buzz", "desk-shortcuts", "desk-views"] as const;

/** Whether the keys of a store are a person's own. */
export const isView = (store: string): boolean => (VIEWS as readonly string[]).includes(store);

let owner = "";

/** Read and write this person's views from now on; "" on a phone of one's own, whose views need no name. */
export function ownedBy(person: string): void {
  owner = person;
}

/** The key of a view, as the present person has it. */
export const own = (key: string): string => keyOf(owner, key);

const keyOf = (person: string, key: string): string => (person ? `${person}/${key}` : key);

/** Whether what carries an author may be shown to the present person. */
export const isOwn = ({ author }: { author?: string }): boolean => owner === "" || author === owner;

/** Say whose an entry is, where that matters. */
export const signed = <T extends object>(entry: T): T & { author?: string } =>
  owner ? { ...entry, author: owner } : entry;

/**
 * Forget all views of a person: the customer, what was kept and looked at, drafts, answers to cards, the day, tastes,
 * the code's check.
 * "" forgets those of the phone's only person. What waits to be sent is no view and stays.
 */
export const forgetViews = (person: string): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction([...VIEWS, ...SIGNED, "settings", "verifiers"], "readwrite");
    for (const name of VIEWS) await forgetKeys(transaction.objectStore(name), person);
    for (const name of SIGNED) await forgetSigned(transaction.objectStore(name), person);
    for (const taste of TASTES) if (person) void transaction.objectStore("settings").delete(keyOf(person, taste));
    void transaction.objectStore("verifiers").delete(person);
    await transaction.done;
  });

interface Keyed {
  getAllKeys: () => Promise<string[]>;
  delete: (key: string) => Promise<void>;
}

async function forgetKeys(store: Keyed, person: string): Promise<void> {
  for (const key of await store.getAllKeys()) if (key.startsWith(keyOf(person, ""))) void store.delete(key);
}

interface Signed {
  getAll: () => Promise<{ id: string; author?: string }[]>;
  delete: (key: string) => Promise<void>;
}

async function forgetSigned(store: Signed, person: string): Promise<void> {
  for (const { id, author } of await store.getAll()) if (!person || author === person) void store.delete(id);
}
