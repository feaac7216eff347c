/** What of a product's variants counts for a customer: sizes that fit, prices, stock and colours. */
import type { Product, Stock, Variant } from "../catalogue/types";
import { type Request, sizeFor } from "./request";
import type { Block, Piece } from "./shelf";
import { childSizes, fitting } from "./sizes";

type Levels = Stock["levels"];

interface Counted {
  /** How many of the variants were counted at all. */
  readonly counts: number;
  readonly total: number;
}

export interface Sized {
  /** The variants whose price counts, and the lowest of these prices. */
  priced: readonly Variant[];
  price: number | null;
  /** The variants whose stock and colour count. */
  here: readonly Variant[];
  /** Whether the asked size is not among them. */
  broken: boolean;
  fits: string[];
  /** The stock that was asked for last, and what was counted of them in it. */
  levels: Levels | null;
  counts: number;
  total: number;
  /** The families of their colours; null stands for one that is not known. */
  families: ReadonlySet<string | null> | null;
}

export function sized(priced: readonly Variant[], here: readonly Variant[], broken: boolean, fits: string[]): Sized {
  return { priced, price: cheapest(priced), here, broken, fits, levels: null, counts: 0, total: 0, families: null };
}

/** Hold the product's sizes against the size asked for, or a child's; a size that is not meant for it fits. */
function measure(asked: Request, piece: Piece, family: string): Sized {
  const { product } = piece;
  const size = sizeFor(asked, family);
  if (size !== null) return product.variants.length ? inSize(piece, size, product) : piece.whole;
  if (asked.size === null && asked.childCm !== null && product.audience === "kids")
    return forChild(piece, asked.childCm, asked.finder.parameters.child_heights, product);
  return piece.whole;
}

function inSize({ bySize }: Piece, size: string, { variants }: Product): Sized {
  let found = bySize.get(size);
  if (found === undefined) {
    const fits = fitting(
      size,
      variants.map((variant) => variant.size),
    );
    const chosen = variants.filter((variant) => fits.includes(variant.size));
    const measured = chosen.length ? chosen : variants;
    found = sized(measured, measured, chosen.length === 0, fits);
    bySize.set(size, found);
  }
  return found;
}

function forChild({ whole }: Piece, cm: number, heights: Record<string, number>, { variants }: Product): Sized {
  const fits = childSizes(
    cm,
    variants.map((variant) => variant.size),
    heights,
  );
  const chosen = variants.filter((variant) => fits.includes(variant.size));
  return { ...whole, here: chosen.length ? chosen : variants, fits, levels: null, families: null };
}

function cheapest(variants: readonly Variant[]): number | null {
  let low: number | null = null;
  for (const { price_cents } of variants) {
    if (price_cents !== null && (low === null || price_cents < low)) low = price_cents;
  }
  return low;
}

/** The pieces of a block in the sizes asked for, a column for each thing that a tap asks. */
export interface View {
  sized: readonly Sized[];
  /** The lowest price that counts, `UNPRICED` where there is none. */
  prices: Int32Array;
  /** Whether the asked size is that of `ALL` variants, of some, or `MISSING`. */
  parts: Uint8Array;
  /** What was counted of each piece in the stock that was asked for last. */
  inStock: InStock | null;
}

/** Of each piece how many of the variants that count were counted at all, and their total; replaced, never changed. */
export interface InStock {
  levels: Levels;
  counts: Int32Array;
  totals: Int32Array;
}

/** Stands for a price that is not known: such a piece comes after all others. */
export const UNPRICED = 2 ** 31 - 1;
export const ALL = 0;
export const MISSING = 1;
const SOME = 2;
const WHOLE = "whole";

/** The block in the size asked for its family, or a child's, or as a whole. */
export function viewOf(asked: Request, block: Block, family: string): View {
  return keptView(block, sizeKey(asked, family), (piece) => measure(asked, piece, family));
}

function sizeKey(asked: Request, family: string): string {
  const size = sizeFor(asked, family);
  if (size !== null) return `size ${size}`;
  return asked.size === null && asked.childCm !== null ? `child ${asked.childCm}` : WHOLE;
}

/** The block whatever the size. */
export const wholeOf = (block: Block): View => keptView(block, WHOLE, ({ whole }) => whole);

function keptView(block: Block, key: string, sizedOf: (piece: Piece) => Sized): View {
  let view = block.views.get(key);
  if (view === undefined) {
    const sized = block.pieces.map(sizedOf);
    const part = ({ broken, priced }: Sized, place: number): number => {
      if (broken) return MISSING;
      return priced.length === block.pieces[place]?.whole.priced.length ? ALL : SOME;
    };
    view = {
      sized,
      prices: Int32Array.from(sized, ({ price }) => price ?? UNPRICED),
      parts: Uint8Array.from(sized, part),
      inStock: null,
    };
    block.views.set(key, view);
  }
  return view;
}

/** Count what is in the shop of each piece; null where nobody knows. A stock is replaced, never changed. */
export function countAll({ levels }: Request, view: View): InStock | null {
  if (levels === null) return null;
  if (view.inStock?.levels !== levels) {
    const found = view.sized.map((each) => countedOf(levels, each));
    view.inStock = {
      levels,
      counts: Int32Array.from(found, ({ counts }) => counts),
      totals: Int32Array.from(found, ({ total }) => total),
    };
  }
  return view.inStock;
}

/** Count what is in the shop of the variants that count. */
function countedOf(levels: Levels, measured: Sized): Counted {
  if (measured.levels !== levels) count(levels, measured);
  return measured;
}

function count(levels: Levels, measured: Sized): void {
  measured.levels = levels;
  measured.counts = 0;
  measured.total = 0;
  for (const { gtin } of measured.here) {
    const level = levels[gtin];
    if (level) {
      measured.counts += 1;
      measured.total += level.quantity;
    }
  }
}

/** The families of the colours in which the variants that count are made. */
export function coloursOf(measured: Sized, { colours }: Product): ReadonlySet<string | null> {
  measured.families ??= new Set(measured.here.map(({ colour }) => colours[colour]?.family ?? null));
  return measured.families;
}
