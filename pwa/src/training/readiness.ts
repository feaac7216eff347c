/** The readiness map: what is known of each activity, and of each family of pieces, place by place. Pure. */
import type { Standing } from "./schedule";
import type { About, Card, MapCell } from "./types";

/** One line under a summit: a family in a condition. */
export interface Cell {
  family: string | null;
  condition: string | null;
  cards: number;
  proven: number | null;
}

/** One mountain of the map: an activity; what belongs to none lies under its family, or under nothing. */
export interface Massif {
  activity: string | null;
  family: string | null;
  cards: number;
  /** What is known of it, 0 to 1; null where nobody may say. */
  share: number | null;
  cells: Cell[];
}

/** Count a person's own places: in each, how many of its cards were answered rightly the last time. */
export function ownCells(cards: readonly Card[], standings: ReadonlyMap<string, Standing>): MapCell[] {
  const cells = new Map<string, MapCell & { proven: number }>();
  for (const { id, about } of cards) {
    const key = [about.activity, about.condition, about.family].join(" ");
    const cell = cells.get(key) ?? { about, cards: 0, proven: 0 };
    cell.cards += 1;
    if (standings.get(id)?.proven) cell.proven += 1;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

/** The mountain that a place belongs to. */
export const massifOf = ({ activity, family }: About): string =>
  activity ? `activity ${activity}` : `family ${family}`;

/**
 * Draw places together into mountains: activities in the finder's order, then families, those with the most cards first.
 *
 * `knownOf` says how much of a place is known, 0 to 1, or null; the places of a mountain count by their cards.
 */
export function massifsOf(
  cells: readonly MapCell[],
  activities: readonly string[],
  knownOf: (cell: MapCell) => number | null,
): Massif[] {
  const found = new Map<string, [MapCell, ...MapCell[]]>();
  for (const cell of cells) {
    const key = massifOf(cell.about);
    const known = found.get(key);
    if (known) known.push(cell);
    else found.set(key, [cell]);
  }
  const massifs = [...found.values()].map((own) => drawn(own, knownOf));
  const place = ({ activity }: Massif): number => (activity ? activities.indexOf(activity) : activities.length);
  const isNowhere = ({ activity, family }: Massif): number => Number(!activity && !family);
  return massifs.sort((a, b) => place(a) - place(b) || isNowhere(a) - isNowhere(b) || b.cards - a.cards);
}

function drawn(own: readonly [MapCell, ...MapCell[]], knownOf: (cell: MapCell) => number | null): Massif {
  const [{ about }] = own;
  return {
    activity: about.activity ?? null,
    family: about.activity ? null : about.family,
    cards: own.reduce((sum, { cards }) => sum + cards, 0),
    share: shareOf(own, knownOf),
    cells: own.map(shown).sort((a, b) => b.cards - a.cards),
  };
}

const shown = ({ about: { family, condition }, cards, proven }: MapCell): Cell => ({
  family,
  condition: condition ?? null,
  cards,
  proven,
});

function shareOf(cells: readonly MapCell[], knownOf: (cell: MapCell) => number | null): number | null {
  let cards = 0;
  let known = 0;
  for (const cell of cells) {
    const part = knownOf(cell);
    if (part === null) return null;
    cards += cell.cards;
    known += part * cell.cards;
  }
  return cards > 0 ? known / cards : 0;
}

/** How much of a person's own place is known. */
export const knownOfOwn = ({ cards, proven }: MapCell): number => (proven ?? 0) / cards;
