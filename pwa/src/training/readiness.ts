/** The readiness map: for each activity what is known of it, by family and condition. Pure. */
import type { Standing } from "./schedule";
import type { About, Card, CoverageCell } from "./types";

/** One line under a summit. */
export interface Cell {
  family: string | null;
  condition: string | null;
  cards: number;
  proven: number;
}

/** One mountain of the map: an activity, or what holds for all of them. */
export interface Massif {
  activity: string | null;
  cards: number;
  proven: number;
  cells: Cell[];
}

/** Count a person's own cells. */
export function ownCells(cards: readonly Card[], standings: ReadonlyMap<string, Standing>): CoverageCell[] {
  const cells = new Map<string, CoverageCell>();
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

/** Draw cells together into mountains, in the order of the finder's activities; what has none stands last. */
export function massifsOf(cells: readonly CoverageCell[], activities: readonly string[]): Massif[] {
  const found = new Map<string | null, Massif>();
  for (const { about, cards, proven } of cells) {
    const activity = about.activity ?? null;
    const massif = found.get(activity) ?? { activity, cards: 0, proven: 0, cells: [] };
    massif.cards += cards;
    massif.proven += proven;
    massif.cells.push({ family: about.family, condition: about.condition ?? null, cards, proven });
    found.set(activity, massif);
  }
  const place = (id: string | null): number => (id === null ? Number.POSITIVE_INFINITY : activities.indexOf(id));
  for (const { cells: own } of found.values()) own.sort((a, b) => b.cards - a.cards);
  return [...found.values()].sort((a, b) => place(a.activity) - place(b.activity));
}
