/** What was recorded and has not reached the server yet. Nothing here expires, and nothing is dropped unanswered. */
import { v7 } from "uuid";
import { withDatabase } from "./open";
import type { OutboxEvent, SetAside } from "./schema";

export type { OutboxEvent, SetAside } from "./schema";

/** An event before it has its place in the device's sequence. */
export type Draft = Omit<OutboxEvent, "id" | "device" | "seq" | "format"> & { format?: number };

const STRICT = { durability: "strict" } as const;

/**
 * Write an event down. Resolves when it is on the disk, not before: only then may a screen say that it is saved.
 *
 * The id is made once, so that a second try after a lost connection writes the same event; event and sequence number are
 * one transaction. A phone whose storage was wiped is a new device: numbers are never used again.
 */
export function record(draft: Draft): Promise<OutboxEvent> {
  const id = v7();
  return withDatabase(async (database) => {
    const transaction = database.transaction(["outbox", "device"], "readwrite", STRICT);
    const device = (await transaction.objectStore("device").get("current")) ?? { id: v7(), seq: 0 };
    const event: OutboxEvent = { format: 1, ...draft, id, device: device.id, seq: device.seq + 1 };
    await Promise.all([
      transaction.objectStore("device").put({ id: device.id, seq: event.seq }, "current"),
      transaction.objectStore("outbox").put(event),
      transaction.done,
    ]);
    return event;
  });
}

/** All that waits, in the order in which it was recorded. */
export const readOutbox = (): Promise<OutboxEvent[]> =>
  withDatabase((database) => database.getAllFromIndex("outbox", "seq"));

export const readSetAside = (): Promise<SetAside[]> => withDatabase((database) => database.getAll("set_aside"));

/** Forget what the server has, and put aside what it refused, in one transaction. */
export function settle(taken: readonly string[], refused: readonly SetAside[]): Promise<void> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(["outbox", "set_aside"], "readwrite", STRICT);
    const outbox = transaction.objectStore("outbox");
    const aside = transaction.objectStore("set_aside");
    await Promise.all([
      ...taken.map((id) => outbox.delete(id)),
      ...refused.flatMap((one) => [aside.put(one), outbox.delete(one.event.id)]),
      transaction.done,
    ]);
  });
}
