/** A need as it is noted: the final answers, and what the finder proposes for them. */
import type { Answers } from "../../catalogue/types";
import type { PastNeed, Way } from "../../db";
import { rank } from "../../finder/rank";
import { ownLang, snapshot, stock } from "../../state";

export const MOST_PROPOSED = 10;

export interface AdviceSaid extends Record<string, unknown> {
  answers: Answers;
  lang: string;
  revision: number;
  source: Way;
  proposed: { ref: string; score?: number }[];
  remaining: number;
  /** How many of those that remain were counted here; null where no stock is known. */
  here: number | null;
  relaxed: readonly string[];
  /** The question that would have changed most, and was not asked. */
  next: string | null;
}

/** Write the need down; null while there is no catalogue to answer it from. */
export async function compose(past: PastNeed): Promise<AdviceSaid | null> {
  const catalogue = snapshot.peek();
  if (!catalogue) return null;
  const said = { answers: past.answers, lang: ownLang.peek(), revision: catalogue.revision, relaxed: past.relaxed };
  if (Object.keys(past.answers).length === 0) return { ...said, ...unasked(past) };
  const found = rank(catalogue.finder, catalogue.products, past.answers, stock.peek(), catalogue.products.length);
  const dressed = past.dressed ? await dressedIn(past.answers) : [];
  return {
    ...said,
    source: dressed.length > 0 ? "outfit" : past.spoken ? "words" : "finder",
    proposed:
      dressed.length > 0 ? dressed : found.results.slice(0, MOST_PROPOSED).map(({ ref, score }) => ({ ref, score })),
    remaining: found.remaining,
    here: stock.peek() ? found.results.filter(({ in_stock }) => in_stock > 0).length : null,
    next: found.next_question,
  };
}

/** Nothing was asked: the pieces that were looked at stand for themselves. */
function unasked({ favourites, looked }: PastNeed) {
  const refs = [...new Set([...favourites, ...looked.map(({ ref }) => ref)])];
  const source: Way = looked.some(({ way }) => way === "scan") ? "scan" : "search";
  return {
    source,
    proposed: refs.slice(0, MOST_PROPOSED).map((ref) => ({ ref })),
    remaining: refs.length,
    here: null,
    next: null,
  };
}

/** The pieces of the outfit that these answers compose, from the skin outwards. */
async function dressedIn(answers: Answers): Promise<{ ref: string; score: number }[]> {
  const { composer, report } = await import("../../finder/outfit");
  const catalogue = snapshot.peek();
  if (!catalogue?.finder.outfits || answers.activity === undefined) return [];
  const rules = catalogue.finder as Parameters<typeof composer>[0];
  const made = composer(rules, catalogue.products, answers, stock.peek(), { fixed: {}, without: [] });
  const places = report(made, answers.budget_cents ?? null, 0).slots;
  return places.flatMap(({ piece }) => (piece ? [{ ref: piece.ref, score: piece.score }] : [])).slice(0, MOST_PROPOSED);
}
