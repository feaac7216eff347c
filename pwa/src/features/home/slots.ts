/** What other rooms have to say on the home page; nothing where they have not spoken. */
import { signal } from "@preact/signals";

export interface CardsDue {
  /** To be reviewed. */
  count: number;
  /** New ones for today. */
  fresh?: number;
  href: string;
}

/** Cards to review now: set by the training, where there is one. */
export const cardsDue = signal<CardsDue | null>(null);

/** Whether the training has said whether there are any: what stands below their line waits for it, and is not pushed down. */
export const cardsKnown = signal(false);
