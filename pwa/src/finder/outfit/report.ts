/** One outfit as plain data without words: what stands in each place, what else could, and what it all comes to. */
import type { OutfitNeed } from "../../catalogue/outfits";
import { best, type Composer, candidates, complete } from "./compose";
import type { Lacking, Offer, Piece } from "./pieces";
import { order, sizeToChoose } from "./pieces";
import type { Place } from "./plan";
import type { State } from "./solve";

export const ALTERNATIVES = 5;

export type EmptyReason = Lacking | "owned" | "not-needed" | "filled" | "budget";

export interface ToldPiece {
  ref: string;
  score: number;
  unknown_wishes: number;
  price_cents: number | null;
  reference_price_cents: number | null;
  gtin: string | null;
  size: string | null;
  /** Index into the product's colours. */
  colour: number | null;
  size_to_choose: boolean;
  stock: number | null;
  counted_at: string | null;
}

/** Another piece for the slot, the others kept. */
export interface Alternative extends ToldPiece {
  price_difference_cents: number | null;
  total_cents: number | null;
  /** Slots that it makes superfluous, and those that the present piece fills and this one would not. */
  drops: string[];
  opens: string[];
}

export interface OutfitPlace {
  id: string;
  needed: OutfitNeed;
  row: number;
  weight: number;
  owned: boolean;
  fixed: boolean;
  piece: ToldPiece | null;
  filled_by: string | null;
  alternatives: Alternative[];
  empty_reason: EmptyReason | null;
}

export interface OutfitWay {
  drop: string[];
  slots: string[];
  count: number | null;
  total_cents: number | null;
}

export interface Outfit {
  assumed: string[];
  slots: OutfitPlace[];
  total_cents: number | null;
  reference_total_cents: number | null;
  weight_g: number;
  weighed: number;
  pieces: number;
  score: number;
  budget_cents: number | null;
  over_budget: boolean;
  cheapest_complete_cents: number | null;
  left_out: string[];
  relaxations: OutfitWay[];
}

