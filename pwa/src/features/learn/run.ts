/** The session under way: it outlives a visit to another page, and what was answered is in the outbox already. */
import { computed, signal } from "@preact/signals";
import { log } from "../../lib/log";
import { cards, recordAnswer } from "../../state/training";
import type { Card } from "../../training/types";

/** What was answered to one card, and whether it is on the disk. */
export interface Given {
  card: Card;
  /** Null where the answer was "I do not know". */
  choice: string | null;
  right: boolean;
  tookMs: number;
  stored: "storing" | "stored" | "failed";
}

interface Run {
  /** Ids, in their order; what was missed stands a second time at the end. */
  queue: readonly string[];
  /** Of those before the present one, and of the present one once it is answered. */
  given: readonly Given[];
  /** Place of the present card in the queue; behind its end when all are done. */
  at: number;
}

const state = signal<Run | null>(null);

/** Null where none is under way. */
export const run = computed(() => state.value);

/** The present card as it is now; null where all are done. A card that was just answered stays as it was asked. */
export const present = computed((): Card | null => {
  const now = state.value;
  if (!now) return null;
  const known = byId.value;
  return answered.value?.card ?? known.get(now.queue.slice(now.at).find((id) => known.has(id)) ?? "") ?? null;
});

const byId = computed((): ReadonlyMap<string, Card> => new Map(cards.value?.map((card) => [card.id, card])));

/** The answer to the present card; null until it is given. */
export const answered = computed((): Given | null => state.value?.given[state.value.at] ?? null);

export function begin(dealt: readonly Card[]): void {
  state.value = dealt.length > 0 ? { queue: dealt.map(({ id }) => id), given: [], at: 0 } : null;
}

export function end(): void {
  state.value = null;
}

/** How far the session is: the number of the present card, and how many there are. */
export const progress = computed(() => {
  const now = state.value;
  return { at: (now?.at ?? 0) + 1, of: now ? now.at + here(now).length : 0 };
});

/** What is left of the queue, without the cards whose piece has gone since. */
const here = ({ queue, at, given }: Run): string[] =>
  queue.slice(at).filter((id, place) => byId.value.has(id) || (place === 0 && given.length > at));

/** Answer the present card; shown at once, and said to be stored when it is. */
export function give(choice: string | null, tookMs: number): void {
  const now = state.peek();
  const card = present.peek();
  if (!now || !card || answered.peek()) return;
  const right = choice === card.right;
  const queue = [...now.queue.slice(0, now.at), ...here(now)];
  const isRepeat = queue.indexOf(card.id) < now.at;
  if (!right && !isRepeat) queue.push(card.id);
  state.value = { ...now, queue, given: [...now.given, { card, choice, right, tookMs, stored: "storing" }] };
  void store(now.at);
}

/** Try once more to store what the phone did not take. */
export function storeAgain(): void {
  const now = state.peek();
  if (now) void store(now.at);
}

async function store(at: number): Promise<void> {
  const given = state.peek()?.given[at];
  if (!given) return;
  const mark = (stored: Given["stored"]): void => {
    const now = state.peek();
    // Another session may have begun meanwhile.
    if (now?.given[at]?.card !== given.card) return;
    state.value = { ...now, given: now.given.map((one, place) => (place === at ? { ...one, stored } : one)) };
  };
  mark("storing");
  try {
    await recordAnswer(given.card, given.choice, given.tookMs);
    mark("stored");
  } catch (cause) {
    log.warn("answer not stored", cause);
    mark("failed");
  }
}

/** Go on to the next card. */
export function goOn(): void {
  const now = state.peek();
  if (now && answered.peek()) state.value = { ...now, at: now.at + 1 };
}
