/**
 * The shop's stock as dated claims: what the server knows, and what this phone has said of it and the server does not know yet.
 *
 * Counts and differences are events like all others. One that has just left stays in the claims until a stock that was asked
 * for afterwards is here, so that no figure goes back in time.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Stock } from "../catalogue/types";
import type { OutboxEvent } from "../db";
import { log } from "../lib/log";
import { fold, type Level, type Move, ordered, quantityOf, type Why } from "../stock/fold";
import { refreshStock, stock as served } from "./catalogue";
import { note, onDelivered, setAside, unsent } from "./outbox";
import { shopId } from "./session";

export type { Why } from "../stock/fold";

const COUNT = "stock-count";
const DELTA = "stock-delta";

/** What is known of one variant. */
export interface Claim {
  /** Pieces that should be here; null where nobody has counted. */
  quantity: number | null;
  counted: number | null;
  /** RFC 3339. */
  counted_at: string | null;
  /** Since the count. */
  sold: number;
  /** Came less went since the count, without the sold ones. */
  moved: number;
  /** What of it the server does not know yet. */
  own: { counted: boolean; sold: number; moved: number };
}

/** Events that are no longer in the outbox, and not yet in the stock on this phone. */
const leaving = signal<readonly OutboxEvent[]>([]);

const isOfStock = ({ kind }: OutboxEvent): boolean => kind === COUNT || kind === DELTA;

/** This phone's own moves by variant. */
const own = computed((): ReadonlyMap<string, Move[]> => {
  // The answer may have been lost on the way: then the event still waits here, and the stock knows it already.
  const over = new Set([...setAside.value.map(({ event }) => event.id), ...(served.value?.recent ?? [])]);
  const found = new Map<string, Move[]>();
  for (const event of new Map([...leaving.value, ...unsent.value].map((one) => [one.id, one])).values()) {
    if (!isOfStock(event) || event.shop !== shopId.value || over.has(event.id)) continue;
    const gtin = String(event.payload.gtin);
    found.set(gtin, [...(found.get(gtin) ?? []), moveOf(event)]);
  }
  return found;
});

const moveOf = ({ id, device, seq, at, kind, payload }: OutboxEvent): Move => ({
  id,
  device,
  seq,
  at: Date.parse(at),
  amount: Number(kind === COUNT ? payload.count : payload.delta),
  why: kind === COUNT ? null : (payload.why as Why),
});

type Served = Stock["levels"][string];

const levelOf = (level: Served): Level => ({
  counted: level.counted ?? level.quantity,
  counted_at: Date.parse(level.counted_at),
  sold: level.sold ?? 0,
  moved: level.moved ?? 0,
  moved_at: level.moved_at ? Date.parse(level.moved_at) : null,
});

/** The stock with what this phone has said; the very document of the server where it has said nothing. */
export const stock: ReadonlySignal<Stock | null> = computed(() => {
  const document = served.value;
  if (!document || own.value.size === 0) return document;
  const levels = { ...document.levels };
  for (const [gtin, moves] of own.value) {
    const known = levels[gtin];
    const level = fold(known ? levelOf(known) : null, moves);
    if (level) levels[gtin] = shown(level);
  }
  return { ...document, levels };
});

const shown = (level: Level): Served => ({
  ...level,
  quantity: quantityOf(level),
  counted_at: new Date(level.counted_at).toISOString(),
  moved_at: level.moved_at === null ? null : new Date(level.moved_at).toISOString(),
});

/** What is known of a variant, and how much of it is this phone's own and not sent; null where nothing is. */
export function claimOf(gtin: string): Claim | null {
  const known = stock.value?.levels[gtin];
  const moves = own.value.get(gtin) ?? [];
  if (!known) return moves.length ? { ...UNCOUNTED, own: ownPart(moves, null) } : null;
  const { counted, sold, moved } = levelOf(known);
  return { quantity: known.quantity, counted, counted_at: known.counted_at, sold, moved, own: ownPart(moves, known) };
}

const UNCOUNTED = { quantity: null, counted: null, counted_at: null, sold: 0, moved: 0 };

/** What the own moves add to what is known, in the fold's own order: within one millisecond the device's numbers decide. */
function ownPart(moves: readonly Move[], known: Served | null): Claim["own"] {
  const since = known ? Date.parse(known.counted_at) : Number.NEGATIVE_INFINITY;
  const standing = ordered(moves).filter(({ at }) => at >= since);
  const count = standing.findLastIndex(({ why }) => why === null);
  const later = standing.slice(count + 1);
  const sum = (of: (why: Why | null) => boolean) =>
    later.reduce((total, { why, amount }) => (of(why) ? total + amount : total), 0);
  return { counted: count >= 0, sold: 0 - sum((why) => why === "sold"), moved: sum((why) => why !== "sold") };
}

/** Record how many pieces of a variant are here. Resolves once it is on the disk; throws where it could not be. */
export const recordCount = (gtin: string, count: number): Promise<OutboxEvent> => note(COUNT, { gtin, count });

/** Record that pieces came or went: below zero they went. */
export const recordDelta = (gtin: string, delta: number, why: Why): Promise<OutboxEvent> =>
  note(DELTA, { gtin, delta, why });

/** Keep what leaves the outbox until the stock that knows it is here. */
export function followStock(): void {
  let before: readonly OutboxEvent[] = [];
  effect(() => {
    const waiting = unsent.value.filter(isOfStock);
    const ids = new Set(waiting.map(({ id }) => id));
    const left = before.filter(({ id }) => !ids.has(id));
    before = waiting;
    if (left.length > 0) leaving.value = [...leaving.peek(), ...left];
  });
  onDelivered(() => void settleLeaving());
}

async function settleLeaving(): Promise<void> {
  const shop = shopId.peek();
  const asked = leaving.peek();
  if (!shop || asked.length === 0) return;
  try {
    await refreshStock(shop);
    leaving.value = leaving.peek().filter((event) => !asked.includes(event));
  } catch (cause) {
    log.info("stock not read after a delivery", cause);
  }
}
