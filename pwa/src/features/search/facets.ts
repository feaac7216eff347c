/** What the results can be narrowed by, with how many would remain. */
import type { Product, Stock } from "../../catalogue/types";

export interface Narrowing {
  category?: string | undefined;
  audience?: string | undefined;
  /** A size that was counted here, at least one piece. */
  size?: string | undefined;
  /** What it is made for, as the maker says. */
  activity?: string | undefined;
  /** A band of the lowest price, as "from-to" in cents. */
  price?: string | undefined;
}
export type Facet = keyof Narrowing;
export const FACETS: readonly Facet[] = ["category", "audience", "size", "activity", "price"];

export interface Option {
  id: string;
  count: number;
}

/** By the stock, which is replaced and never changed: a key of the search field asks for thousands of pieces. */
const counted = new WeakMap<Stock, WeakMap<Product, string[]>>();

/** The sizes of a product that are in this shop. */
export function sizesHere(product: Product, stock: Stock | null): string[] {
  if (!stock) return [];
  let known = counted.get(stock);
  if (!known) {
    known = new WeakMap();
    counted.set(stock, known);
  }
  let sizes = known.get(product);
  if (!sizes) {
    const here = product.variants.filter((variant) => (stock.levels[variant.gtin]?.quantity ?? 0) > 0);
    sizes = [...new Set(here.map((variant) => variant.size))].sort(bySize);
    known.set(product, sizes);
  }
  return sizes;
}

/** Where one band of prices ends and the next begins, in cents. */
const BOUNDS = [0, 5_000, 10_000, 20_000, 40_000];

/** The band of a price: its ends in cents, the last one open. */
export function bandOf(cents: number): string {
  const next = BOUNDS.findIndex((bound) => bound > cents);
  return next < 0 ? `${BOUNDS.at(-1)}-` : `${BOUNDS[next - 1] ?? 0}-${BOUNDS[next]}`;
}

function bandsOf(product: Product): string[] {
  const prices = product.variants.map((variant) => variant.price_cents);
  return prices.length ? [bandOf(Math.min(...prices))] : [];
}

type Holds = (product: Product) => readonly string[];

/** Give the narrowing of one list of products, computed once for all counts. */
export function narrow(products: readonly Product[], chosen: Narrowing, stock: Stock | null) {
  const values: Record<Facet, Holds> = {
    category: (product) => [product.category],
    audience: (product) => [product.audience],
    size: (product) => sizesHere(product, stock),
    activity: (product) => product.activities,
    price: bandsOf,
  };
  const fits = (product: Product, facet: Facet) => {
    const wanted = chosen[facet];
    return wanted === undefined || values[facet](product).includes(wanted);
  };
  /** Each facet counts what the others leave, so that a count is what one tap brings. */
  const options = (facet: Facet): Option[] => {
    const counts = new Map<string, number>();
    for (const product of products) {
      if (!FACETS.every((other) => other === facet || fits(product, other))) continue;
      for (const value of values[facet](product)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].map(([id, count]) => ({ id, count }));
  };
  const left = (facet: Facet | null): Product[] =>
    products.filter((product) => FACETS.every((other) => other === facet || fits(product, other)));
  return {
    products: left(null),
    options,
    /** How many there are without one of the choices. */
    without: (facet: Facet): number => left(facet).length,
  };
}

const LETTERS = ["XXXS", "XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL"];

/** Letters from small to large, then numbers, then words. */
export function bySize(a: string, b: string): number {
  return rank(a) - rank(b) || a.localeCompare(b, undefined, { numeric: true });
}

function rank(size: string): number {
  const letters = LETTERS.findIndex(
    (name) => size === name || size.startsWith(`${name}/`) || size.startsWith(`${name}-`),
  );
  if (letters >= 0) return letters;
  return /^\d/.test(size) ? 100 : 200;
}
