/** Which wishes to offer: those that would divide the remaining pieces. */
import type { Answers, Finder, Wish } from "../../catalogue/types";
import type { Advice } from "../../finder";
import { wishState } from "../need/wishes";

const OFFERED = 12;

/** The pieces that remain, as far as wishes divide them. */
export type Remaining = Pick<Advice, "remaining" | "meeting">;

/** Those already said first, then by how evenly they divide what remains; with a filter, all whose name holds it. */
export function usefulWishes(finder: Finder, left: Remaining | null, answers: Answers, filter: string): Wish[] {
  const said = (wish: Wish) => wishState(answers, wish.id) !== "off";
  if (filter.trim()) {
    const word = plain(filter.trim());
    return finder.wishes.filter(
      (wish) => said(wish) || [wish.label, ...wish.aliases].some((name) => plain(name).includes(word)),
    );
  }
  const worth = new Map(finder.wishes.map((wish) => [wish, left ? divides(wish, left) : 0]));
  const by = (a: Wish, b: Wish) => Number(said(b)) - Number(said(a)) || (worth.get(b) ?? 0) - (worth.get(a) ?? 0);
  const offered = finder.wishes.filter((wish) => said(wish) || (worth.get(wish) ?? 0) > 0);
  const best = new Set([...offered].sort(by).slice(0, Math.max(OFFERED, offered.filter(said).length)));
  // In the finder's own order, so that no chip jumps from under the finger.
  return finder.wishes.filter((wish) => best.has(wish));
}

/** The smaller of the two parts that the wish makes of the remaining pieces. */
function divides(wish: Wish, left: Remaining): number {
  const meets = left.meeting(wish.criterion);
  return Math.min(meets, left.remaining - meets);
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
