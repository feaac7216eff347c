/** How the outbox writes: to the disk, all of it or nothing, and not waiting for ever. */
import { disconnect } from "./open";

export const STRICT = { durability: "strict" } as const;
/** Phones have been seen to lose a request without success nor error: after this time it counts as lost. */
const PATIENCE_MS = 10_000;

/** Do all steps and commit, or none: a step that cannot even begin would leave the ones before it to be committed. */
export async function together(
  transaction: Pick<IDBTransaction, "abort"> & { done: Promise<void> },
  steps: readonly (() => Promise<unknown>)[],
): Promise<void> {
  const begun: Promise<unknown>[] = [transaction.done];
  try {
    for (const step of steps) begun.push(step());
    await Promise.all(begun);
  } catch (cause) {
    for (const one of begun) one.catch(() => {});
    try {
      transaction.abort();
    } catch {
      // Over: it was aborted by what failed.
    }
    throw await reasonOf(transaction, cause);
  }
}

/** Why all of it was given up, where a single step knows only that it was: a full disk is told to the transaction alone. */
async function reasonOf(transaction: { done: Promise<void> }, cause: unknown): Promise<unknown> {
  if (!(cause instanceof DOMException && cause.name === "AbortError")) return cause;
  return transaction.done.then(
    () => cause,
    (whole: unknown) => whole,
  );
}

/** Wait for the storage, but not for ever. `giveUp` throws where the work is over: then its own outcome counts. */
export async function inTime<T>(work: Promise<T>, giveUp: () => void = () => {}): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      try {
        giveUp();
      } catch {
        return;
      }
      reject(new DOMException("the storage does not answer", "TimeoutError"));
      void disconnect();
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
