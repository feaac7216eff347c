/** What of a product's variants counts for a customer: sizes that fit, prices and stock. */
import type { Product, Stock, Variant } from "../catalogue/types";
import { type Request, sizeFor } from "./request";
import { childSizes, fitting } from "./sizes";

export interface Sized {
  /** The variants whose price counts. */
  priced: readonly Variant[];
  /** The variants whose stock counts. */
  here: readonly Variant[];
  /** Whether the asked size is not among them. */
  broken: boolean;
  fits: string[];
}

/** Hold the product's sizes against the size asked for, or a child's; a size that is not meant for it fits. */
export function measure(asked: Request, product: Product, family: string): Sized {
  const { variants } = product;
  const size = sizeFor(asked, family);
  if (size !== null) return variants.length ? measureSize(size, variants) : all(variants);
  if (asked.size === null && asked.childCm !== null && product.audience === "kids")
    return measureChild(asked, asked.childCm, variants);
  return all(variants);
}

const all = (variants: readonly Variant[]): Sized => ({ priced: variants, here: variants, broken: false, fits: [] });

function measureSize(size: string, variants: readonly Variant[]): Sized {
  const fits = fitting(
    size,
    variants.map((variant) => variant.size),
  );
  const chosen = variants.filter((variant) => fits.includes(variant.size));
  const measured = chosen.length ? chosen : variants;
  return { priced: measured, here: measured, broken: chosen.length === 0, fits };
}

function measureChild(asked: Request, cm: number, variants: readonly Variant[]): Sized {
  const offered = variants.map((variant) => variant.size);
  const fits = childSizes(cm, offered, asked.finder.parameters.child_heights);
  const chosen = variants.filter((variant) => fits.includes(variant.size));
  return { priced: variants, here: chosen.length ? chosen : variants, broken: false, fits };
}

export function cheapest(variants: readonly Variant[]): number | null {
  let low: number | null = null;
  for (const { price_cents } of variants) {
    if (price_cents !== null && (low === null || price_cents < low)) low = price_cents;
  }
  return low;
}

export interface Counted {
  /** How many of the variants were counted at all. */
  counts: number;
  total: number;
}

const NOTHING: Counted = { counts: 0, total: 0 };

/** Count what is in the shop of some variants. */
export const counted = ({ levels }: Request, variants: readonly Variant[]): Counted =>
  levels === null ? NOTHING : count(levels, variants);

const pieces = new WeakMap<Stock["levels"], WeakMap<Product, Counted>>();

/** Count all of a piece: once for each stock, because every tap asks for it again. A stock is replaced, never changed. */
export function countedWhole({ levels }: Request, product: Product): Counted {
  if (levels === null) return NOTHING;
  const known = pieces.get(levels) ?? new WeakMap<Product, Counted>();
  pieces.set(levels, known);
  const found = known.get(product) ?? count(levels, product.variants);
  known.set(product, found);
  return found;
}

function count(levels: Stock["levels"], variants: readonly Variant[]): Counted {
  let counts = 0;
  let total = 0;
  for (const { gtin } of variants) {
    const level = levels[gtin];
    if (level) {
      counts += 1;
      total += level.quantity;
    }
  }
  return { counts, total };
}
