/** The server's endpoints about the training: the cards, one's own answers, and how ready the team is. */
import type { MapCell, Review, Training } from "../training/types";
import { type Answer, ask, isRecord } from "./net";

const BASE = "/api/v1/training";
/** A hundred kilobytes, and the first to ask after a new edition waits until they are made. */
const CARDS_TIMEOUT_MS = 60_000;

const isCard = (data: unknown): boolean =>
  isRecord(data) &&
  typeof data.id === "string" &&
  typeof data.version === "string" &&
  typeof data.question === "string" &&
  isRecord(data.about) &&
  Array.isArray(data.facts) &&
  Array.isArray(data.choices) &&
  data.choices.some((choice) => isRecord(choice) && choice.id === data.right);

export const isTraining = (data: unknown): data is Training =>
  isRecord(data) &&
  typeof data.revision === "number" &&
  typeof data.lang === "string" &&
  Array.isArray(data.cards) &&
  data.cards.every(isCard);

const isReview = (data: unknown): data is Review =>
  isRecord(data) &&
  typeof data.card === "string" &&
  typeof data.version === "string" &&
  typeof data.rating === "number" &&
  typeof data.correct === "boolean" &&
  typeof data.at === "string";

const isReviews = (data: unknown): data is { reviews: Review[] } =>
  isRecord(data) && Array.isArray(data.reviews) && data.reviews.every(isReview);

const isCell = (data: unknown): data is MapCell =>
  isRecord(data) &&
  isRecord(data.about) &&
  typeof data.cards === "number" &&
  (data.proven === null || typeof data.proven === "number");

const isCoverage = (data: unknown): data is Coverage =>
  isRecord(data) && typeof data.team === "number" && Array.isArray(data.cells) && data.cells.every(isCell);

/** How ready the team is: how many they are, and of each place by how many it is known. */
export interface Coverage {
  team: number;
  cells: MapCell[];
}

/** The cards of the shop's range. */
export const fetchTraining = (shop: string, lang: string, etag?: string): Promise<Answer<Training>> =>
  ask(`${BASE}?shop=${encodeURIComponent(shop)}&lang=${lang}`, {
    etag,
    timeoutMs: CARDS_TIMEOUT_MS,
    accept: (data): data is Training => isTraining(data) && data.lang === lang,
  });

/** What the signed-in person has answered, on any phone. */
export const fetchReviews = (etag?: string): Promise<Answer<{ reviews: Review[] }>> =>
  ask(`${BASE}/mine`, { etag, accept: isReviews });

/** How ready the team of a shop is; managers and merchandisers alone may ask. */
export async function fetchCoverage(shop: string, signal?: AbortSignal): Promise<Coverage> {
  const url = `${BASE}/coverage?shop=${encodeURIComponent(shop)}`;
  const answer = await ask(url, { ...(signal ? { signal } : {}), accept: isCoverage });
  if (!answer.changed) throw new TypeError("no coverage was held before");
  return answer.data;
}
