/** Figures with their unit or limit: temperature, wind, budget, litres, age, height, duration. */
import { age, isAge, isChildsAge, monthsOfAge } from "./ages";
import { durationOf } from "./durations";
import { heightOf } from "./heights";
import { after, before, isBreak, isRole, leave, type Reading, roleOf, say, use } from "./reading";
import { sizeOfNumber } from "./sizes";
import type { Item } from "./types";
import { isWind, KM_IN_A_MILE, windOf } from "./wind";

/** A figure or a range, from the first of its items to the one after the last. */
export interface Quantity {
  low: number;
  high: number;
  start: number;
  end: number;
  unit: string | null;
  spelled: boolean;
}

const UNITS = new Set(
  "degree fahrenheit kmh mph euro money litre year month_unit day night week hour cm metre foot gram other_unit layers".split(
    " ",
  ),
);
const BOUNDS = ["max", "about", "budget", "between", "until"];
/** A sum below is hardly a budget where no currency is named. */
const LEAST_BARE_BUDGET = 15;
/** Packs between these are said without a unit: "un sac de 30", "sac 50+10". */
const PACKS_L = [15, 120] as const;
/** "20e anniversaire" is an order, "250e" a price. */
const LEAST_WRITTEN_SUM = 30;
const COLDEST = -60;
const HOTTEST = 50;

/** Read every number that is not read yet. */
export function readQuantities(reading: Reading): void {
  const { items } = reading;
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item?.kind !== "number" || item.used) continue;
    const quantity = quantityAt(items, at);
    if (!readBy(reading, quantity) && !(item.spelled && item.value === 1)) leave(reading, quantity.start, quantity.end);
  }
}

/** "un", "ein", "one" are numbers only before a unit. */
const isArticle = (item: Item | undefined): boolean =>
  (item?.spelled === true && item.value === 1) || isRole(item, "filler");

function quantityAt(items: readonly Item[], at: number): Quantity {
  const start = signAt(items, at);
  const first = signed(items, at, start < at);
  let end = overLink(items, at + 1);
  let unit = unitAt(items, end);
  if (unit) end++;
  const half = halfAt(items, end);
  if (half > end) {
    // "39 et demi", "2 jours et demi".
    const value = first + Math.sign(first || 1) / 2;
    unit ??= unitAt(items, half);
    return { low: value, high: value, start, end: unit && unitAt(items, half) ? half + 1 : half, unit, spelled: false };
  }
  const next = secondAt(items, end);
  if (next === null) return { low: first, high: first, start, end, unit, spelled: items[at]?.spelled === true };
  const second = signed(items, next, signAt(items, next) < next);
  end = next + 1;
  const later = unitAt(items, end);
  if (later) {
    unit = later;
    end++;
  }
  const [low, high] = ordered(first, second);
  return { low, high, start, end, unit, spelled: false };
}

/** Over what may stand between a number and its unit: "30-litre", "une trentaine de litres". */
function overLink(items: readonly Item[], at: number): number {
  const isLink = items[at]?.norm === "-" || (isRole(items[at], "of") && items[at - 1]?.spelled === true);
  return isLink && unitAt(items, at + 1) ? at + 1 : at;
}

/** The item after "et demi", "and a half"; `at` where there is none. */
function halfAt(items: readonly Item[], at: number): number {
  let next = at;
  while (isRole(items[next], "and") || isArticle(items[next])) next++;
  return isRole(items[next], "half") ? next + 1 : at;
}

/** "2-300 euros" means 200 to 300. */
function ordered(first: number, second: number): [number, number] {
  if (first > 0 && first < 10 && second >= 100 && second % 100 === 0) return [first * 100, second];
  return first < second ? [first, second] : [second, first];
}

/** The minus of a number: a word, or a sign that is no hyphen between two numbers. */
function signAt(items: readonly Item[], at: number): number {
  if (isRole(items[at - 1], "minus")) return at - 1;
  const sign = items[at - 1];
  if (sign?.norm !== "-" || sign.to !== items[at]?.from) return at;
  return items[at - 2]?.to === sign.from && /[\d\p{L}]/u.test(items[at - 2]?.norm ?? "9") ? at : at - 1;
}

function signed(items: readonly Item[], at: number, negative: boolean): number {
  const value = items[at]?.value ?? 0;
  return negative ? -value : value;
}

/** The second number of a range, or null. */
function secondAt(items: readonly Item[], at: number): number | null {
  const link = items[at];
  const linked = isRole(link, "to", "until", "and", "or") || ["-", "/", "+"].includes(link?.norm ?? "");
  if (!linked) return null;
  const next = isRole(items[at + 1], "minus") || items[at + 1]?.norm === "-" ? at + 2 : at + 1;
  if (items[next]?.kind !== "number" || items[next]?.used) return null;
  return rangeAllowed(items, at, next) ? next : null;
}

/** "et" joins two figures only between limits or with one unit: "taille 42 et 30 litres" are two. */
function rangeAllowed(items: readonly Item[], link: number, next: number): boolean {
  const unit = unitAt(items, next + 1);
  if (unitAt(items, link - 1) && unitAt(items, link - 1) !== unit) return false;
  if (isRole(items[link], "and"))
    return isRole(items[before(items, link - 1)], "between") || isRole(items[link - 2], "between");
  return true;
}

/** The unit after a number; "l" and "m" after a number are litres and metres, the e right behind a sum is euros: "250e". */
function unitAt(items: readonly Item[], at: number): string | null {
  const item = items[at];
  const role = roleOf(item);
  if (role && UNITS.has(role)) return role;
  if (role === "ordinal" && isSum(items[at - 1]) && item?.to === (item?.from ?? 0) + 1) return "euro";
  if (item?.means?.kind !== "size" || items[at - 1]?.kind !== "number") return null;
  return { L: "litre", M: "metre" }[item.means.size] ?? null;
}

