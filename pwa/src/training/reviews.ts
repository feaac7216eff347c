/** One person's answers from all places they are kept in, each once, oldest first. Pure. */
import type { Dated } from "./schedule";
import type { Rating, Review } from "./types";

/** A second is shorter than anybody takes for two answers to one card, and as fine as any clock on the way. */
const keyOf = ({ card, at }: Review): string => `${card} ${Math.floor(Date.parse(at) / 1000)}`;

/** Join what the server knows with what this phone recorded; the server's word goes first. */
export function joined(served: readonly Review[], recorded: readonly Review[]): Review[] {
  const found = new Map<string, Review>();
  for (const review of [...served, ...recorded]) {
    if (Number.isNaN(Date.parse(review.at))) continue;
    const key = keyOf(review);
    if (!found.has(key)) found.set(key, review);
  }
  return [...found.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Each card's reviews with the day on the shop's wall. */
export function byCard(reviews: readonly Review[], dayOf: (iso: string) => string): Map<string, Dated[]> {
  const found = new Map<string, Dated[]>();
  for (const review of reviews) {
    const dated = { ...review, day: dayOf(review.at) };
    const known = found.get(review.card);
    if (known) known.push(dated);
    else found.set(review.card, [dated]);
  }
  return found;
}

/** Read the payload of a training event; null where it is none that this build understands. */
export function reviewOf({ at, payload }: { at: string; payload: Record<string, unknown> }): Review | null {
  const { card, version, rating, correct } = payload;
  if (typeof card !== "string" || typeof version !== "string" || typeof correct !== "boolean") return null;
  return isRating(rating) ? { card, version, rating, correct, at } : null;
}

const isRating = (value: unknown): value is Rating => value === 1 || value === 2 || value === 3 || value === 4;
