/** How hard it blows: "60 km/h", "30 mph", "du vent à 50". */
import type { Quantity } from "./quantities";
import { before, type Reading, say } from "./reading";
import type { Item } from "./types";

export const KM_IN_A_MILE = 1.609344;
/** The most that the finder asks, and the least that anybody calls by a figure alone. */
const MOST_KMH = 200;
const LEAST_BARE = 15;

/** Say the wind in km/h; `km` is the length of the unit. */
export function windOf(reading: Reading, { high, start, end }: Quantity, km: number): boolean {
  const value = Math.floor(high * km + 0.5);
  if (value < 0 || value > MOST_KMH) return false;
  say(reading, { key: "wind_kmh", value, start, end });
  return true;
}

/** "avec du vent à 50": a figure without a unit right after the wind. */
export function isWind(items: readonly Item[], { high, start }: Quantity): boolean {
  const named = items[before(items, start)]?.means;
  const windy = named?.kind === "wish" && named.steady === true && named.ids.includes("windproof");
  return windy && high >= LEAST_BARE && high <= MOST_KMH;
}
