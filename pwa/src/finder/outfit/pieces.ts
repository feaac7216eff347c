/** What may fill a slot: pieces that keep every hard wish, suit well enough and can be had here, each in one variant. */
import type { OutfitCover } from "../../catalogue/outfits";
import type { Answers, Product, Stock, Variant } from "../../catalogue/types";
import type { Drop } from "../drops";
import { standings } from "../evaluate";
import { missingOf, type Relaxation, relaxations } from "../relax";
import { prepare } from "../request";
import { shelfOf } from "../shelf";
import { accepted, type Standing } from "../standing";
import type { Place, Rules } from "./plan";

type Levels = Stock["levels"];
/** Why a place has no piece. */
export type Lacking = "range" | "suited" | "stock" | "size" | "audience" | "wishes";

/** A product that may fill a slot, in the variant that is proposed. */
export interface Piece {
  product: Product;
  variant: Variant | null;
  score: number;
  /** What its score counts: an unknown on a hard wish is no keeping of it, so each takes its share. */
  value: number;
  unknownWishes: number;
  fits: readonly string[];
  price: number | null;
  /** Null where this variant was never counted. */
  stock: number | null;
  countedAt: string | null;
  /** The other slots that it makes superfluous. */
  fills: readonly string[];
}

/** The pieces of one slot, best first; where there is none, why, and what would bring one. */
export interface Offer {
  pieces: Piece[];
  lacking: Lacking | null;
  relaxations: Relaxation[];
}

export const NO_OFFER: Offer = { pieces: [], lacking: null, relaxations: [] };

/** What is sold. */
export interface Shop {
  finder: Rules;
  products: readonly Product[];
  levels: Levels | null;
  /** Whether anything has a price. */
  priced: boolean;
}

const priced = new WeakMap<readonly Product[], boolean>();

/** Products ready to be chosen from; looked through once for each catalogue. */
export function shopOf(finder: Rules, products: readonly Product[], levels: Levels | null): Shop {
  let hasPrices = priced.get(products);
  if (hasPrices === undefined) {
    hasPrices = products.some((product) => product.variants.some((variant) => variant.price_cents !== null));
    priced.set(products, hasPrices);
  }
  return { finder, products, levels, priced: hasPrices };
}

/** What may fill a place, best first: by value, then the lower price, then the reference. */
export function offer(shop: Shop, place: Place, answers: Answers): Offer {
  const found = standingsOf(shop, place, answers);
  const suitable = accepted(found).filter((each) => !each.forChild);
  const here = suitable.flatMap((each) => pieceOf(shop, place, each, true) ?? []);
  const pieces = here.filter((piece) => piece.score >= place.floor).sort(order);
  if (pieces.length) return { pieces, lacking: null, relaxations: [] };
  return {
    pieces,
    lacking: lackingOf(found, suitable, here),
    relaxations: suitable.length ? [] : relaxations(missingOf(found)),
  };
}

/** The best value, then the lower price, then the reference. */
export const order = (a: Piece, b: Piece): number =>
  b.value - a.value || (a.price ?? 0) - (b.price ?? 0) || (a.product.ref < b.product.ref ? -1 : 1);

/** A piece that the customer chose, whatever it breaks; null where it does not go in this place. */
export function chosen(shop: Shop, place: Place, answers: Answers, ref: string): Piece | null {
  const found = standingsOf(shop, place, answers).find((each) => each.product.ref === ref);
  return found ? pieceOf(shop, place, found, false) : null;
}

/** Several sizes, and nobody said which. */
export const sizeToChoose = ({ fits, product }: Piece): boolean =>
  fits.length === 0 && product.variants.some((variant) => variant.size !== product.variants[0]?.size);

/** The pieces of a place against the answers: each family is asked only what its pieces can have. */
function standingsOf(shop: Shop, place: Place, answers: Answers): Standing[] {
  const { families, size_kinds } = shop.finder.parameters;
  const kinds = new Set(Object.values(size_kinds));
  return [...new Set(place.categories.map((category) => families[category] as string))].flatMap((family) => {
    const categories = place.categories.filter((category) => families[category] === family);
    if (shelfOf(shop.products).blocks(categories).length === 0) return [];
    const asked = prepare(shop.finder, askedOf(shop.finder, place, answers, family), shop.levels);
    return standings(
      { ...asked, scene: { ...asked.scene, universe: new Set(categories), kinds } },
      shop.products,
    ).all();
  });
}

