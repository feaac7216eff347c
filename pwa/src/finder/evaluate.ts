/** Hold all pieces against one customer's answers, a column at a time; twice as many pieces take twice as long. */
import type { Product } from "../catalogue/types";
import { Columns } from "./columns";
import { Drops, PROPOSED } from "./drops";
import { ALL, coloursOf, countAll, type InStock, MISSING, UNPRICED, type View, viewOf, wholeOf } from "./fit";
import { Found, type Part } from "./found";
import { type Active, activeFor, type Request, type Wished } from "./request";
import { AUDIENCES, type Block, shelfOf } from "./shelf";
import { NOT_APPLICABLE, UNKNOWN, weightOf } from "./standing";

/** Whose pieces suit whom. */
const SUITED: Record<string, readonly string[]> = {
  men: ["men", "unisex"],
  women: ["women", "unisex"],
  kids: ["kids"],
  unisex: ["unisex"],
};
const KIDS = AUDIENCES.indexOf("kids");
const MILLION = 1_000_000;

/** The standing of each product of the kind that is wanted; where there is none, of all, each with `wanted` broken. */
export function standings(request: Request, products: readonly Product[]): Found {
  const { families, size_kinds } = request.finder.parameters;
  const shelf = shelfOf(products);
  const wanted = shelf.blocks(request.scene.universe);
  if (wanted.length > 0) return hold(request, wanted, null);
  const kinds = new Set(Object.values(size_kinds));
  return hold({ ...request, scene: { ...request.scene, kinds } }, shelf.blocks(Object.keys(families)), "wanted");
}

function hold(asked: Request, blocks: readonly Block[], against: string | null): Found {
  const drops = new Drops();
  const columns = new Columns(blocks.reduce((sum, { pieces }) => sum + pieces.length, 0));
  const parts: Part[] = [];
  let start = 0;
  for (const block of blocks) {
    const part = partOf(asked, block, start);
    findBroken(asked, part, columns, drops, against);
    findUnknown(asked, part, columns);
    weigh(asked, part, columns);
    parts.push(part);
    start += block.pieces.length;
  }
  if (asked.cheap) addPrices(asked, columns);
  for (let place = 0; place < columns.count; place++) {
    const weight = columns.weights[place] as number;
    columns.exact[place] = weight ? Math.floor(((columns.gained[place] as number) * MILLION) / weight) : 0;
  }
  return new Found(asked, parts, columns, drops.ways);
}

function partOf(asked: Request, block: Block, start: number): Part {
  const family = asked.finder.parameters.families[block.category] as string;
  const view = viewOf(asked, block, family);
  return { block, family, start, view, inSize: countAll(asked, view), inAnySize: countAll(asked, wholeOf(block)) };
}

/** The hard answers that each piece breaks: the kind, the wearer, the wishes, the budget, the size. */
function findBroken(asked: Request, part: Part, { ways }: Columns, drops: Drops, against: string | null): void {
  const { start, view, block } = part;
  const whole = wholeOf(block);
  const count = block.pieces.length;
  const fixed = fixedBroken(asked, block, drops, against);
  const budget = asked.answers.budget_cents ?? UNPRICED;
  for (let place = 0; place < count; place++) {
    const set = fixed[place] as number;
    const here = overIn(drops, set, view, place, budget);
    const sizes = view.parts[place] as number;
    if (sizes !== MISSING && here === 0) continue;
    if (sizes === ALL) {
      ways[start + place] = drops.way(here);
      continue;
    }
    const resized = overIn(drops, drops.plus(set, "size"), whole, place, budget);
    ways[start + place] = sizes === MISSING ? drops.way(resized) : drops.way(here, resized);
  }
}

function overIn(drops: Drops, set: number, { prices }: View, place: number, budget: number): number {
  const price = prices[place] as number;
  return price !== UNPRICED && price > budget ? drops.plus(set, "budget_cents") : set;
}

/** The hard answers that another size would not mend, as the number of their set. */
function fixedBroken(asked: Request, block: Block, drops: Drops, against: string | null): Int32Array {
  const { meets_from } = asked.finder.parameters;
  const sets = new Int32Array(block.pieces.length);
  if (against !== null) sets.fill(drops.plus(0, against));
  const breakBy = (name: string, isBroken: (place: number) => boolean): void => {
    for (let place = 0; place < sets.length; place++) {
      if (isBroken(place)) sets[place] = drops.plus(sets[place] as number, name);
    }
  };
  const wearer = asked.answers.audience;
  if (wearer !== undefined) {
    const suits = AUDIENCES.map((audience) => SUITED[wearer]?.includes(audience) ?? false);
    breakBy("audience", (place) => !suits[block.audiences[place] as number]);
  }
  for (const { name, criterion } of asked.must) {
    const verdicts = columnOf(block, criterion);
    breakBy(name, (place) => {
      const verdict = verdicts[place] as number;
      return verdict !== UNKNOWN && verdict < meets_from;
    });
  }
  for (const { name, criterion } of asked.mustNot) {
    const verdicts = columnOf(block, criterion);
    breakBy(name, (place) => (verdicts[place] as number) >= meets_from);
  }
  return sets;
}

function columnOf({ verdicts, pieces }: Block, criterion: number): Int8Array {
  return verdicts.subarray(criterion * pieces.length, (criterion + 1) * pieces.length);
}

