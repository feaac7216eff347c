/** What a shared phone knows of itself, and by what it recognises its people without a network. */
import { withDatabase } from "./open";
import type { KeptPhone, Verifier } from "./schema";

export type { KeptPhone, Passing, PhonePerson, Verifier } from "./schema";

const STRICT = { durability: "strict" } as const;

export const readPhone = (): Promise<KeptPhone | undefined> =>
  withDatabase((database) => database.get("phone", "current"));

/** Change what is kept of the phone, in one step; resolves with what is kept then. Nothing where it is no shared phone. */
export const changePhone = (change: (kept: KeptPhone) => KeptPhone): Promise<KeptPhone | undefined> =>
  withDatabase(async (database) => {
    const transaction = database.transaction("phone", "readwrite", STRICT);
    const kept = await transaction.store.get("current");
    const next = kept && change(kept);
    if (next) await transaction.store.put(next, "current");
    await transaction.done;
    return next;
  });

export const savePhone = (phone: KeptPhone): Promise<string> =>
  withDatabase((database) => database.put("phone", phone, "current"));

export const forgetPhone = (): Promise<void> => withDatabase((database) => database.clear("phone"));

export const readVerifier = (person: string): Promise<Verifier | undefined> =>
  withDatabase((database) => database.get("verifiers", person));

export const saveVerifier = (person: string, verifier: Verifier): Promise<string> =>
  withDatabase((database) => database.put("verifiers", verifier, person));

export const forgetVerifier = (person: string): Promise<void> =>
  withDatabase((database) => database.delete("verifiers", person));

/** Keep only the checks of these people: the server no longer lets the others take the phone. */
export const keepVerifiers = (people: readonly string[]): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction("verifiers", "readwrite");
    for (const key of await transaction.store.getAllKeys())
      if (!people.includes(key)) void transaction.store.delete(key);
    await transaction.done;
  });

/**
 * Count one try and give the check to try, or nothing where no try is left or the check is too old.
 *
 * On the disk before the code is looked at: closing the application in between brings nobody one more. A check that
 * has had its last try is gone with it.
 */
export const spendTry = (person: string, now: number): Promise<Verifier | undefined> =>
  withDatabase(async (database) => {
    const transaction = database.transaction("verifiers", "readwrite", STRICT);
    const kept = await transaction.store.get(person);
    const usable =
      kept && kept.tries_left > 0 && Date.parse(kept.made_at) - SLACK_MS <= now && now < Date.parse(kept.until);
    if (usable) await transaction.store.put({ ...kept, tries_left: kept.tries_left - 1 }, person);
    else if (kept) await transaction.store.delete(person);
    await transaction.done;
    return usable ? { ...kept, tries_left: kept.tries_left - 1 } : undefined;
  });

/** A clock that was set back further than this is set back to make an old check young again. */
const SLACK_MS = 300_000;