const isSum = (item: Item | undefined): boolean => item?.kind === "number" && (item.value ?? 0) >= LEAST_WRITTEN_SUM;

type Reader = (reading: Reading, quantity: Quantity) => boolean;

const READERS: Record<string, Reader> = {
  degree: (reading, quantity) => temperature(reading, quantity),
  fahrenheit: (reading, { low, high, ...rest }) =>
    temperature(reading, { ...rest, low: celsius(low), high: celsius(high) }),
  kmh: (reading, quantity) => windOf(reading, quantity, 1),
  mph: (reading, quantity) => windOf(reading, quantity, KM_IN_A_MILE),
  euro: budget,
  litre: volume,
  year: age,
  cm: heightOf,
  metre: heightOf,
  foot: heightOf,
  day: durationOf,
  night: durationOf,
  week: durationOf,
  month_unit: (reading, quantity) => monthsOfAge(reading, quantity) || durationOf(reading, quantity),
  hour: durationOf,
  layers,
};

function readBy(reading: Reading, quantity: Quantity): boolean {
  if (quantity.unit) return READERS[quantity.unit]?.(reading, quantity) ?? false;
  if (isRole(reading.items[quantity.end], "below_zero")) return temperature(reading, quantity);
  if (quantity.low < 0) return temperature(reading, quantity);
  const currency = reading.items[quantity.start - 1];
  if (isRole(currency, "euro")) return budget(reading, quantity);
  if (isRole(currency, "money")) return false;
  if (isAge(reading.items, quantity.start) || isChildsAge(reading.items, quantity)) return age(reading, quantity);
  if (isWind(reading.items, quantity)) return windOf(reading, quantity, 1);
  return sizeOfNumber(reading, quantity) || bareBudget(reading, quantity) || packVolume(reading, quantity);
}

const celsius = (fahrenheit: number): number => ((fahrenheit - 32) * 5) / 9;

function temperature(reading: Reading, quantity: Quantity): boolean {
  const below = isRole(reading.items[quantity.end], "below_zero");
  const value = Math.floor((below ? -Math.abs(quantity.high) : quantity.low) + 0.5);
  if (value < COLDEST || value > HOTTEST) return false;
  say(reading, { key: "temperature_c", value, start: quantity.start, end: quantity.end + (below ? 1 : 0) });
  return true;
}

/** The upper end of what was named; "at least 200" limits nothing. No sum is below zero: "moins 200 euros" is less than 200. */
function budget(reading: Reading, quantity: Quantity): boolean {
  const limit = before(reading.items, quantity.start);
  if (isPaid(reading, quantity)) return false;
  const isLeast = isRole(reading.items[limit], "min");
  if (isLeast || (quantity.low < 0 && !isRole(reading.items[quantity.start], "minus"))) {
    leave(reading, isLeast ? limit : quantity.start, quantity.end);
    return false;
  }
  const value = Math.floor(Math.abs(quantity.high) * 100 + 0.5);
  if (value > 10_000_000 || value === 0) return false;
  say(reading, { key: "budget_cents", value, start: quantity.start, end: quantity.end });
  return true;
}

/** A price that somebody paid or saw is no budget. */
function isPaid({ items }: Reading, { start, end }: Quantity): boolean {
  let from = start;
  while (from > 0 && !isBreak(items[from - 1])) from--;
  let to = end;
  while (!isBreak(items[to])) to++;
  return items.slice(from, to).some((item) => isRole(item, "paid"));
}

function bareBudget(reading: Reading, quantity: Quantity): boolean {
  const { items } = reading;
  const limited = isRole(items[before(items, quantity.start)], ...BOUNDS) || isRole(items[quantity.start - 1], "until");
  const follows = isRole(items[after(items, quantity.end - 1)], "max", "budget");
  if (!(limited || follows) || quantity.high < LEAST_BARE_BUDGET) return false;
  return budget(reading, quantity);
}

/** Between two figures, the middle: both are meant. "40+10 litres" is a pack of 40 that grows. */
function volume(reading: Reading, quantity: Quantity): boolean {
  const grows = reading.items.slice(quantity.start, quantity.end).some((item) => item.norm === "+");
  const plain = grows ? (reading.items[quantity.start]?.value ?? 0) : (quantity.low + quantity.high) / 2;
  const value = Math.floor(plain + 0.5);
  if (value < 1 || value > 200) return false;
  say(reading, { key: "volume_l", value, start: quantity.start, end: quantity.end });
  return true;
}

/** A bare figure right behind a pack is its litres. */
function packVolume(reading: Reading, quantity: Quantity): boolean {
  const piece = reading.items[before(reading.items, quantity.start)]?.means;
  const isPack = piece?.kind === "answers" && reading.lexicon.kinds[piece.says.wanted ?? ""] === "pack";
  const follows =
    isBreak(reading.items[quantity.end]) || !isRole(reading.items[quantity.end], "other_unit", "gram", "money");
  const [least, most] = PACKS_L;
  return (
    isPack &&
    follows &&
    !quantity.spelled &&
    quantity.high >= least &&
    quantity.high <= most &&
    volume(reading, quantity)
  );
}

/** "3 couches" is a wish like others: its item becomes one. */
function layers(reading: Reading, quantity: Quantity): boolean {
  const item = reading.items[quantity.start];
  if (!item || ![2, 2.5, 3].includes(quantity.high)) return false;
  use(reading, quantity.start, quantity.end);
  item.means = { kind: "wish", ids: [`layers:${quantity.high}`], form: "feature" };
  item.kind = "phrase";
  item.to = reading.items[quantity.end - 1]?.to ?? item.to;
  item.used = false;
  return true;
}
