/** Which answers could be let go, and what each would bring. No set of them is larger than it has to be. */
import { type Drop, isAccepted, isWithin, type Standing, smallest } from "./evaluate";

export interface Relaxation {
  drop: string[];
  /** How many more products it brings. */
  count: number;
  /** How many of these are counted in the shop in the size asked for. */
  in_size_in_stock: number;
}

const FEW = 4;

/** The best few: most in stock, then fewest answers lost, then most products. */
export function relaxations(found: readonly Standing[]): Relaxation[] {
  const missing = found.filter((each) => !isAccepted(each));
  const minimal = smallest(missing.flatMap((each) => each.broken));
  return minimal
    .map((drop) => offer(drop, missing))
    .sort(better)
    .slice(0, FEW);
}

function offer(drop: Drop, missing: readonly Standing[]): Relaxation {
  const brought = missing.filter((each) => each.broken.some((broken) => isWithin(broken, drop)));
  const anySize = drop.includes("size");
  const here = brought.filter((each) => (anySize ? each.stockAnySize : each.inStock) > 0);
  return { drop: [...drop], count: brought.length, in_size_in_stock: here.length };
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
