/** Body heights: "1m28", "128 cm", "5 ft 9". */
import type { Quantity } from "./quantities";
import { before, isRole, type Reading, say } from "./reading";

/** Shorter is a foot or a chest, longer no person. */
const SHORTEST_MM = 600;
const TALLEST_MM = 2150;
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

/** The 28 of "1m28", and the 9 of "5 ft 9". */
function furtherOf(reading: Reading, quantity: Quantity, unit: string): { mm: number; items: number } {
  const next = reading.items[quantity.end];
  const value = next?.value ?? 0;
  if (next?.kind !== "number" || unit === "cm" || !Number.isInteger(quantity.high)) return { mm: 0, items: 0 };
  if (unit === "foot") return value < 12 ? { mm: value * 25.4, items: 1 } : { mm: 0, items: 0 };
  const items = isRole(reading.items[quantity.end + 1], "cm") ? 2 : 1;
  return value < 100 && value >= 0 ? { mm: value * 10, items } : { mm: 0, items: 0 };
}
