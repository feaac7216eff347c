/**
 * When each card comes back: a person's reviews replayed through FSRS, so that any phone comes to the same days.
 *
 * Time is counted in whole days on the shop's wall: a card is due from midnight on, whatever the hour of its last answer.
 */
import { createEmptyCard, fsrs, type Grade, type Card as Memory } from "ts-fsrs";
import type { Card, Rating, Review } from "./types";

/** A season in a shop: what is known by then is asked once more, so that it is known of the pieces that hang there. */
const LONGEST_DAYS = 60;
const DAY_MS = 86_400_000;

/**
 * Without learning steps an answer comes back the next day at the earliest; what was missed is asked again at the end of
 * its session anyway. Chance is left out: the same reviews lead to the same days.
 */
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: LONGEST_DAYS,
  enable_fuzz: false,
  enable_short_term: true,
  learning_steps: [],
  relearning_steps: [],
});

/** How a card stands with a person. */
export interface Standing {
  /** The day on which it is to be asked ("2026-11-24"). */
  due: string;
  /** The last answer to this version was right. */
  proven: boolean;
  /** It was answered in another version only: what it said has changed. */
  changed: boolean;
  /** The days of the first and of the last answer to any version. */
  since: string;
  last: string;
}

/** A review with its day. */
export interface Dated extends Review {
  day: string;
}

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`);
const daysAfter = (day: string, days: number): string =>
  new Date(noon(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** Return how a card stands after its reviews, oldest first; null where it was never answered. */
export function standingOf(card: Pick<Card, "version">, reviews: readonly Dated[], today: string): Standing | null {
  const first = reviews[0];
  if (!first) return null;
  const own = reviews.filter(({ version }) => version === card.version);
  // A day that has not come yet was told by a wrong clock. It waits for its day: else the card would wait with it.
  const counted = own.filter(({ day }) => day <= today);
  return {
    due: counted.length > 0 ? dueAfter(counted) : today,
    proven: (counted.at(-1) ?? own.at(-1))?.correct ?? false,
    changed: own.length === 0,
    since: first.day,
    last: reviews.at(-1)?.day ?? first.day,
  };
}

/** Replay reviews, oldest first; a day never lies before the one that was replayed last. */
function dueAfter(reviews: readonly Dated[]): string {
  let memory: Memory | undefined;
  let latest = "";
  for (const { day, rating } of reviews) {
    latest = day > latest ? day : latest;
    memory = scheduler.next(memory ?? createEmptyCard(noon(latest)), noon(latest), rating as Grade).card;
  }
  return daysAfter(latest, Math.min(memory?.scheduled_days ?? 0, LONGEST_DAYS));
}

/** Reading aloud in the head: about 200 words of six letters a minute, where readers of French lie between 180 and 240. */
const LETTERS_A_SECOND = 20;
/** Over reading: an answer within this time was known, one after that time was worked out. */
const KNOWN_MS = 4_000;
const WORKED_OUT_MS = 20_000;

/**
 * Rate an answer by what can be seen of it, so that no second tap is asked for.
 *
 * Wrong, or "I do not know", is 1. A right one is 3. It is 2 where it took long, or where the card was asked on the same day
 * already: its answer was read just before. It is 4 only where it was quick and the card had been answered rightly on an
 * earlier day: a quick first answer may be luck. `tookMs` is the time in sight.
 */
export function rate(card: Card, correct: boolean, tookMs: number, before: Standing | null, today: string): Rating {
  if (!correct) return 1;
  const letters = card.question.length + card.choices.reduce((sum, { text }) => sum + text.length, 0);
  const over = tookMs - (letters / LETTERS_A_SECOND) * 1000;
  if (over > WORKED_OUT_MS || before?.last === today) return 2;
  return over < KNOWN_MS && before?.proven ? 4 : 3;
}