/** The answers as they concern a family: wishes that it can keep, and its own size before any other. */
function askedOf(finder: Rules, place: Place, answers: Answers, family: string): Answers {
  const asked: Answers = { ...answers, wanted: place.wanted };
  if (answers.sizes?.[finder.parameters.size_kinds[family] as string] !== undefined) delete asked.size;
  const possible = new Set<string>();
  finder.wishes.forEach((wish, index) => {
    if (finder.outfits.can[index]?.includes(family)) for (const name of [wish.id, ...wish.aliases]) possible.add(name);
  });
  for (const key of ["must", "prefer"] as const) {
    const wishes = asked[key];
    if (wishes) asked[key] = wishes.filter((name) => possible.has(name));
  }
  return asked;
}

function pieceOf(shop: Shop, place: Place, standing: Standing, strict: boolean): Piece | null {
  const { product, score, unknownWishes, fits } = standing;
  const variant = variantOf(shop, standing, strict);
  if (variant === null && (strict || product.variants.length > 0)) return null;
  const level = variant ? shop.levels?.[variant.gtin] : undefined;
  return {
    product,
    variant,
    score,
    value: Math.floor(score / (1 + unknownWishes)),
    unknownWishes,
    fits,
    price: variant?.price_cents ?? null,
    stock: level?.quantity ?? null,
    countedAt: level?.counted_at ?? null,
    fills: fillsOf(shop.finder, place.id, product),
  };
}

/** The variant to propose: the cheapest here, else the cheapest never counted; null where all are gone. */
function variantOf({ levels, priced }: Shop, { product, fits }: Standing, strict: boolean): Variant | null {
  let variants = product.variants.filter((each) => fits.length === 0 || fits.includes(each.size));
  if (priced) variants = variants.filter((each) => each.price_cents !== null);
  if (levels !== null) {
    const here = variants.filter((each) => (levels[each.gtin]?.quantity ?? 0) > 0);
    variants = here.length ? here : variants.filter((each) => !strict || levels[each.gtin] === undefined);
  }
  let best: Variant | null = null;
  for (const each of variants) if (best === null || (each.price_cents ?? 0) < (best.price_cents ?? 0)) best = each;
  return best;
}

/** The other slots that a piece in this slot makes superfluous, in the order of the rules. */
function fillsOf({ outfits }: Rules, slot: string, product: Product): string[] {
  const found = new Set<string>();
  for (const cover of outfits.covers) {
    if (cover.slot !== slot || !cover.categories.includes(product.category) || !passes(cover, product)) continue;
    for (const each of cover.fills) found.add(each);
  }
  return outfits.slots.flatMap((each) => (found.has(each.id) ? [each.id] : []));
}

function passes(cover: OutfitCover, product: Product): boolean {
  if (cover.gauge !== null) {
    const level = product.gauges[cover.gauge]?.level ?? null;
    return level !== null && level >= (cover.level ?? 0);
  }
  return cover.property === null || product.properties[cover.property]?.value === cover.value;
}

/** The first of range, audience, size, wishes, stock and score that leaves none. */
function lackingOf(found: readonly Standing[], suitable: readonly Standing[], here: readonly Piece[]): Lacking {
  if (found.length === 0) return "range";
  if (here.length) return "suited";
  if (suitable.length) return "stock";
  const drops = found.flatMap((each) => each.broken);
  const isSize = (drop: Drop): boolean => drop.length === 1 && drop[0] === "size";
  // Nothing broken: a child's piece where nobody asked for one.
  if (drops.some((drop) => drop.length === 0 || isSize(drop))) return drops.some(isSize) ? "size" : "audience";
  return drops.every((drop) => drop.includes("audience")) ? "audience" : "wishes";
}
