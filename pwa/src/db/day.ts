/** What the phone keeps of the present customer and of the present day. */
import type { Questions } from "../lib/api";
import { withDatabase } from "./open";
import { isOwn, own, signed } from "./own";
import type { DayEntry, Kept, Need, PastNeed, RangeSeen } from "./schema";

export type { DayEntry, Looked, Need, OutcomeSaid, PastNeed, RangeSeen, Way } from "./schema";

export const readNeed = (): Promise<Need | undefined> =>
  withDatabase((database) => database.get("visit", own("current")));

/** Needs that are over and not noted yet, the oldest first; those of the present person, who will have noted them. */
export const readOver = async (): Promise<PastNeed[]> =>
  (await withDatabase((database) => database.getAll("over"))).filter(isOwn);

/** Whether a need still waits to be noted: another window may have done it. */
export const isOver = async (id: string): Promise<boolean> =>
  withDatabase(async (database) => (await database.getKey("over", id)) !== undefined);

interface Change {
  /** A need that is over with this change. */
  past?: PastNeed | undefined;
  /** One that is taken up again. */
  again?: string;
}

/** Keep the present need, and what becomes of others with it, in one write. */
export const saveNeed = (need: Need, change: Change = {}): Promise<void> => write(need, change);

/** Begin with nothing of the last customer: the answers go with the need, in one write. */
export const forgetCustomer = (need: Need, past: PastNeed | undefined): Promise<void> => write(need, { past }, true);

const write = (need: Need, { past, again }: Change, forget = false): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction(["customer", "visit", "over"], "readwrite");
    void transaction.objectStore("visit").put(need, own("current"));
    if (past) void transaction.objectStore("over").put(signed(past));
    if (again) void transaction.objectStore("over").delete(again);
    if (forget) void transaction.objectStore("customer").delete(own("answers"));
    await transaction.done;
  });

/** What the present person did today. */
export const readDay = async (): Promise<DayEntry[]> =>
  (await withDatabase((database) => database.getAll("day"))).filter(isOwn);

export const saveDayEntry = (entry: DayEntry): Promise<string> =>
  withDatabase((database) => database.put("day", entry));

/** Forget what is of another day than this one ("2026-11-21"). */
export const clearDayBefore = (day: string): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction("day", "readwrite");
    for (const entry of await transaction.store.getAll())
      if (entry.day !== day) void transaction.store.delete(entry.id);
    await transaction.done;
  });

export const readDraft = (key: string): Promise<string | undefined> =>
  withDatabase((database) => database.get("drafts", own(key)));

/** Keep what somebody began to write; nothing where the field is empty. */
export const saveDraft = (key: string, text: string): Promise<unknown> =>
  withDatabase<unknown>((database) =>
    text.trim() ? database.put("drafts", text, own(key)) : database.delete("drafts", own(key)),
  );

/** The present person's drafts whose keys begin alike, by key. */
export const readDrafts = (beginning: string): Promise<[string, string][]> =>
  withDatabase(async (database) => {
    const start = own(beginning);
    const range = IDBKeyRange.bound(start, `${start}\uffff`);
    const { store } = database.transaction("drafts");
    const [keys, texts] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
    return keys.map((key, at) => [key.slice(own("").length), texts[at] ?? ""]);
  });

export const readQuestions = (shop: string): Promise<Kept<Questions> | undefined> =>
  withDatabase((database) => database.get("questions", shop));

export const saveQuestions = (shop: string, kept: Kept<Questions>): Promise<string> =>
  withDatabase((database) => database.put("questions", kept, shop));

export const readRangeSeen = (shop: string): Promise<RangeSeen | undefined> =>
  withDatabase((database) => database.get("range_seen", own(shop)));

export const saveRangeSeen = (shop: string, seen: RangeSeen): Promise<string> =>
  withDatabase((database) => database.put("range_seen", seen, own(shop)));
