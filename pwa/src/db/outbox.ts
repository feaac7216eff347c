/** What was recorded and has not reached the server yet. Nothing here expires, and nothing is dropped unanswered. */
import type { IDBPTransaction } from "idb";
import { v7 } from "uuid";
import { disconnect, withDatabase } from "./open";
import type { OutboxEvent, Schema, SetAside } from "./schema";

export type { OutboxEvent, SetAside } from "./schema";

/** An event before it has its place in the device's sequence. */
export type Draft = Omit<OutboxEvent, "id" | "device" | "seq" | "format"> & { format?: number };

const STRICT = { durability: "strict" } as const;
/** Phones have been seen to lose a request without success nor error: after this time it counts as lost. */
const PATIENCE_MS = 10_000;
const STORES = ["outbox", "device", "set_aside"] as const;
type Writing = IDBPTransaction<Schema, typeof STORES, "readwrite">;

/**
 * Write an event down. Resolves when it is on the disk, not before: only then may a screen say that it is saved.
 *
 * The id is made once, so that a second try after a lost connection writes the same event; event and sequence number are
 * one transaction. A phone whose storage was wiped is a new device: numbers are never used again. Where `instead` names a
 * refused event, this one takes its place. Rejects where nothing was written, and then nothing will be.
 */
export function record(draft: Draft, instead?: string): Promise<OutboxEvent> {
  const id = v7();
  const attempt = { over: false, abort: () => {} };
  const written = withDatabase(async (database) => {
    if (attempt.over) throw new DOMException("given up", "AbortError");
    const transaction = database.transaction(STORES, "readwrite", STRICT);
    attempt.abort = () => transaction.abort();
    return write(transaction, id, sendable(draft), instead);
  });
  return inTime(written, () => {
    attempt.over = true;
    attempt.abort();
  });
}

async function write(transaction: Writing, id: string, draft: Draft, instead?: string): Promise<OutboxEvent> {
  // Heard at once: a transaction may end before its first request does.
  transaction.done.catch(() => {});
  const outbox = transaction.objectStore("outbox");
  const devices = transaction.objectStore("device");
  const device = (await devices.get("current")) ?? { id: v7(), seq: 0 };
  // The first try may have been committed although its connection was lost before it could say so.
  const known = device.last?.id === id ? device.last : await outbox.get(id);
  if (known) return known;
  const event: OutboxEvent = { format: 1, ...draft, id, device: device.id, seq: device.seq + 1 };
  await together(transaction, [
    () => outbox.put(event),
    () => devices.put({ id: device.id, seq: event.seq, last: event }, "current"),
    ...(instead ? [() => transaction.objectStore("set_aside").delete(instead)] : []),
  ]);
  return event;
}

/** Do all steps and commit, or none: a step that cannot even begin would leave the ones before it to be committed. */
async function together(
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
    throw cause;
  }
}

/**
 * Return the draft as it will travel. What cannot travel (a loop, a BigInt) throws here, in front of the person, and
 * does not hold up the others on the way; half a character, left where a text was cut, is no text that a server reads.
 */
function sendable(draft: Draft): Draft {
  const whole = (_key: string, value: unknown) =>
    typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value;
  return JSON.parse(JSON.stringify(draft, whole)) as Draft;
}

/** All that waits, in the order in which it was recorded. */
export const readOutbox = (): Promise<OutboxEvent[]> =>
  inTime(withDatabase((database) => database.getAllFromIndex("outbox", "seq")));

export const readSetAside = (): Promise<SetAside[]> => inTime(withDatabase((database) => database.getAll("set_aside")));

/** Forget what the server has, and put aside what it refused, in one transaction. */
export function settle(taken: readonly string[], refused: readonly SetAside[]): Promise<void> {
  return change((outbox, aside) => [
    ...taken.map((id) => () => outbox.delete(id)),
    ...refused.flatMap((one) => [() => aside.put(one), () => outbox.delete(one.event.id)]),
  ]);
}

/** Let refused events wait for the server again, each as it was recorded: same id, same number. */
export function putBack(refused: readonly SetAside[]): Promise<void> {
  return change((outbox, aside) =>
    refused.flatMap(({ event }) => [() => outbox.put(event), () => aside.delete(event.id)]),
  );
}

const QUEUES = ["outbox", "set_aside"] as const;
type Changing = IDBPTransaction<Schema, typeof QUEUES, "readwrite">;
type Queue<Name extends (typeof QUEUES)[number]> = ReturnType<typeof queue<Name>>;

const queue = <Name extends (typeof QUEUES)[number]>(transaction: Changing, name: Name) =>
  transaction.objectStore(name);

/** Change what waits and what is aside together, or not at all. */
function change(
  steps: (outbox: Queue<"outbox">, aside: Queue<"set_aside">) => readonly (() => Promise<unknown>)[],
): Promise<void> {
  return inTime(
    withDatabase(async (database) => {
      const transaction = database.transaction(QUEUES, "readwrite", STRICT);
      await together(transaction, steps(queue(transaction, "outbox"), queue(transaction, "set_aside")));
    }),
  );
}

/** Wait for the storage, but not for ever. `giveUp` throws where the work is over: then its own outcome counts. */
async function inTime<T>(work: Promise<T>, giveUp: () => void = () => {}): Promise<T> {
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
