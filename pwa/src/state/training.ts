/**
 * The training of the person at hand: the cards of the shop's range, and what became of each.
 *
 * Nothing of the schedule is stored. It is what the person's answers come to when they are replayed: those that the server
 * knows of, from any phone, and those that this phone has recorded since.
 */
import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import {
  type Kept,
  type KeptReviews,
  type OutboxEvent,
  readDelivered,
  readOutbox,
  readReviews,
  readTraining,
  saveReviews,
  saveTraining,
} from "../db";
import { fetchReviews, fetchTraining } from "../lib/apiTraining";
import { nowIso, nowMs } from "../lib/clock";
import { ownLang } from "../lib/i18n";
import { log } from "../lib/log";
import { isSparing, waitMs } from "../lib/rhythm";
import { byCard, joined, reviewOf } from "../training/reviews";
import { rate, type Standing, standingOf } from "../training/schedule";
import { type Deck, deckOf } from "../training/session";
import type { Card, Review, Training } from "../training/types";
import { snapshot } from "./catalogue";
import { online } from "./online";
import { isMine, note, onDelivered, setAside, unsent } from "./outbox";
import { session, shopId } from "./session";
import { dayOf } from "./visit";

const KIND = "training";
/** Answers of the manager become cards, and the day may turn, while the phone lies there. */
const EVERY_MS = 600_000;
/** A phone that lay there with its screen on: no answer takes a day. */
const LONGEST_MS = 86_400_000;

type Held = Kept<Training> & { shop: string };

const held = signal<Held | null>(null);
const opened = signal(false);
const lastFailure = signal<unknown>(null);
const served = signal<KeptReviews | null>(null);
/** What this phone recorded, of the person whose id it carries; the server may not have said so yet. */
const recorded = signal<{ person: string; reviews: readonly Review[] }>({ person: "", reviews: [] });

/** A range without pieces has no cards; nobody has to wait for that. */
export const trainingEmpty: ReadonlySignal<boolean> = computed(() =>
  cards.value ? cards.value.length === 0 : snapshot.value?.products.length === 0,
);
/** The storage or the server may still bring the cards. */
export const trainingAwaited: ReadonlySignal<boolean> = computed(
  () => cards.value === null && !trainingEmpty.value && (!opened.value || (online.value && lastFailure.value === null)),
);
/** Why the last try brought nothing; null after one that did. */
export const trainingFailure: ReadonlySignal<unknown> = lastFailure;
/** When the server last said that these are the cards (RFC 3339, UTC). */
export const trainingChecked = computed(() => held.value?.checked_at ?? null);

const here = computed((): Held | null => {
  const kept = held.value;
  return kept && kept.shop === shopId.value && kept.document.lang === ownLang.value ? kept : null;
});

/** The cards of the present range; null until they are on this phone. */
export const cards: ReadonlySignal<readonly Card[] | null> = computed(() => here.value?.document.cards ?? null);

/** The date on the shop's wall; another one at midnight. */
export const day: ReadonlySignal<string> = computed(() => {
  // Asked so that it is looked at again as time goes by. Answers carry the phone's own time, and so does the day.
  nowMs();
  return dayOf();
});

const ownEvents = (events: readonly OutboxEvent[]): Review[] =>
  events.filter((event) => event.kind === KIND && isMine(event)).flatMap((event) => reviewOf(event) ?? []);

/** All answers of the person at hand, oldest first. */
const reviews = computed((): Review[] => {
  const person = session.value?.person.id;
  if (!person) return [];
  const known = served.value?.person === person ? served.value.document : [];
  const kept = recorded.value.person === person ? recorded.value.reviews : [];
  const waiting = [...unsent.value, ...setAside.value.map(({ event }) => event)];
  return joined(known, [...kept, ...ownEvents(waiting)]);
});

/** How each answered card stands, by its id. */
export const standings: ReadonlySignal<ReadonlyMap<string, Standing>> = computed(() => {
  const answered = byCard(reviews.value, dayOf);
  const found = new Map<string, Standing>();
  for (const card of cards.value ?? []) {
    const standing = standingOf(card, answered.get(card.id) ?? [], day.value);
    if (standing) found.set(card.id, standing);
  }
  return found;
});

/** What is to be done today; null until the cards are here. */
export const deck: ReadonlySignal<Deck | null> = computed(
  () => cards.value && deckOf(cards.value, standings.value, day.value),
);

/** Whether this person has ever answered a card. */
export const hasBegun: ReadonlySignal<boolean> = computed(() => reviews.value.length > 0);

