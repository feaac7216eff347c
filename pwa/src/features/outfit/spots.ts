/** Where each piece stands round the body, in hundredths of the drawing's width and height. Pure. */
import type { OutfitPlace } from "../../finder/outfit";

export interface Spot {
  place: OutfitPlace;
  /** Left and top edge, and the width, in per cent of the figure. */
  x: number;
  y: number;
  size: number;
}

interface Band {
  /** Top edge, and the width of one piece. */
  y: number;
  size: number;
  /** The pieces lie between these edges: alone in the middle, together fanned from left (skin) to right (shell). */
  from: number;
  to: number;
  /** How far apart two pieces of a fan lie at most, in widths. */
  apart?: number;
  slots: readonly string[];
}

const APART = 0.82;

/** From the head down. A fan overlaps; the last of it lies on top. */
const BANDS: readonly Band[] = [
  { slots: ["sleep"], y: 1, size: 22, from: 1, to: 23 },
  { slots: ["head"], y: 0.5, size: 19, from: 40.5, to: 59.5 },
  { slots: ["pack"], y: 0, size: 28, from: 71, to: 99 },
  { slots: ["base-top", "mid", "insulation", "shell"], y: 16.5, size: 41, from: 3, to: 97 },
  { slots: ["base-bottom", "legs", "legs-shell"], y: 50, size: 41, from: 14, to: 86, apart: 0.55 },
  { slots: ["hands"], y: 53.5, size: 19, from: 1, to: 20 },
  { slots: ["hands-spare"], y: 53.5, size: 19, from: 80, to: 99 },
  { slots: ["rope"], y: 72, size: 19, from: 80, to: 99 },
  { slots: ["socks", "shoes", "climbing-shoes", "gaiters"], y: 82.5, size: 21, from: 8, to: 92 },
];

/** What leaves a hole in the drawing: an empty place that a tap could fill. What the shop has not is said in the list. */
const OPEN: ReadonlySet<string> = new Set(["budget", "owned", "size", "wishes", "stock"]);

const isDrawn = (place: OutfitPlace): boolean => place.empty_reason === null || OPEN.has(place.empty_reason);

/** The spots of the places that this situation asks for. */
export function spots(places: readonly OutfitPlace[]): Spot[] {
  return BANDS.flatMap((band) => {
    const found = band.slots.flatMap((id) => places.filter((place) => place.id === id && isDrawn(place)));
    return found.map((place, at) => ({ place, y: band.y, size: band.size, x: left(band, at, found.length) }));
  });
}

function left({ from, to, size, apart = APART }: Band, at: number, count: number): number {
  const room = to - from - size;
  if (count === 1) return from + room / 2;
  // Few pieces lie close together: a fan of two is not torn apart.
  const step = Math.min(room / (count - 1), size * apart);
  return from + (room - step * (count - 1)) / 2 + at * step;
}
