/** What was recorded and has not reached the server yet. Nothing here expires, and nothing is dropped unanswered. */
import type { IDBPTransaction } from "idb";
import { v7 } from "uuid";
import { isFull } from "./full";
import { withDatabase } from "./open";
import { isView, own } from "./own";
import type { Device, Evidence, OutboxEvent, Schema, SetAside } from "./schema";
import { inTime, STRICT, together } from "./writing";

export type { OutboxEvent, SetAside } from "./schema";

/** An event before it has its place in the device's sequence. */
export type Draft = Omit<OutboxEvent, "id" | "device" | "seq" | "format"> & { format?: number };

const STORES = ["outbox", "device", "set_aside", "evidence"] as const;
/** What a screen may keep with its event. */
const SCREEN_STORES = ["customer", "visit", "over", "day", "drafts"] as const;
type ScreenStore = (typeof SCREEN_STORES)[number];
type Writing = IDBPTransaction<
  Schema,
  (typeof STORES)[number][] | ((typeof STORES)[number] | ScreenStore)[],
  "readwrite"
>;

/** What is written in the event's own transaction: the screen's data and the event are both there, or neither. */
export type Beside = (event: OutboxEvent) => readonly Written[];
/** A value under its key (for a store with a key of its own, without one), or its end with `undefined`. */
export type Written = {
  [Name in ScreenStore]: { store: Name; key?: string; value: Schema[Name]["value"] | undefined };
}[ScreenStore];

/** Write one event down; as `recordAll`. */
export const record = async (draft: Draft, instead?: OutboxEvent, beside?: Beside): Promise<OutboxEvent> =>
  (await recordAll([draft], instead, beside))[0] as OutboxEvent;

/**
 * Write events down, all of them or none. Resolves when they are on the disk, not before: only then may a screen say that
 * they are saved.
 *
 * Ids are made once, so that a second try after a lost connection writes the same events; events and sequence numbers are
 * one transaction. A phone whose storage was wiped is a new device: numbers are never used again. Where `instead` names a
 * refused event, these take its place; `beside` is given the first. Rejects where nothing was written, and then nothing
 * will be.
 */
export function recordAll(
  drafts: readonly [Draft, ...Draft[]],
  instead?: OutboxEvent,
  beside?: Beside,
): Promise<OutboxEvent[]> {
  const ids = drafts.map(() => v7());
  const attempt = { over: false, abort: () => {} };
  const written = withDatabase(async (database) => {
    if (attempt.over) throw new DOMException("given up", "AbortError");
    const stores = beside ? [...STORES, ...SCREEN_STORES] : STORES;
    const transaction = database.transaction(stores, "readwrite", STRICT) as Writing;
    attempt.abort = () => transaction.abort();
    return write(transaction, ids, drafts.map(sendable), instead, beside);
  });
  return inTime(written, () => {
    attempt.over = true;
    attempt.abort();
  });
}

async function write(
  transaction: Writing,
  ids: readonly string[],
  drafts: readonly Draft[],
  instead?: OutboxEvent,
  beside: Beside = () => [],
): Promise<OutboxEvent[]> {
  // Heard at once: a transaction may end before its first request does.
  transaction.done.catch(() => {});
  const outbox = transaction.objectStore("outbox");
  const devices = transaction.objectStore("device");
  const device = (await devices.get("current")) ?? newDevice();
  const numbered = (of: string, before: number) =>
    drafts.map((draft, at) => placed(draft, ids[at] ?? "", of, before + at + 1));
  // The first try may have been committed although its connection was lost before it could say so.
  const known = device.last?.id === ids.at(-1) ? device.last : await outbox.get(ids.at(-1) ?? "");
  if (known) return numbered(known.device, known.seq - drafts.length);
  const events = numbered(device.id, device.seq);
  const [first, last] = [events[0] as OutboxEvent, events.at(-1) as OutboxEvent];
  await together(transaction, [
    ...events.map((event) => () => outbox.put(event)),
    () => devices.put({ ...device, seq: last.seq, last, floor: device.floor ?? first.seq }, "current"),
    ...(instead ? removal(placesOf(transaction), instead) : []),
    ...beside(first).map((written) => () => writeBeside(transaction, written)),
  ]);
  return events;
}

