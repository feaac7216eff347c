/** Which answers stand in a piece's way. Many pieces break the same ones, so each set of them has a number. */

/** A set of answers to let go, sorted. */
export type Drop = readonly string[];

/** The number of the way of a piece that breaks nothing. No other way is open: each of its sets has an answer. */
export const PROPOSED = 0;
/** Stands where there is no second set. */
const NONE = -1;
/** More than there are sets: a pair of numbers makes one. */
const PAIR = 2 ** 26;

/** The sets met so far; number 0 is the empty one. */
export class Drops {
  /** What would have to go, in one of these ways: each way met so far. */
  readonly ways: Drop[][] = [[[]]];
  readonly #sets: Drop[] = [[]];
  readonly #numbers = new Map<string, number>([["", 0]]);
  readonly #larger: Map<string, number>[] = [];
  readonly #wayNumbers = new Map<number, number>([[NONE, 0]]);

  /** The number of a set with one more answer. */
  plus(set: number, name: string): number {
    this.#larger[set] ??= new Map();
    const known = this.#larger[set].get(name);
    if (known !== undefined) return known;
    const number = this.#numberOf(union(this.#sets[set] as Drop, [name]));
    this.#larger[set].set(name, number);
    return number;
  }

  /** The number of the ways out of one set, or of either of two. */
  way(set: number, other = NONE): number {
    const key = set * PAIR + other;
    let number = this.#wayNumbers.get(key);
    if (number === undefined) {
      const drops = other === NONE ? [set] : [set, other];
      number = this.ways.push(smallest(drops.map((each) => this.#sets[each] as Drop))) - 1;
      this.#wayNumbers.set(key, number);
    }
    return number;
  }

  #numberOf(set: Drop): number {
    const key = set.join("\n");
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#sets.push(set) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

/** Whether one of these ways asks nothing. */
export const isOpen = (ways: readonly Drop[]): boolean => ways.some((drop) => drop.length === 0);

/** Whether every answer of the first set is in the second. */
export const isWithin = (inner: Drop, outer: Drop): boolean => inner.every((name) => outer.includes(name));

/** The sets of which no other is a part. */
export function smallest(sets: readonly Drop[]): Drop[] {
  const distinct = [...new Map(sets.map((set) => [set.join("\n"), set])).values()];
  return distinct.filter((set) => !distinct.some((other) => other.length < set.length && isWithin(other, set)));
}

const union = (a: Drop, b: Drop): Drop => [...new Set([...a, ...b])].sort();
