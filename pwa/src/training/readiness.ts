/** The readiness map: for each activity what is known of it, by family and condition. Pure. */
import type { Standing } from "./schedule";
import type { About, Card, MapCell } from "./types";

/** One line under a summit. */
export interface Cell {
  family: string | null;
  condition: string | null;
  cards: number;
  proven: number | null;
}

/** One mountain of the map: an activity, or what holds for all of them. */
export interface Massif {
  activity: string | null;
  cards: number;
  /** What is known of it, 0 to 1; null where nobody may say. */
  share: number | null;
  cells: Cell[];
}

/** Count a person's own places: in each, how many of its cards were answered rightly the last time. */
export function ownCells(cards: readonly Card[], standings: ReadonlyMap<string, Standing>): MapCell[] {
  const cells = new Map<string, MapCell & { proven: number }>();
  for (const { id, about } of cards) {
    const key = keyOf(about);
    const cell = cells.get(key) ?? { about, cards: 0, proven: 0 };
    cell.cards += 1;
    if (standings.get(id)?.proven) cell.proven += 1;
    cells.set(key, cell);
  }
  return [...cells.values()];
}

const keyOf = ({ activity, condition, family }: About): string => [activity, condition, family].join(" ");

/**
 * Draw places together into mountains, in the order of the finder's activities; what belongs to none stands last.
 *
 * `knownOf` says how much of a place is known, 0 to 1, or null; the places of a mountain count by their cards.
 */
export function massifsOf(
  cells: readonly MapCell[],
  activities: readonly string[],
  knownOf: (cell: MapCell) => number | null,
): Massif[] {
  const found = new Map<string | null, MapCell[]>();
  for (const cell of cells) {
    const activity = cell.about.activity ?? null;
    found.set(activity, [...(found.get(activity) ?? []), cell]);
  }
  const place = (id: string | null): number => (id === null ? Number.POSITIVE_INFINITY : activities.indexOf(id));
  return [...found]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([activity, own]) => ({
      activity,
      cards: own.reduce((sum, { cards }) => sum + cards, 0),
      share: shareOf(own, knownOf),
      cells: own.map(shown).sort((a, b) => b.cards - a.cards),
    }));
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