const placed = (draft: Draft, id: string, device: string, seq: number): OutboxEvent => ({
  format: 1,
  ...draft,
  id,
  device,
  seq,
});

/** A device that has not recorded anything. */
export const newDevice = (): Device => ({ id: v7(), seq: 0, floor: 1 });

const placesOf = (transaction: Writing) => ({
  aside: transaction.objectStore("set_aside"),
  evidence: transaction.objectStore("evidence"),
});

function writeBeside(transaction: Writing, { store, key, value }: Written): Promise<unknown> {
  const kept = transaction.objectStore(store as "customer");
  const name = key !== undefined && isView(store) ? own(key) : key;
  if (value === undefined) return kept.delete(name ?? "");
  return kept.put(value as Schema["customer"]["value"], name);
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

/** Forget what the server has, and put aside what it refused, in one transaction; what it has leaves its evidence. */
export async function settle(taken: readonly string[], refused: readonly SetAside[]): Promise<void> {
  const at = new Date().toISOString();
  try {
    await change((stores) => [...taken.map((id) => () => witness(stores, id, at)), ...settled(stores, taken, refused)]);
  } catch (cause) {
    // A full disk may keep no evidence, but what arrived must leave it.
    if (!isFull(cause)) throw cause;
    await change((stores) => settled(stores, taken, refused));
  }
}

const settled = ({ outbox, aside }: Queues, taken: readonly string[], refused: readonly SetAside[]): Step[] => [
  ...taken.map((id) => () => outbox.delete(id)),
  ...refused.flatMap((one) => [() => aside.put(one), () => outbox.delete(one.event.id)]),
];

async function witness({ outbox, evidence }: Queues, id: string, at: string): Promise<void> {
  const event = await outbox.get(id);
  if (event) await evidence.put({ id, device: event.device, seq: event.seq, how: "delivered", at, event });
}

/** Let refused events wait for the server again, each as it was recorded: same id, same number. */
export const putBack = (refused: readonly SetAside[]): Promise<void> =>
  change(({ outbox, aside }) =>
    refused.flatMap(({ event }) => [() => outbox.put(event), () => aside.delete(event.id)]),
  );

/** Let delivered events wait again: the server was set back to a state without them. */
export const bringBack = (events: readonly OutboxEvent[]): Promise<void> =>
  change(({ outbox }) => events.map((event) => () => outbox.put(event)));

/** Take refused events out for good, as somebody decided; that their numbers are free stays known. */
export const takeOut = (refused: readonly OutboxEvent[]): Promise<void> =>
  change((stores) => refused.flatMap((event) => removal(stores, event)));

interface Places {
  aside: { delete: (id: string) => Promise<void> };
  evidence: { put: (one: Evidence) => Promise<unknown> };
}

function removal({ aside, evidence }: Places, event: OutboxEvent): Step[] {
  const { id, device, seq } = event;
  return [
    () => aside.delete(id),
    () => evidence.put({ id, device, seq, how: "removed", at: new Date().toISOString() }),
  ];
}

type Step = () => Promise<unknown>;
const QUEUES = ["outbox", "set_aside", "evidence"] as const;
type Changing = IDBPTransaction<Schema, typeof QUEUES, "readwrite">;
type Queues = ReturnType<typeof queuesOf>;

const queuesOf = (transaction: Changing) => ({
  outbox: transaction.objectStore("outbox"),
  aside: transaction.objectStore("set_aside"),
  evidence: transaction.objectStore("evidence"),
});

/** Change what waits, what is aside and what is evidenced together, or not at all. */
function change(steps: (queues: Queues) => readonly Step[]): Promise<void> {
  return inTime(
    withDatabase(async (database) => {
      const transaction = database.transaction(QUEUES, "readwrite", STRICT);
      await together(transaction, steps(queuesOf(transaction)));
    }),
  );
}
