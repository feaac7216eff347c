/** What was worked out of many pieces for one customer: counted as a whole, told piece by piece where somebody asks. */
import type { Product } from "../catalogue/types";
import type { Columns } from "./columns";
import { type Drop, PROPOSED } from "./drops";
import { type InStock, MISSING, UNPRICED, type View } from "./fit";
import type { Missing } from "./relax";
import type { Request } from "./request";
import type { Block } from "./shelf";
import type { Standing } from "./standing";

/** The pieces of a category in the sizes that count; they stand from `start` on in the columns. */
export interface Part {
  block: Block;
  family: string;
  start: number;
  view: View;
  /** What is in the shop in these sizes, and in any. */
  inSize: InStock | null;
  inAnySize: InStock | null;
}

const MILLION = 1_000_000;
/** How many are found without sorting all. */
const FEW = 64;

export class Found {
  readonly asked: Request;
  /** How many break nothing, and how many of these are in the shop. */
  readonly proposed: number;
  readonly here: number;
  readonly #parts: readonly Part[];
  readonly #columns: Columns;
  readonly #ways: readonly (readonly Drop[])[];
  #sorted: number[] | undefined;

  constructor(asked: Request, parts: readonly Part[], columns: Columns, ways: readonly (readonly Drop[])[]) {
    this.asked = asked;
    this.#parts = parts;
    this.#columns = columns;
    this.#ways = ways;
    [this.proposed, this.here] = this.#counted();
  }

  /** Each piece, in the order of the range. */
  all(): Standing[] {
    return this.#parts.flatMap((part) => part.block.pieces.map((_, place) => this.#standing(part, place)));
  }

  /** The best of those that break nothing, best first. */
  foremost(count: number): Standing[] {
    const places = this.#sorted || count > FEW ? this.#order() : this.#best(count);
    return places.slice(0, count).map((place) => this.#at(place));
  }

  /** A product, where it is of the kind that was looked at and breaks nothing. */
  of(product: Product): Standing | null {
    const part = this.#parts.find(({ block }) => block.category === product.category);
    const place = part?.block.pieces.findIndex((piece) => piece.product === product) ?? -1;
    if (!part || place < 0 || this.#columns.ways[part.start + place] !== PROPOSED) return null;
    return this.#standing(part, place);
  }

  /** How many of those that break nothing have at least this verdict on a criterion. */
  meeting(criterion: number, from: number): number {
    let meeting = 0;
    for (const { block, start } of this.#parts) {
      const count = block.pieces.length;
      for (let place = 0; place < count; place++) {
        const verdict = block.verdicts[criterion * count + place] ?? from - 1;
        if (verdict >= from && this.#columns.ways[start + place] === PROPOSED) meeting += 1;
      }
    }
    return meeting;
  }

  /** What breaks something, by what it breaks. */
  missing(): Missing[] {
    const found = this.#ways.map((broken): Missing => ({ broken, count: 0, here: 0, hereInAnySize: 0 }));
    for (const part of this.#parts) {
      for (let place = 0; place < part.block.pieces.length; place++) {
        const each = found[this.#columns.ways[part.start + place] as number] as Missing;
        each.count += 1;
        if (inStockOf(part, place) > 0) each.here += 1;
        if (totalOf(part.inAnySize, place) > 0) each.hereInAnySize += 1;
      }
    }
    return found.filter(({ count }, way) => way !== PROPOSED && count > 0);
  }

  #counted(): [number, number] {
    let proposed = 0;
    let here = 0;
    for (const part of this.#parts) {
      for (let place = 0; place < part.block.pieces.length; place++) {
        if (this.#columns.ways[part.start + place] !== PROPOSED) continue;
        proposed += 1;
        if (inStockOf(part, place) > 0) here += 1;
      }
    }
    return [proposed, here];
  }

  /** The first few, found in one walk: most pieces are worse than the last of them. */
  #best(count: number): number[] {
    const best: number[] = [];
    const { ways } = this.#columns;
    for (let place = 0; place < ways.length; place++) {
      if (ways[place] !== PROPOSED) continue;
      let rank = best.length;
      while (rank > 0 && this.#compare(place, best[rank - 1] as number) < 0) rank -= 1;
      if (rank < count) best.splice(rank, 0, place);
      if (best.length > count) best.pop();
    }
    return best;
  }

  #order(): number[] {
    if (this.#sorted === undefined) {
      this.#sorted = [];
      for (const [place, way] of this.#columns.ways.entries()) if (way === PROPOSED) this.#sorted.push(place);
      this.#sorted.sort((a, b) => this.#compare(a, b));
    }
    return this.#sorted;
  }

  /** As `order` compares standings, without making them. */
  #compare(a: number, b: number): number {
    const { forChild, unknownWishes, exact, prices } = this.#columns;
    const of = (column: Int32Array, place: number): number => column[place] as number;
    return (
      of(forChild, a) - of(forChild, b) ||
      of(unknownWishes, a) - of(unknownWishes, b) ||
      Math.floor(of(exact, b) / MILLION) - Math.floor(of(exact, a) / MILLION) ||
      of(prices, a) - of(prices, b) ||
      of(exact, b) - of(exact, a) ||
      (this.#refAt(a) < this.#refAt(b) ? -1 : 1)
    );
  }

  #partAt(place: number): Part {
    return this.#parts.findLast(({ start }) => start <= place) as Part;
  }

  #refAt(place: number): string {
    const { block, start } = this.#partAt(place);
    return block.pieces[place - start]?.product.ref as string;
  }

  #at(place: number): Standing {
    const part = this.#partAt(place);
    return this.#standing(part, place - part.start);
  }

  #standing(part: Part, place: number): Standing {
    const { block, family, start, view } = part;
    const of = (column: Int32Array): number => column[start + place] as number;
    const columns = this.#columns;
    const exact = of(columns.exact);
    const price = of(columns.prices);
    return {
      product: block.pieces[place]?.product as Product,
      family,
      broken: this.#ways[of(columns.ways)] as Drop[],
      fits: view.sized[place]?.fits as string[],
      inStock: inStockOf(part, place),
      stockAnySize: totalOf(part.inAnySize, place),
      priceCents: price === UNPRICED ? null : price,
      forChild: of(columns.forChild) === 1,
      unknownWishes: of(columns.unknownWishes),
      stock: of(columns.stock),
      colour: of(columns.colour),
      cheap: of(columns.cheap),
      score: Math.floor(exact / MILLION),
      exact,
    };
  }
}

const totalOf = (counted: InStock | null, place: number): number => counted?.totals[place] ?? 0;

const inStockOf = ({ view, inSize }: Part, place: number): number =>
  view.parts[place] === MISSING ? 0 : totalOf(inSize, place);