/** Record an answer. Resolves once it is on the disk, and not before; throws where it could not be. */
export async function recordAnswer(card: Card, choice: string | null, tookMs: number): Promise<void> {
  const correct = choice === card.right;
  const rating = rate(card, correct, tookMs, standings.peek().get(card.id) ?? null, day.peek());
  const took_ms = Math.min(LONGEST_MS, Math.round(tookMs));
  await note(KIND, { card: card.id, version: card.version, rating, correct, took_ms });
}

let started = false;

/** Begin once; nothing waits for it. */
export function startTraining(): void {
  if (started) return;
  started = true;
  effect(() => {
    const person = session.value?.person.id;
    const shop = shopId.value;
    const language = ownLang.value;
    if (person && shop) untracked(() => void open(person, shop, language));
  });
  // A new edition of the catalogue brings new cards.
  effect(() => {
    if (snapshot.value?.content_hash && online.value) untracked(ask);
  });
  keepRecorded();
  onDelivered(() => void refreshReviews());
  document.addEventListener("visibilitychange", ask);
}

/** Ask the server for newer cards and answers, where somebody looks and there is a chance. */
function ask(): void {
  if (opened.peek() && online.peek() && document.visibilityState === "visible") void refreshTraining();
}

let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Ask again by itself: soon after a failure, else when there may be something new. */
function askLater(): void {
  clearTimeout(timer);
  timer = setTimeout(ask, failures > 0 ? waitMs({ failures, sparing: isSparing() }) : EVERY_MS);
}

/** Show what is stored for a person, then ask for what is newer. */
async function open(person: string, shop: string, language: string): Promise<void> {
  try {
    const [training, mine, known] = await Promise.all([
      readTraining(shop, language),
      readReviews(person),
      readRecorded(person),
    ]);
    served.value = mine ?? null;
    recorded.value = { person, reviews: known };
    // Last: with the cards goes the question which of them were answered.
    if (training) held.value = { ...training, shop };
  } catch (cause) {
    log.warn("training not read", cause);
  } finally {
    opened.value = true;
  }
  await refreshTraining();
}

/** Read what this phone recorded. What waits goes first: it may be delivered meanwhile, and is then found twice, not never. */
async function readRecorded(person: string): Promise<Review[]> {
  const waiting = await readOutbox();
  return joined(await readDelivered(person), ownEvents(waiting));
}

/** Bring the newest cards and answers. Never throws: what is here stays. */
export async function refreshTraining(): Promise<void> {
  await Promise.all([refreshCards(), refreshReviews()]);
  failures = lastFailure.peek() ? failures + 1 : 0;
  askLater();
}

async function refreshCards(): Promise<void> {
  const shop = shopId.peek();
  const language = ownLang.peek();
  // The catalogue goes first: cards are drawn with its pieces, and a server that is asked for both makes both at once.
  if (!shop || !session.peek() || !snapshot.peek()) return;
  try {
    const before = here.peek();
    const answer = await fetchTraining(shop, language, before?.etag);
    const checked_at = nowIso();
    lastFailure.value = null;
    if (answer.changed) await keep(shop, { document: answer.data, etag: answer.etag, checked_at });
    else if (before) held.value = { ...before, checked_at };
  } catch (cause) {
    lastFailure.value = cause;
    log.info("training not refreshed", cause);
  }
}

async function keep(shop: string, training: Kept<Training>): Promise<void> {
  held.value = { ...training, shop };
  await saveTraining(shop, training.document.lang, training).catch((cause: unknown) =>
    log.warn("training not kept", cause),
  );
}

async function refreshReviews(): Promise<void> {
  const person = session.peek()?.person.id;
  if (!person) return;
  try {
    const before = served.peek()?.person === person ? served.peek() : null;
    const answer = await fetchReviews(before?.etag);
    // Another person may have taken the phone meanwhile.
    if (!answer.changed || session.peek()?.person.id !== person) return;
    const next = { person, document: answer.data.reviews, etag: answer.etag, checked_at: nowIso() };
    served.value = next;
    await saveReviews(next).catch((cause: unknown) => log.warn("answers not kept", cause));
  } catch (cause) {
    log.info("answers not refreshed", cause);
  }
}

/** What has left the outbox stays known for as long as the page lives; after that the storage has its evidence. */
function keepRecorded(): void {
  effect(() => {
    const person = session.value?.person.id;
    const seen = ownEvents(unsent.value);
    if (!person || seen.length === 0) return;
    untracked(() => {
      const { person: before, reviews: known } = recorded.value;
      if (before === person) recorded.value = { person, reviews: joined(known, seen) };
    });
  });
}
