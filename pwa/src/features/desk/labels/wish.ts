/** Which labels are wished for, and the papers there are: as `server/labels/formats.py` has them, in millimetres. */
import type { LabelWish } from "../../../lib/apiLabels";

interface Paper {
  width: number;
  height: number;
  columns: number;
  /** Labels on a sheet. */
  places: number;
}

export const PAPERS = {
  "a4-3x8": { width: 210, height: 297, columns: 3, places: 24 },
  "a4-3x7": { width: 210, height: 297, columns: 3, places: 21 },
  "a4-2x7": { width: 210, height: 297, columns: 2, places: 14 },
  "roll-62": { width: 62, height: 38, columns: 1, places: 1 },
  "card-a6": { width: 105, height: 148, columns: 1, places: 1 },
} as const satisfies Record<string, Paper>;
export type PaperName = keyof typeof PAPERS;
export const PAPER_NAMES = Object.keys(PAPERS) as readonly PaperName[];

export const WHICH = ["due", "all", "changed-prices", "new"] as const;
export type Which = (typeof WHICH)[number];

export interface Wish {
  format: PaperName;
  lang: string;
  category: string;
  only: Which;
  /** The revision that "changed" and "new" are compared with; null for the one before. */
  since: number | null;
  copies: number;
  /** Labels of the first sheet that are used already. */
  skip: number;
  /** Which of the files, from 1, where there are several. */
  part: number;
}

/** What an address asks for: "only=changed-prices", "since=12", "category=fleece"; else what is out of date. */
export function wishOf(query: Readonly<Record<string, string>>, lang: string): Wish {
  const only = WHICH.find((each) => each === query.only) ?? "due";
  const since = /^\d{1,9}$/.test(query.since ?? "") ? Number(query.since) : null;
  const format = PAPER_NAMES.find((each) => each === query.format) ?? "a4-3x8";
  return { format, lang, category: query.category ?? "", only, since, copies: 1, skip: 0, part: 1 };
}

/** Only these two compare with an older revision. */
export const isSince = (only: Which): boolean => only === "changed-prices" || only === "new";

export const toServer = ({ category, skip, since, ...rest }: Wish): Omit<LabelWish, "shop"> => ({
  ...rest,
  categories: category ? [category] : [],
  skip: Math.min(skip, PAPERS[rest.format].places - 1),
  since: isSince(rest.only) ? since : null,
});

/** What is wished for once a file is made: the next file; of what is due, the rest begins with its first again. */
export const afterFile = (wish: Wish, parts: number): Wish =>
  wish.only !== "due" && wish.part < parts ? { ...wish, part: wish.part + 1 } : { ...wish, part: 1 };

/** A typed number within its bounds; what is no number is the lowest. */
export function within(text: string, low: number, high: number): number {
  const number = /^\d+$/.test(text.trim()) ? Number(text) : low;
  return Math.min(high, Math.max(low, number));
}
