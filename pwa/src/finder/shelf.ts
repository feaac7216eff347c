/** A shop's pieces by category, made ready once: a tap then touches only what may be wanted, and little memory of it. */
import type { Product } from "../catalogue/types";
import { type Sized, sized } from "./fit";

export interface Piece {
  product: Product;
  /** The product's verdicts, a byte each. */
  verdicts: Int8Array;
  /** Its variants as a whole, and by the sizes that were asked for. */
  whole: Sized;
  bySize: Map<string, Sized>;
}

type Shelf = ReadonlyMap<string, readonly Piece[]>;

const pieces = new WeakMap<Product, Piece>();
const shelves = new WeakMap<readonly Product[], Shelf>();

/** The pieces by category. A list of products is replaced, never changed. */
export function shelfOf(products: readonly Product[]): Shelf {
  let shelf = shelves.get(products);
  if (shelf === undefined) {
    shelf = byCategory(products);
    shelves.set(products, shelf);
  }
  return shelf;
}

function byCategory(products: readonly Product[]): Shelf {
  const shelf = new Map<string, Piece[]>();
  for (const product of products) {
    const beside = shelf.get(product.category);
    if (beside) beside.push(pieceOf(product));
    else shelf.set(product.category, [pieceOf(product)]);
  }
  return shelf;
}

function pieceOf(product: Product): Piece {
  let piece = pieces.get(product);
  if (piece === undefined) {
    const { variants } = product;
    const whole = sized(variants, variants, false, []);
    piece = { product, verdicts: Int8Array.from(product.verdicts), whole, bySize: new Map() };
    pieces.set(product, piece);
  }
  return piece;
}
