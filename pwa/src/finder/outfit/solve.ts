/**
 * The best outfit for every total at once: a multiple-choice knapsack, solved exactly.
 *
 * The same formulation and method as catalog/finder/outfit/solve.py, which says why it is exact; held to it by shared cases.
 */

/** Above the largest sum of weight times score: 100 slots of weight 10 and score 100. */
export const SCALE = 2 ** 20;

/** One piece in one slot: `gain` counts the slots it `fills` besides its own, too. The price is in cents. */
export interface Option {
  slot: number;
  ref: string;
  price: number;
  gain: number;
  fills: readonly number[];
}

/** What one slot has to choose from; one that must be filled has no empty choice. */
export interface Choice {
  options: readonly Option[];
  must: boolean;
}

/** A partial or whole outfit: its sums, and its options by slot. */
export interface State {
  price: number;
  gain: number;
  picks: readonly (Option | null)[];
}

type Way = readonly (Option | null)[];

/** The best outfits by rising price and gain; empty only where what must be filled excludes itself. */
export function frontier(choices: readonly Choice[]): State[] {
  return prune(alternatives(choices).flatMap(solve));
}

/** The choices once for each combination of slots that are filled from elsewhere. */
function alternatives(choices: readonly Choice[]): Choice[][] {
  const found: Choice[][] = [];
  for (const combination of product(choices.map(classesOf))) {
    const filled = new Set(combination.flat());
    if ([...filled].some((slot) => choices[slot]?.must || combination[slot]?.length)) continue;
    found.push(choices.map((choice, slot) => restricted(choice, combination[slot] ?? [], filled.has(slot))));
  }
  return found;
}

/** The different sets of further slots that the options of a slot fill; the empty one stands for none of them as well. */
function classesOf(choice: Choice): (readonly number[])[] {
  const classes = new Map(choice.options.map((option) => [option.fills.join(), option.fills]));
  if (!choice.must) classes.set("", []);
  return [...classes.values()];
}

function restricted(choice: Choice, fills: readonly number[], filled: boolean): Choice {
  if (filled) return { options: [], must: false };
  const key = fills.join();
  return {
    options: choice.options.filter((option) => option.fills.join() === key),
    must: choice.must || fills.length > 0,
  };
}

/** The frontier of choices of which none fills another slot. */
function solve(choices: readonly Choice[]): State[] {
  let states: State[] = [{ price: 0, gain: 0, picks: choices.map(() => null) }];
  for (const group of groupsOf(choices)) {
    const next: State[] = [];
    for (const way of together(choices, group)) for (const state of states) next.push(joined(state, way));
    states = prune(next);
  }
  return states;
}

function joined(state: State, way: Way): State {
  const picks = [...state.picks];
  let { price, gain } = state;
  for (const option of way) {
    if (!option) continue;
    picks[option.slot] = option;
    price += option.price;
    gain += option.gain;
  }
  return { price, gain, picks };
}

/** The slots in groups that share products. */
function groupsOf(choices: readonly Choice[]): number[][] {
  let groups: { members: number[]; refs: Set<string> }[] = [];
  choices.forEach((choice, slot) => {
    const joining = { members: [slot], refs: new Set(choice.options.map((option) => option.ref)) };
    const apart: typeof groups = [];
    for (const group of groups) {
      if (![...group.refs].some((ref) => joining.refs.has(ref))) apart.push(group);
      else {
        joining.members.push(...group.members);
        for (const ref of group.refs) joining.refs.add(ref);
      }
    }
    groups = [...apart, joining];
  });
  return groups.map(({ members }) => members.sort((a, b) => a - b));
}

/** The allowed and undominated ways to fill a group of slots, no product twice. */
function together(choices: readonly Choice[], group: readonly number[]): Way[] {
  const lists = group.map((slot): (Option | null)[] => {
    const { options, must } = choices[slot] as Choice;
    const kept = undominated(options, group.length);
    return must ? kept : [null, ...kept];
  });
  return product(lists).filter((way) => {
    const refs = way.flatMap((option) => (option ? [option.ref] : []));
    return refs.length === new Set(refs).size;
  });
}

/** Leave out what at least `rivals` others beat: the other slots of the group can take only rivals - 1 of them. */
function undominated(options: readonly Option[], rivals: number): Option[] {
  const kept: Option[] = [];
  const sorted = [...options].sort((a, b) => a.price - b.price || b.gain - a.gain || (a.ref < b.ref ? -1 : 1));
  for (const option of sorted) {
    if (kept.filter((other) => other.gain >= option.gain).length < rivals) kept.push(option);
  }
  return kept;
}

function product<T>(lists: readonly (readonly T[])[]): T[][] {
  let ways: T[][] = [[]];
  for (const list of lists) ways = ways.flatMap((way) => list.map((each) => [...way, each]));
  return ways;
}

/** Keep, by rising price, the states that gain more than every cheaper one; of equal ones the first references. */
export function prune(states: State[]): State[] {
  const kept: State[] = [];
  for (const state of states.sort((a, b) => a.price - b.price || b.gain - a.gain)) {
    const last = kept.at(-1);
    if (!last || state.gain > last.gain) kept.push(state);
    else if (state.gain === last.gain && state.price === last.price && isBefore(state, last))
      kept[kept.length - 1] = state;
  }
  return kept;
}

/** References in the order of the slots, an empty slot first. */
function isBefore(a: State, b: State): boolean {
  for (const [slot, pick] of a.picks.entries()) {
    const [one, other] = [pick?.ref ?? "", b.picks[slot]?.ref ?? ""];
    if (one !== other) return one < other;
  }
  return false;
}
