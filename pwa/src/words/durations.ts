/** How long: days, nights, weeks, hours as the finder's words. */
import type { Quantity } from "./quantities";
import { type Reading, say } from "./reading";

/** Hours that fill half a day. */
const HALF_DAY_HOURS = 5;
const DAY_HOURS = 14;

export function durationOf(reading: Reading, quantity: Quantity): boolean {
  const value = lasting(quantity.high, quantity.unit);
  if (value === null || quantity.low < 0) return false;
  say(reading, { key: "duration", value, start: quantity.start, end: quantity.end });
  return true;
}

function lasting(count: number, unit: string | null): string | null {
  if (count <= 0) return null;
  if (unit === "hour") return count <= HALF_DAY_HOURS ? "half-day" : count <= DAY_HOURS ? "day" : null;
  if (unit === "day") return daysOf(count);
  if (unit === "night") return daysOf(count + 1);
  return "multi-day";
}

function daysOf(days: number): string {
  if (days < 1) return "half-day";
  if (days < 2) return "day";
  return days <= 3 ? "overnight" : "multi-day";
}
