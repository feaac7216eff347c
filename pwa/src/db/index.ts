/** What is kept on the phone, by the name of what it is. Only this folder touches IndexedDB. */
import type { Speech } from "../catalogue/speech";
import type { Answers } from "../catalogue/types";
import type { Session } from "../lib/api";
import { withDatabase } from "./open";
import { own } from "./own";
import type { Kept, TryOnCounts } from "./schema";

export {
  addChanges,
  confirmSnapshot,
  confirmStock,
  editionOf,
  readSnapshot,
  readStock,
  saveSnapshot,
  saveStock,
} from "./catalogue";
export {
  clearDayBefore,
  type DayEntry,
  forgetCustomer,
  isOver,
  type Looked,
  type Need,
  type OutcomeSaid,
  type PastNeed,
  type RangeSeen,
  readDay,
  readDraft,
  readDrafts,
  readNeed,
  readOver,
  readQuestions,
  readRangeSeen,
  saveDayEntry,
  saveDraft,
  saveNeed,
  saveQuestions,
  saveRangeSeen,
  type Way,
} from "./day";
export { pruneEvidence, readTally, renewDevice, type Tally } from "./evidence";
export { isFull, mayBeFull } from "./full";
export { disconnect } from "./open";
export {
  type Beside,
  bringBack,
  type Draft,
  type OutboxEvent,
  putBack,
  readOutbox,
  readSetAside,
  record,
  recordAll,
  type SetAside,
  settle,
  takeOut,
} from "./outbox";
export { forgetViews, isOwn, own, ownedBy } from "./own";
export {
  changePhone,
  forgetPhone,
  forgetVerifier,
  type KeptPhone,
  keepVerifiers,
  type Passing,
  type PhonePerson,
  readPhone,
  readVerifier,
  savePhone,
  saveVerifier,
  spendTry,
  type Verifier,
} from "./phone";
export { dropPictures, makeRoom } from "./room";
export type { Evidence, Kept, TryOnCounts } from "./schema";
export { deviceOf, lastOf, readStanding, readWaitingIds } from "./standing";
export { type KeptReviews, readDelivered, readReviews, readTraining, saveReviews, saveTraining } from "./training";

const snapshotKey = (shop: string, lang: string) => `${shop}/${lang}`;

export const readSpeech = (shop: string, lang: string): Promise<Kept<Speech> | undefined> =>
  withDatabase((database) => database.get("speech", snapshotKey(shop, lang)));

export const saveSpeech = (shop: string, lang: string, kept: Kept<Speech>): Promise<string> =>
  withDatabase((database) => database.put("speech", kept, snapshotKey(shop, lang)));

export const readTryOns = (shop: string): Promise<Kept<TryOnCounts> | undefined> =>
  withDatabase((database) => database.get("try_ons", shop));

export const saveTryOns = (shop: string, kept: Kept<TryOnCounts>): Promise<string> =>
  withDatabase((database) => database.put("try_ons", kept, shop));

export const readSession = (): Promise<Session | undefined> =>
  withDatabase((database) => database.get("session", "current"));

export const saveSession = (session: Session): Promise<string> =>
  withDatabase((database) => database.put("session", session, "current"));

export const forgetSession = (): Promise<void> => withDatabase((database) => database.delete("session", "current"));

export const readSetting = (name: string): Promise<string | undefined> =>
  withDatabase((database) => database.get("settings", name));

export const saveSetting = (name: string, value: string): Promise<string> =>
  withDatabase((database) => database.put("settings", value, name));

export const readAnswers = (): Promise<Answers | undefined> =>
  withDatabase((database) => database.get("customer", own("answers")));

export const saveAnswers = (answers: Answers): Promise<string> =>
  withDatabase((database) => database.put("customer", answers, own("answers")));

export const forgetAnswers = (): Promise<void> =>
  withDatabase((database) => database.delete("customer", own("answers")));

export interface StorageState {
  /** True where the browser promised not to evict. */
  persisted: boolean;
  used_bytes: number | null;
  quota_bytes: number | null;
}

/** Ask the browser to keep what is stored; it may say no, and then the screen says so. */
export async function askToPersist(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}

export async function storageState(): Promise<StorageState> {
  const [persisted, estimate] = await Promise.all([navigator.storage?.persisted?.(), navigator.storage?.estimate?.()]);
  return { persisted: persisted ?? false, used_bytes: estimate?.usage ?? null, quota_bytes: estimate?.quota ?? null };
}
