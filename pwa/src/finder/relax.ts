/** Which answers could be let go, and what each would bring. No set of them is larger than it has to be. */
import { type Drop, isOpen, isWithin, smallest } from "./drops";
import type { Standing } from "./standing";

export interface Relaxation {
  drop: string[];
  /** How many more products it brings. */
  count: number;
  /** How many of these are counted in the shop in the size asked for. */
  in_size_in_stock: number;
}

/** Pieces that break the same answers: how many, and how many of them are in the shop. */
export interface Missing {
  broken: readonly Drop[];
  count: number;
  here: number;
  hereInAnySize: number;
}

const FEW = 4;

/** The best few: most in stock, then fewest answers lost, then most products. */
export function relaxations(missing: readonly Missing[]): Relaxation[] {
  return smallest(missing.flatMap(({ broken }) => broken))
    .map((drop) => offer(drop, missing))
    .sort(better)
    .slice(0, FEW);
}

/** Those of some pieces that break something. */
export function missingOf(found: readonly Standing[]): Missing[] {
  return found
    .filter(({ broken }) => !isOpen(broken))
    .map(({ broken, inStock, stockAnySize }) => ({
      broken,
      count: 1,
      here: inStock > 0 ? 1 : 0,
      hereInAnySize: stockAnySize > 0 ? 1 : 0,
    }));
}

function offer(drop: Drop, missing: readonly Missing[]): Relaxation {
  const anySize = drop.includes("size");
  let count = 0;
  let here = 0;
  for (const each of missing) {
    if (!each.broken.some((broken) => isWithin(broken, drop))) continue;
    count += each.count;
    here += anySize ? each.hereInAnySize : each.here;
  }
  return { drop: [...drop], count, in_size_in_stock: here };
}

function better(a: Relaxation, b: Relaxation): number {
  return (
    b.in_size_in_stock - a.in_size_in_stock ||
    a.drop.length - b.drop.length ||
    b.count - a.count ||
    compare(a.drop, b.drop)
  );
}

/** Names in order, as Python compares lists of words. */
function compare(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((name, index) => name !== b[index]);
  if (place < 0) return a.length - b.length;
  return (a[place] as string) < (b[place] as string) ? -1 : 1;
}
