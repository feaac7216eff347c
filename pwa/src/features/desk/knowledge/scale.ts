/** A scale as a cell writes it ("10000: 60 | 20000: 100"), taken apart to be edited and put together again. */
import type { KnownScale, PreviewPiece } from "../../../lib/apiKnowledge";

/** As typed: what cannot be read is said at its row. */
export interface Point {
  place: string;
  degree: string;
}

export type PointProblem = "place" | "bounds" | "rising" | "degree";

export const readScale = (text: string): Point[] =>
  text.split("|").map((part) => {
    const colon = part.lastIndexOf(":");
    return { place: part.slice(0, colon).trim(), degree: part.slice(colon + 1).trim() };
  });

export const writeScale = (points: readonly Point[]): string =>
  points.map(({ place, degree }) => `${place}: ${degree}`).join(" | ");

/** A figure as somebody types it, with either minus; null where it is none. */
export const figure = (text: string): number | null => {
  const typed = text.trim().replace("\u2212", "-");
  return /^-?\d{1,6}$/.test(typed) ? Number(typed) : null;
};

export const isDegree = (text: string): boolean => {
  const degree = figure(text);
  return degree !== null && degree >= 0 && degree <= 100;
};

/** What is wrong with each point, if anything. */
export const problemsOf = (points: readonly Point[], scale: KnownScale): (PointProblem | null)[] =>
  points.map((point, index) => {
    const place = scale.kind === "words" ? null : placeProblem(point, points[index - 1], scale);
    return place ?? (isDegree(point.degree) ? null : "degree");
  });

function placeProblem(point: Point, before: Point | undefined, { low, high }: KnownScale): PointProblem | null {
  const at = figure(point.place);
  if (at === null) return "place";
  if (at < (low ?? at) || at > (high ?? at)) return "bounds";
  const last = before ? figure(before.place) : null;
  return last !== null && at <= last ? "rising" : null;
}

/** The points with one more: in the widest gap there is, on the line between its neighbours; else behind the last. */
export function withPoint(points: readonly Point[]): Point[] {
  const at = points.map(({ place }) => figure(place) ?? 0);
  const gaps = at.slice(1).map((right, i) => right - (at[i] ?? 0));
  const widest = Math.max(0, ...gaps);
  const left = widest > 1 ? gaps.indexOf(widest) : at.length - 1;
  const place = (at[left] ?? 0) + (widest > 1 ? Math.round(widest / 2) : 1);
  const added = { place: String(place), degree: String(Math.round(degreeAt(points, place))) };
  return [...points.slice(0, left + 1), added, ...points.slice(left + 1)];
}

/** The degree at a place of a curve, as the advice reads it; where a point cannot be read, as if it were not there. */
export function degreeAt(points: readonly Point[], place: number): number {
  const known = points.flatMap((point) => {
    const at = figure(point.place);
    return at !== null && isDegree(point.degree) ? [{ at, degree: Number(point.degree) }] : [];
  });
  const next = known.findIndex(({ at }) => place <= at);
  const right = known[next];
  const left = known[next - 1];
  if (!right) return known.at(-1)?.degree ?? 0;
  if (!left) return right.degree;
  return left.degree + ((right.degree - left.degree) * (place - left.at)) / (right.at - left.at);
}

/** Where a piece stands on the scale, at a level of need; null where it has no figure. */
export function placeOf({ value }: PreviewPiece, { kind }: KnownScale, level: number | null): number | null {
  if (typeof value !== "number" || kind === "words" || kind === "fine") return null;
  if (kind === "minus_need") return level === null ? null : value - level;
  if (kind === "percent_of_need") return level ? (value * 100) / level : null;
  return value;
}
