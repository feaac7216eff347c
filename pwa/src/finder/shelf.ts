/** A shop's pieces by category, made ready once: a tap then walks flat columns, and little memory of them. */
import type { Product } from "../catalogue/types";
import { type Sized, sized, type View } from "./fit";

export interface Piece {
  product: Product;
  /** Its variants as a whole, and by the sizes that were asked for. */
  whole: Sized;
  bySize: Map<string, Sized>;
}

/** The pieces of a category, and what is asked of all of them at every tap, a column each. */
export interface Block {
  category: string;
  pieces: readonly Piece[];
  /** Criterion by criterion the verdict on each piece: that of `piece` stands at `criterion * pieces.length + piece`. */
  verdicts: Int8Array;
  /** The place of each piece's audience in `AUDIENCES`. */
  audiences: Int8Array;
  /** What of their variants counts, by what was asked of their sizes. */
  views: Map<string, View>;
}

export const AUDIENCES = ["men", "women", "unisex", "kids"] as const;

/** The pieces of a list of products, and by category where that was asked for. */
class Shelf {
  readonly #blocks = new Map<string, Block>();
  readonly #byCategory = new Map<string, Product[]>();

  constructor(products: readonly Product[]) {
    for (const product of products) {
      const beside = this.#byCategory.get(product.category);
      if (beside) beside.push(product);
      else this.#byCategory.set(product.category, [product]);
    }
  }

  /** The blocks of these categories; none for those without a piece. */
  blocks(categories: Iterable<string>): Block[] {
    const found: Block[] = [];
    for (const category of categories) {
      const products = this.#byCategory.get(category);
      if (products) found.push(this.#block(category, products));
    }
    return found;
  }

  #block(category: string, products: readonly Product[]): Block {
    let block = this.#blocks.get(category);
    if (block === undefined) {
      block = blockOf(category, products);
      this.#blocks.set(category, block);
    }
    return block;
  }
}

const pieces = new WeakMap<Product, Piece>();
const shelves = new WeakMap<readonly Product[], Shelf>();

/** The pieces by category. A list of products is replaced, never changed. */
export function shelfOf(products: readonly Product[]): Shelf {
  let shelf = shelves.get(products);
  if (shelf === undefined) {
    shelf = new Shelf(products);
    shelves.set(products, shelf);
  }
  return shelf;
}

function blockOf(category: string, products: readonly Product[]): Block {
  const count = products.length;
  const verdicts = new Int8Array(count * (products[0]?.verdicts.length ?? 0));
  products.forEach((product, place) => {
    for (let criterion = 0; criterion < product.verdicts.length; criterion++) {
      verdicts[criterion * count + place] = product.verdicts[criterion] as number;
    }
  });
  const audiences = Int8Array.from(products, ({ audience }) => (AUDIENCES as readonly string[]).indexOf(audience));
  return { category, pieces: products.map(pieceOf), verdicts, audiences, views: new Map() };
}

function pieceOf(product: Product): Piece {
  let piece = pieces.get(product);
  if (piece === undefined) {
    const { variants } = product;
    piece = { product, whole: sized(variants, variants, false, []), bySize: new Map() };
    pieces.set(product, piece);
  }
  return piece;
}
