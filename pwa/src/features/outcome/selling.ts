/** Which variants a sale may have taken off the shelf. Pure. */
import type { Answers, Product, Stock, Variant } from "../../catalogue/types";
import type { Looked } from "../../db";
import { fitting, normalise } from "../../finder/sizes";

type Levels = Stock["levels"];

/** What is known of the customer. */
export interface Known {
  answers: Answers;
  looked: readonly Looked[];
  /** What has left the stock for them already, by GTIN. */
  sold: readonly string[];
}

export interface Offered {
  product: Product;
  /** The likely ones: the tag that was read, else the customer's size. */
  likely: readonly Variant[];
  /** Everything else of the piece that was ever counted. */
  others: readonly Variant[];
}

/**
 * The pieces whose stock can follow a sale, each with its variants.
 *
 * A variant that nobody counted has no figure to follow. A piece of which one has left for this customer is not asked
 * for again: one sale is counted once.
 */
export const sellable = (products: readonly Product[], levels: Levels, known: Known): Offered[] =>
  products.flatMap((product) => {
    if (product.variants.some(({ gtin }) => known.sold.includes(gtin))) return [];
    const counted = product.variants.filter(({ gtin }) => levels[gtin] !== undefined);
    if (counted.length === 0) return [];
    const likely = meant(product, counted, known);
    return [{ product, likely, others: counted.filter((variant) => !likely.includes(variant)) }];
  });

/** More than these are a list to search in, and no answer. */
const FEW = 4;

function meant(product: Product, counted: readonly Variant[], known: Known): readonly Variant[] {
  const read = known.looked.find(({ ref, gtin }) => ref === product.ref && gtin !== undefined)?.gtin;
  const scanned = counted.filter(({ gtin }) => gtin === read);
  if (scanned.length > 0) return scanned;
  const sizes = new Set(fits(product, known.answers));
  const own = counted.filter(({ size }) => sizes.has(size));
  const narrowed = own.length > 0 ? own : counted;
  return narrowed.length <= FEW ? narrowed : own.length > 0 ? own : [];
}

function fits(product: Product, { size, sizes }: Answers): string[] {
  const offered = product.variants.map((variant) => variant.size);
  const asked = [size, ...Object.values(sizes ?? {})].filter((one) => typeof one === "string");
  return asked.flatMap((one) => fitting(normalise(one), offered));
}