/** Count the hard wishes of which nobody knows whether a piece keeps them. */
function findUnknown(asked: Request, { start, block, view }: Part, { unknownWishes, prices, forChild }: Columns): void {
  const count = block.pieces.length;
  const isBudget = asked.answers.budget_cents !== undefined;
  for (let place = 0; place < count; place++) {
    const price = view.prices[place] as number;
    prices[start + place] = price;
    unknownWishes[start + place] = isBudget && price === UNPRICED ? 1 : 0;
    forChild[start + place] = !asked.forWhom && block.audiences[place] === KIDS ? 1 : 0;
  }
  const add = ({ criterion }: Wished): void => {
    const verdicts = columnOf(block, criterion);
    for (let place = 0; place < count; place++) {
      if (verdicts[place] === UNKNOWN) (unknownWishes[start + place] as number) += 1;
    }
  };
  asked.must.forEach(add);
  asked.mustNot.forEach(add);
}

/** Add up what speaks for each piece: its criteria, the wishes, what stays open of any piece, and what is in the shop. */
function weigh(asked: Request, part: Part, columns: Columns): void {
  const { doubt_weight, stock_weight, unknown_degree } = asked.finder.parameters;
  const { start, block } = part;
  const end = start + block.pieces.length;
  columns.weights.fill(doubt_weight, start, end);
  columns.gained.fill(doubt_weight * unknown_degree, start, end);
  addVerdicts(asked, part, columns, activeFor(asked, part.family));
  addVerdicts(asked, part, columns, asked.wishes);
  columns.cheap.fill(NOT_APPLICABLE, start, end);
  findStock(part, columns.stock);
  addDegrees(asked, columns, columns.stock, stock_weight, start, end);
  findColours(asked, part, columns.colour);
  if (asked.colour === null) return;
  addDegrees(asked, columns, columns.colour, weightOf(asked, asked.colour.criterion), start, end);
}

/** Add what criteria give; the hottest loop of the ranking, so it makes nothing. */
function addVerdicts(asked: Request, { start, block }: Part, columns: Columns, { criteria, weights }: Active): void {
  const { weights: sums, gained } = columns;
  const unknown = asked.finder.parameters.unknown_degree;
  const count = block.pieces.length;
  for (let at = 0; at < criteria.length; at++) {
    const verdicts = columnOf(block, criteria[at] as number);
    const weight = weights[at] as number;
    for (let place = 0; place < count; place++) {
      const degree = verdicts[place] as number;
      if (degree === NOT_APPLICABLE) continue;
      (sums[start + place] as number) += weight;
      (gained[start + place] as number) += weight * (degree === UNKNOWN ? unknown : degree);
    }
  }
}

/** Add what a live column gives to the pieces from `start` to `end`. */
function addDegrees(
  { finder }: Request,
  { weights, gained }: Columns,
  degrees: Int32Array,
  weight: number,
  start: number,
  end: number,
): void {
  const unknown = finder.parameters.unknown_degree;
  for (let place = start; place < end; place++) {
    const degree = degrees[place] as number;
    if (degree === NOT_APPLICABLE) continue;
    (weights[place] as number) += weight;
    (gained[place] as number) += weight * (degree === UNKNOWN ? unknown : degree);
  }
}

/** Whether each piece is in the shop in the size that counts. */
function findStock({ start, block, view, inSize }: Part, stock: Int32Array): void {
  for (let place = 0; place < block.pieces.length; place++) {
    stock[start + place] = inSize === null ? NOT_APPLICABLE : stockOf(view, inSize, place);
  }
}

function stockOf({ sized }: View, { counts, totals }: InStock, place: number): number {
  if (counts[place]) return totals[place] ? 100 : 0;
  return sized[place]?.here.length ? UNKNOWN : NOT_APPLICABLE;
}

/** Whether one of the variants that count is of the colour asked for. */
function findColours({ colour }: Request, { start, block, view }: Part, colours: Int32Array): void {
  if (colour === null) {
    colours.fill(NOT_APPLICABLE, start, start + block.pieces.length);
    return;
  }
  block.pieces.forEach(({ product }, place) => {
    const sized = view.sized[place];
    colours[start + place] = sized ? hasColour(coloursOf(sized, product), colour.name) : UNKNOWN;
  });
}

function hasColour(families: ReadonlySet<string | null>, name: string): number {
  if (families.has(name)) return 100;
  return families.size === 0 || families.has(null) ? UNKNOWN : 0;
}

/** Where a low price is wished, add how each price lies between the lowest and the highest proposed. */
function addPrices(asked: Request, columns: Columns): void {
  const { prices, ways, cheap, count } = columns;
  let low = UNPRICED;
  let high = 0;
  for (let place = 0; place < count; place++) {
    const price = prices[place] as number;
    if (price === UNPRICED || ways[place] !== PROPOSED) continue;
    low = Math.min(low, price);
    high = Math.max(high, price);
  }
  for (let place = 0; place < count; place++) cheap[place] = cheapness(prices[place] as number, low, high);
  addDegrees(asked, columns, cheap, weightOf(asked, asked.finder.parameters.cheap_criterion), 0, count);
}

function cheapness(price: number, low: number, high: number): number {
  if (price === UNPRICED) return UNKNOWN;
  if (high <= low) return 100;
  return Math.max(0, Math.min(100, Math.floor((100 * (high - price)) / (high - low))));
}
