/** The cards of the training, and what the person at hand answered to them. */
import { reviewOf } from "../training/reviews";
import type { Review, Training } from "../training/types";
import { withDatabase } from "./open";
import { own } from "./own";
import type { Kept, KeptReviews } from "./schema";

export type { KeptReviews } from "./schema";

const MINE = "mine";
const keyOf = (shop: string, lang: string): string => `${shop}/${lang}`;

export const readTraining = (shop: string, lang: string): Promise<Kept<Training> | undefined> =>
  withDatabase((database) => database.get("training", keyOf(shop, lang)));

export const saveTraining = (shop: string, lang: string, kept: Kept<Training>): Promise<string> =>
  withDatabase((database) => database.put("training", kept, keyOf(shop, lang)));

/** Read what the server knows of a person's answers; nothing where what is kept is somebody else's. */
export const readReviews = async (person: string): Promise<KeptReviews | undefined> => {
  const kept = await withDatabase((database) => database.get("reviews", own(MINE)));
  return kept?.person === person ? kept : undefined;
};

export const saveReviews = (kept: KeptReviews): Promise<string> =>
  withDatabase((database) => database.put("reviews", kept, own(MINE)));

/** Read what a person answered on this phone and the server has taken: it may not be in what the server last said. */
export const readDelivered = async (person: string): Promise<Review[]> => {
  const evidence = await withDatabase((database) => database.getAll("evidence"));
  return evidence.flatMap(({ event }) => {
    const review = event?.kind === "training" && event.author === person ? reviewOf(event) : null;
    return review ? [review] : [];
  });
};
