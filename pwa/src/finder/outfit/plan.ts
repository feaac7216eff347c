/** Which places of an outfit this situation fills: the row of each slot that holds. */
import type { OutfitNeed, OutfitRules, OutfitSlot } from "../../catalogue/outfits";
import type { Answers, Finder } from "../../catalogue/types";
import { type Context, holds, situation } from "../needs";

/** One slot in one situation: `row` is the place of its deciding row, `floor` the lowest score it takes. */
export interface Place {
  id: string;
  row: number;
  needed: OutfitNeed;
  weight: number;
  floor: number;
  wanted: string;
  categories: readonly string[];
}

/** The rules of a catalogue that has them. */
export type Rules = Finder & { outfits: OutfitRules };

/** The answers that speak of the person and the situation, and the names of those that were assumed. */
export function wearer(rules: OutfitRules, answers: Answers): { asked: Answers; assumed: string[] } {
  const { wanted: _piece, budget_cents: _price, ...asked } = answers;
  if (asked.activity !== undefined) return { asked, assumed: [] };
  return { asked: { ...asked, activity: rules.assume }, assumed: ["activity"] };
}

/** Every slot in the order of the rules, with what this situation asks of it. */
export function places(finder: Rules, answers: Answers): Place[] {
  const { context } = situation(finder.needs, answers);
  return finder.outfits.slots.map((slot) => placeOf(finder.outfits, slot, context));
}

function placeOf(rules: OutfitRules, slot: OutfitSlot, context: Context): Place {
  const row = slot.rows.findIndex((each) => holds(each.when, context));
  const found = slot.rows[row];
  return {
    id: slot.id,
    row,
    needed: found?.need ?? "none",
    weight: found?.weight ?? 0,
    floor: rules.floors[found?.need ?? "none"] ?? 0,
    wanted: found?.wanted ?? slot.wanted,
    categories: found?.categories ?? [],
  };
}