/** The outfit that a composer finds best within a budget. Without alternatives it costs less than a frame to make. */
export function report(made: Composer, budget: number | null, most = ALTERNATIVES): Outfit {
  const state = best(made, budget);
  const worn = wornIn(made, state);
  const filled = filledIn(state);
  const slots = made.places.map((place, index) => slotOf(made, state, worn.get(index), filled.get(index), place, most));
  const left_out = slots.flatMap((slot) =>
    slot.empty_reason === "budget" && slot.needed === "required" ? [slot.id] : [],
  );
  const { priced } = made.shop;
  const weights = [...worn.values()].flatMap((piece) => Number(piece.product.properties.weight_g?.value ?? 0) || []);
  const dearest = complete(made).price;
  return {
    assumed: [...made.assumed],
    slots,
    total_cents: priced ? state.price : null,
    reference_total_cents: priced ? sum([...worn.values()].map(reference)) : null,
    weight_g: sum(weights),
    weighed: weights.length,
    pieces: worn.size,
    score: scoreOf(made, worn, filled),
    budget_cents: budget,
    over_budget: budget !== null && state.price > budget,
    cheapest_complete_cents: priced ? dearest : null,
    left_out,
    relaxations: [
      ...(left_out.length ? [{ drop: ["budget_cents"], slots: left_out, count: null, total_cents: dearest }] : []),
      ...waysOf(made, slots),
    ],
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** The price before the reduction; of a piece that is not reduced, its price. */
const reference = ({ price, variant }: Piece): number => Math.max(price ?? 0, variant?.reference_price_cents ?? 0);

/** The piece of each slot that has one. */
export function wornIn(made: Composer, state: State): Map<number, Piece> {
  const worn = new Map<number, Piece>();
  state.picks.forEach((pick, slot) => {
    const piece = pick && candidates(made, slot).find((each) => each.product.ref === pick.ref);
    if (piece) worn.set(slot, piece);
  });
  return worn;
}

/** Of each slot that a piece of another fills, that other slot. */
function filledIn(state: State): Map<number, number> {
  return new Map(state.picks.flatMap((pick) => pick?.fills.map((slot) => [slot, pick.slot] as const) ?? []));
}

function slotOf(
  made: Composer,
  state: State,
  piece: Piece | undefined,
  from: number | undefined,
  place: Place,
  most: number,
): OutfitPlace {
  const index = made.places.indexOf(place);
  return {
    id: place.id,
    needed: place.needed,
    row: place.row,
    weight: place.weight,
    owned: made.without.has(place.id),
    fixed: made.fixed.has(place.id),
    piece: piece ? told(piece) : null,
    filled_by: from === undefined ? null : (made.places[from] as Place).id,
    alternatives: from === undefined ? alternatives(made, state, index, most) : [],
    empty_reason: piece ? null : reasonOf(made, index, from),
  };
}

/** Why a slot is empty. */
function reasonOf(made: Composer, index: number, from: number | undefined): EmptyReason {
  const place = made.places[index] as Place;
  if (made.without.has(place.id)) return "owned";
  if (place.needed === "none") return "not-needed";
  if (from !== undefined) return "filled";
  return made.offers[index]?.lacking ?? "budget";
}

/** What else could stand in a slot with all other pieces kept: the best few, the cheapest among them. */
export function alternatives(made: Composer, state: State, index: number, most = ALTERNATIVES): Alternative[] {
  if (most === 0) return [];
  const elsewhere = new Set(state.picks.flatMap((pick) => (pick ? [pick.ref] : [])));
  const found = suitedTo(made, state, index).filter((piece) => !elsewhere.has(piece.product.ref));
  const few = found.slice(0, most);
  if (found.length > most) {
    const cheapest = [...found].sort((a, b) => (a.price ?? 0) - (b.price ?? 0) || order(a, b))[0] as Piece;
    if (!few.includes(cheapest)) few[few.length - 1] = cheapest;
  }
  return few.map((piece) => alternativeOf(made, state, index, piece));
}

/** The pieces of a slot that are for the person whom the others are for. */
function suitedTo(made: Composer, state: State, index: number): Piece[] {
  const others = [...wornIn(made, state)].flatMap(([slot, piece]) => (slot === index ? [] : [piece.product.audience]));
  const [men, women] = [others.includes("men"), others.includes("women")];
  if (men === women) return candidates(made, index);
  const other = women ? "men" : "women";
  return candidates(made, index).filter((piece) => piece.product.audience !== other);
}

function alternativeOf(made: Composer, state: State, index: number, piece: Piece): Alternative {
  const now = state.picks[index] ?? null;
  const ids = made.places.map((place) => place.id);
  const idOf = (slot: number): string => ids[slot] as string;
  const drops = state.picks.flatMap((pick) =>
    pick && piece.fills.includes(idOf(pick.slot)) && !made.fixed.has(idOf(pick.slot)) ? [pick] : [],
  );
  const difference = (piece.price ?? 0) - (now?.price ?? 0) - sum(drops.map((pick) => pick.price));
  const { priced } = made.shop;
  return {
    ...told(piece),
    price_difference_cents: priced ? difference : null,
    total_cents: priced ? state.price + difference : null,
    drops: drops.map((pick) => idOf(pick.slot)),
    opens: (now?.fills ?? []).map(idOf).filter((id) => !piece.fills.includes(id)),
  };
}

function told(piece: Piece): ToldPiece {
  const { product, variant } = piece;
  return {
    ref: product.ref,
    score: piece.score,
    unknown_wishes: piece.unknownWishes,
    price_cents: piece.price,
    reference_price_cents: variant?.reference_price_cents ?? null,
    gtin: variant?.gtin ?? null,
    size: variant?.size ?? null,
    colour: variant?.colour ?? null,
    size_to_choose: sizeToChoose(piece),
    stock: piece.stock,
    counted_at: piece.countedAt,
  };
}

/** The weighted mean score over the slots filled; a required one that stays empty counts nothing. */
function scoreOf(made: Composer, worn: ReadonlyMap<number, Piece>, filled: ReadonlyMap<number, number>): number {
  let gained = 0;
  let total = 0;
  made.places.forEach(({ id, needed, weight }, index) => {
    const piece = worn.get(filled.get(index) ?? index);
    if (!piece && (needed !== "required" || made.without.has(id))) return;
    total += weight;
    gained += weight * (piece?.score ?? 0);
  });
  return total ? Math.floor(gained / total) : 0;
}

/** Which answers keep places empty: each smallest set of them with the places it would open. */
function waysOf(made: Composer, slots: readonly OutfitPlace[]): OutfitWay[] {
  const found = new Map<string, OutfitWay & { count: number }>();
  slots.forEach((slot, index) => {
    if (slot.piece || slot.filled_by !== null) return;
    for (const way of (made.offers[index] as Offer).relaxations) {
      // A grown-up's piece is no way out for a child.
      if (made.forChild && way.drop.includes("audience")) continue;
      const key = way.drop.join("\n");
      const known = found.get(key) ?? { drop: [...way.drop], slots: [], count: 0, total_cents: null };
      known.slots.push(slot.id);
      known.count += way.count;
      found.set(key, known);
    }
  });
  return [...found.entries()]
    .sort(([a, one], [b, other]) => {
      const more = other.slots.length - one.slots.length || one.drop.length - other.drop.length;
      return more || (a < b ? -1 : 1);
    })
    .map(([, way]) => way);
}
