/** Body heights: "1m28", "128 cm", "5 ft 9". */
import type { Quantity } from "./quantities";
import { before, isRole, type Reading, say } from "./reading";

/** Shorter is a foot or a chest, longer no person. */
const SHORTEST_MM = 600;
const TALLEST_MM = 2150;
const MM_IN_AN_INCH = 25.4;
const MM = { cm: 10, metre: 1000, foot: 304.8 } as const;

export function heightOf(reading: Reading, quantity: Quantity): boolean {
  const { items } = reading;
  if (isRole(items[before(items, quantity.start)], "measure")) return false;
  const unit = quantity.unit as keyof typeof MM;
  const more = furtherOf(reading, quantity, unit);
  const value = Math.floor(quantity.high * MM[unit] + more.mm + 0.5);
  if (value < SHORTEST_MM || value > TALLEST_MM) return false;
  say(reading, { key: "height_mm", value, start: quantity.start, end: quantity.end + more.items });
  return true;
}

/** The 28 of "1m28" and "1 metro e 28", and the 9 of "5 ft 9". */
function furtherOf(reading: Reading, quantity: Quantity, unit: string): { mm: number; items: number } {
  const { items } = reading;
  const linked = unit === "metre" && isRole(items[quantity.end], "and");
  const at = linked ? quantity.end + 1 : quantity.end;
  const value = items[at]?.kind === "number" ? (items[at]?.value ?? 0) : -1;
  const most = { metre: 100, foot: 12 }[unit] ?? 0;
  if (value < 0 || value >= most || !Number.isInteger(quantity.high)) return { mm: 0, items: 0 };
  const last = unit === "metre" && isRole(items[at + 1], "cm") ? at + 2 : at + 1;
  return { mm: value * (unit === "foot" ? MM_IN_AN_INCH : MM.cm), items: last - quantity.end };
}
