/** Put together what an outfit is made from: the places of the situation, what may fill them, the best wholes. */
import type { Answers, Product, Stock } from "../../catalogue/types";
import { chosen, NO_OFFER, type Offer, offer, order, type Piece, type Shop, shopOf } from "./pieces";
import { type Place, places, type Rules, wearer } from "./plan";
import { frontier, type Option, prune, SCALE, type State } from "./solve";

/** What is settled already: pieces that the customer chose, and slots of which they have a piece. */
export interface Settled {
  fixed?: Readonly<Record<string, string>>;
  without?: readonly string[];
}

/** Everything that does not depend on the budget: a slider over `states` costs one search. */
export interface Composer {
  shop: Shop;
  assumed: readonly string[];
  places: readonly Place[];
  offers: readonly Offer[];
  fixed: ReadonlyMap<string, Piece>;
  without: ReadonlySet<string>;
  forChild: boolean;
  /** The best outfit for every total, by rising price. */
  states: readonly State[];
}

const PERSONS: readonly (readonly string[])[] = [
  ["men", "unisex", "kids"],
  ["women", "unisex", "kids"],
];

/** Prepare the outfits of one customer. A choice that does not go in its place (any more) is let go. */
export function composer(
  finder: Rules,
  products: readonly Product[],
  answers: Answers,
  stock: Pick<Stock, "levels"> | null = null,
  { fixed = {}, without = [] }: Settled = {},
): Composer {
  const shop = shopOf(finder, products, stock?.levels ?? null);
  const { asked, assumed } = wearer(finder.outfits, answers);
  const found = places(finder, asked);
  const owned = new Set(without);
  const own = fixedPieces(shop, found, asked, fixed, owned);
  const offers = found.map((place) =>
    place.needed === "none" || owned.has(place.id) ? NO_OFFER : offer(shop, place, asked),
  );
  const persons = answers.audience === undefined ? PERSONS : [];
  const states = statesOf(found, offers, own, owned, persons);
  return { shop, assumed, places: found, offers, fixed: own, without: owned, forChild: isChild(answers), states };
}

const isChild = (answers: Answers): boolean => answers.audience === "kids";

function fixedPieces(
  shop: Shop,
  found: readonly Place[],
  asked: Answers,
  fixed: Readonly<Record<string, string>>,
  owned: ReadonlySet<string>,
): Map<string, Piece> {
  const own = new Map<string, Piece>();
  for (const [slot, ref] of Object.entries(fixed)) {
    const place = found.find((each) => each.id === slot);
    if (!place || owned.has(slot)) continue;
    const piece = chosen(shop, place, asked, ref);
    if (piece && ![...own.values()].some((other) => other.product.ref === ref)) own.set(slot, piece);
  }
  return own;
}

/** The frontier. Where nobody said for whom, an outfit is for a man or for a woman, never half and half. */
function statesOf(
  found: readonly Place[],
  offers: readonly Offer[],
  own: ReadonlyMap<string, Piece>,
  owned: ReadonlySet<string>,
  persons: readonly (readonly string[])[],
): State[] {
  const open = new Set(
    found.flatMap(({ id, needed }) => (needed === "none" || owned.has(id) || own.has(id) ? [] : [id])),
  );
  const lists = found.map((place, index) => {
    const fixed = own.get(place.id);
    const pieces = fixed ? [fixed] : (offers[index]?.pieces ?? []);
    return pieces.map((piece) => ({ piece, option: optionOf(found, index, piece, open) }));
  });
  const solved = (keep: (piece: Piece) => boolean): State[] =>
    frontier(
      lists.map((list, index) => ({
        options: list.flatMap(({ piece, option }) => (keep(piece) ? [option] : [])),
        must: own.has((found[index] as Place).id),
      })),
    );
  const fitting = persons.filter((suited) =>
    [...own.values()].every((piece) => suited.includes(piece.product.audience)),
  );
  const states = fitting.flatMap((suited) => solved((piece) => suited.includes(piece.product.audience)));
  return states.length ? prune(states) : solved(() => true);
}

function optionOf(found: readonly Place[], index: number, piece: Piece, open: ReadonlySet<string>): Option {
  const fills = found.flatMap(({ id }, slot) => (piece.fills.includes(id) && open.has(id) ? [slot] : []));
  let gain = 0;
  for (const slot of [index, ...fills]) {
    const { weight, needed } = found[slot] as Place;
    gain += weight * piece.value + (needed === "required" ? weight * SCALE : 0);
  }
  return { slot: index, ref: piece.product.ref, price: piece.price ?? 0, gain, fills };
}

/** The best outfit within the budget; where even the chosen pieces cost more, the cheapest with them. */
export function best({ states }: Composer, budget: number | null): State {
  let low = 0;
  let high = states.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (budget === null || (states[middle] as State).price <= budget) low = middle + 1;
    else high = middle;
  }
  return states[Math.max(0, low - 1)] as State;
}

const required = (state: State): number => Math.floor(state.gain / SCALE);

/** The cheapest of the outfits that fill as many required slots as can be filled here. */
export function complete({ states }: Composer): State {
  const most = required(states.at(-1) as State);
  return states.find((state) => required(state) === most) as State;
}

/** What may fill a slot, the customer's own choice included. */
export function candidates(made: Composer, slot: number): Piece[] {
  const pieces = made.offers[slot]?.pieces ?? [];
  const own = made.fixed.get((made.places[slot] as Place).id);
  if (!own) return pieces;
  return [own, ...pieces.filter((piece) => piece.product.ref !== own.product.ref)].sort(order);
}
