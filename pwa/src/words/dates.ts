/** Dates, times of day and telephone numbers: recognised so that nothing else takes their figures. */
import { isRole, leave, type Reading, roleOf } from "./reading";
import type { Item } from "./types";

/** Leave every date as it is. */
export function setDatesAside(reading: Reading): void {
  const { items } = reading;
  for (let at = 0; at < items.length; at++) {
    const end = dateAt(items, at);
    if (end > at) leave(reading, at, end);
  }
}

/** Where the date that begins here ends; `at` itself where none begins. */
function dateAt(items: readonly Item[], at: number): number {
  const item = items[at];
  if (!item || item.used) return at;
  if (item.norm === "#" || isRole(item, "date", "aside")) return at + 1;
  if (isRole(item, "ago", "in", "between")) return spanAt(items, at);
  if (isRole(item, "month")) return monthAt(items, at);
  // "um halb 8", "half 8".
  if (isRole(item, "half") && items[at + 1]?.kind === "number") return at + 2;
  if (item.kind === "number") return numberAt(items, at);
  return at;
}

/** "dans 2 semaines", "seit drei Jahren". */
function spanAt(items: readonly Item[], at: number): number {
  const time = (one: Item | undefined) => isRole(one, "day", "week", "month_unit", "year", "night", "hour");
  if (items[at + 1]?.kind === "number" && time(items[at + 2])) return at + 3;
  return at;
}

/** "December 12", "décembre 2025". */
function monthAt(items: readonly Item[], at: number): number {
  const next = items[at + 1];
  if (next?.kind !== "number" || next.spelled) return at + 1;
  return isDay(next) || isYear(next) ? withYear(items, ordinal(items, at + 2)) : at + 1;
}

/** "12 décembre 2025", "3 au 7 janvier", "12/02", "3 years ago", "15h30", or a year. */
function numberAt(items: readonly Item[], at: number): number {
  const item = items[at] as Item;
  const month = monthAfter(items, at);
  if (month > at && isDay(item)) return withYear(items, month + 1);
  if (isSlashed(items, at)) return at + 3;
  if (timeAgo(items, at)) return at + 3;
  const clock = clockAt(items, at);
  if (clock > at) return clock;
  return isYear(item) && !isCounted(items[at + 1]) ? at + 1 : at;
}

/** Where the month of this day stands: "12 de diciembre", "3 au 7 janvier". `at` where there is none. */
function monthAfter(items: readonly Item[], at: number): number {
  let found = ordinal(items, at + 1);
  if (isRole(items[found], "to", "until") || items[found]?.norm === "-" || isRole(items[found], "and")) {
    const last = items[found + 1];
    if (last?.kind === "number" && isDay(last)) found = ordinal(items, found + 2);
  }
  while (isRole(items[found], "filler", "of")) found++;
  return isRole(items[found], "month") ? found : at;
}

/** Over the "th" of 12th and the point of "12.". */
function ordinal(items: readonly Item[], at: number): number {
  return isRole(items[at], "ordinal") || items[at]?.norm === "." ? at + 1 : at;
}

function withYear(items: readonly Item[], at: number): number {
  const next = items[at];
  return next && isYear(next) ? at + 1 : at;
}

const isDay = (item: Item): boolean =>
  Number.isInteger(item.value) && (item.value ?? 0) >= 1 && (item.value ?? 0) <= 31;

const isYear = (item: Item): boolean =>
  item.kind === "number" && !item.spelled && Number.isInteger(item.value) && inYears(item.value ?? 0);
const inYears = (value: number): boolean => value >= 1990 && value <= 2049;
const isCounted = (item: Item | undefined): boolean => ["euro", "gram", "other_unit"].includes(roleOf(item) ?? "");

/** Day and month with a slash; "38/40" and "10/12 ans" are sizes. */
function isSlashed(items: readonly Item[], at: number): boolean {
  const [day, slash, month, unit] = items.slice(at, at + 4);
  if (day?.kind !== "number" || slash?.norm !== "/" || month?.kind !== "number") return false;
  if (isRole(unit, "year", "cm") || isRole(items[at - 1], "size") || items[at - 1]?.norm === "-") return false;
  const written = (month.value ?? 0) <= 12 && (month.value ?? 0) >= 1 && isDay(day);
  return written && !isRole(unit, "degree", "euro", "litre");
}

/** "3 years ago", "tre anni fa". */
const timeAgo = (items: readonly Item[], at: number): boolean =>
  isRole(items[at + 1], "day", "week", "month_unit", "year") && isRole(items[at + 2], "ago_after");

/** "à 15h", "15h30", "18:00", "3 pm". */
function clockAt(items: readonly Item[], at: number): number {
  const [, unit, minutes] = items.slice(at, at + 3);
  if ((isRole(unit, "hour") || unit?.norm === ":") && minutes?.kind === "number" && !minutes.spelled) return at + 3;
  if (isRole(unit, "clock")) return at + 2;
  if (isRole(unit, "hour") && (isRole(items[at - 1], "at", "to") || (items[at]?.value ?? 0) > 12)) return at + 2;
  return at;
}
