/** What is asked next: a few cards, due ones first, then new ones from all over the range. Pure. */
import type { Standing } from "./schedule";
import type { Card } from "./types";

/** Three minutes between two customers. */
export const SESSION = 10;
/** New cards a day: each one comes back several times within the week. */
export const NEW_A_DAY = 20;

export interface Deck {
  /** To be asked again today, or because they have changed; the weightiest first. */
  due: Card[];
  /** Never answered, mixed over families. */
  unseen: Card[];
  /** How many new ones still fit into this day. */
  room: number;
  /** The next day on which something is due, after today; null where nothing is. */
  next: { day: string; count: number } | null;
}

/** Sort the cards by what is to be done with them today. */
export function deckOf(cards: readonly Card[], standings: ReadonlyMap<string, Standing>, today: string): Deck {
  const due: [Card, Standing][] = [];
  const unseen: Card[] = [];
  const later = new Map<string, number>();
  let begun = 0;
  for (const card of cards) {
    const standing = standings.get(card.id);
    if (!standing) unseen.push(card);
    else if (standing.due <= today) due.push([card, standing]);
    else later.set(standing.due, (later.get(standing.due) ?? 0) + 1);
    if (standing?.since === today) begun += 1;
  }
  due.sort(([a, one], [b, other]) => heavier(a, b) || order(one.due, other.due) || order(a.id, b.id));
  const first = [...later].sort(([a], [b]) => order(a, b))[0];
  return {
    due: due.map(([card]) => card),
    unseen: mixed(unseen),
    room: Math.max(0, NEW_A_DAY - begun),
    next: first ? { day: first[0], count: first[1] } : null,
  };
}

/** The cards of one session. With `beyond`, the day's limit of new ones does not count: somebody wants to go on. */
export function dealt({ due, unseen, room }: Deck, beyond = false): Card[] {
  const fresh = unseen.slice(0, beyond ? SESSION : room);
  return [...due, ...fresh].slice(0, SESSION);
}

/** How many cards are for today. */
export const forToday = ({ due, unseen, room }: Deck): number => due.length + Math.min(unseen.length, room);

/** Take the weightiest of each family in turn: ten cards about jackets would teach jackets alone. */
function mixed(cards: readonly Card[]): Card[] {
  const families = new Map<string | null, Card[]>();
  for (const card of [...cards].sort((a, b) => heavier(a, b) || order(a.id, b.id))) {
    const family = families.get(card.about.family);
    if (family) family.push(card);
    else families.set(card.about.family, [card]);
  }
  const piles = [...families.values()];
  const found: Card[] = [];
  for (let turn = 0; found.length < cards.length; turn++)
    for (const pile of piles) {
      const card = pile[turn];
      if (card) found.push(card);
    }
  return found;
}

const heavier = (a: Card, b: Card): number => b.weight - a.weight;
const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
