/** Sizes as the customer says them: letters, numbers, with or without their system. */
import type { Quantity } from "./quantities";
import { before, isBreak, isRole, isSmall, type Reading, roleOf, say, use } from "./reading";
import type { Item } from "./types";

/** What a size was said for; null where the words do not tell. */
export type SizeKind = "shoe" | "hand" | "garment" | null;

/** Which kind each size belongs to, by the first of its items. */
const kinds = new WeakMap<Reading, Map<number, SizeKind>>();

export const kindOfSize = (reading: Reading, start: number): SizeKind => kinds.get(reading)?.get(start) ?? null;

/** Sizes on shoes, and those on garments, where only "en" or "du" stands before. */
const SHOES = [28, 50] as const;
const BARE = [30, 62] as const;
/** Gloves are numbered by the girth of the hand in inches. */
const HANDS = [5, 13] as const;
/** "taille un peu grande" names no size; "taille quarante-deux" does, as a telephone writes what it heard. */
const LEAST_SPELLED = 16;

function sayAt(reading: Reading, value: string, start: number, end: number, kind: SizeKind): boolean {
  const known = kinds.get(reading) ?? new Map<number, SizeKind>();
  kinds.set(reading, known.set(start, kind ?? kindBeside(reading, start)));
  say(reading, { key: "size", value, start, end });
  return true;
}

/** A number that the words around it make a size. */
export function sizeOfNumber(reading: Reading, quantity: Quantity): boolean {
  const { items } = reading;
  if (quantity.spelled && !isSpelledSize(items, quantity)) return false;
  const written = [quantity.low, quantity.high].map(labelOf).filter((text, i, all) => all.indexOf(text) === i);
  const value = written.join("-");
  const system = systemBeside(reading, quantity);
  const marker = markerBefore(items, system.start);
  if (system.end > quantity.end || system.start < quantity.start)
    return saySystem(reading, `${system.name}${value}`, marker ?? system.start, system.end, kindOf(items, marker));
  if (marker !== null) return sayAt(reading, value, marker, quantity.end, kindOf(items, marker));
  if (!isBareSize(reading, quantity)) return false;
  return sayAt(reading, value, quantity.start, quantity.end, null);
}

const isSpelledSize = (items: readonly Item[], { high, start }: Quantity): boolean =>
  high >= LEAST_SPELLED && (markerBefore(items, start) !== null || isRole(items[start - 1], "size_weak"));

/** As on the labels: "42.5", "42 2/3". */
const labelOf = (value: number): string => String(value).replace(".667", " 2/3").replace(".333", " 1/3");

/** What the piece named last before a size is sized as, where several kinds are named: "doudoune en L et chaussures en 44". */
function kindBeside({ items, lexicon }: Reading, start: number): SizeKind {
  const kindAt = (item: Item) =>
    item.means?.kind === "answers" ? lexicon.kinds[item.means.says.wanted ?? ""] : undefined;
  const all = items.map(kindAt);
  if (new Set(all.filter(Boolean)).size < 2) return null;
  const kind = all.slice(0, start).findLast(Boolean);
  return kind === "shoe" || kind === "hand" || kind === "garment" ? kind : null;
}

function saySystem(reading: Reading, value: string, start: number, end: number, kind: SizeKind): boolean {
  sayAt(reading, value, start, end, kind);
  for (const item of reading.items.slice(start, end)) if (isPerson(item)) item.used = false;
  return true;
}

interface System {
  name: string;
  start: number;
  end: number;
}

/** "UK 10" and "10 UK"; French and European sizes are those on the labels and need no name. */
function systemBeside(reading: Reading, { start, end }: Quantity): System {
  const { items, text } = reading;
  // "US men’s 10": the person may stand between.
  const left = isPerson(items[start - 1]) ? start - 2 : start - 1;
  for (const at of [left, end]) {
    const item = items[at];
    if (!item || !isRole(item, "system") || item.used) continue;
    const written = text
      .slice(item.from, item.to)
      .toUpperCase()
      .replace(/[^A-Z]/g, "");
    const name = ["UK", "US"].find((system) => written.includes(system)) ?? written;
    const plain = ["EU", "EUR", "FR"].includes(name);
    return { name: plain ? "" : `${name} `, start: Math.min(at, start), end: Math.max(at + 1, end) };
  }
  return { name: "", start, end };
}

/** The word "taille", "size", "pointure" before a number, or null. */
function markerBefore(items: readonly Item[], start: number): number | null {
  // "Gr. 38": the point of an abbreviation ends no thought.
  const point = items[start - 1]?.norm === "." && items[start - 1]?.from === items[start - 2]?.to;
  const at = before(items, point ? start - 1 : start);
  return isRole(items[at], "size", "shoe_size", "hand_size") ? at : null;
}

function kindOf(items: readonly Item[], marker: number | null): SizeKind {
  const role = marker === null ? null : roleOf(items[marker]);
  if (role === "shoe_size") return "shoe";
  return role === "hand_size" ? "hand" : null;
}

/** "des chaussures en 43", "gants 8", "je cherche du 42": beside shoes or gloves, or a garment's after "en", "du" and the person. */
function isBareSize(reading: Reading, quantity: Quantity): boolean {
  const { items } = reading;
  const { high, start, end } = quantity;
  if (isRole(items[end], "budget", "max")) return false;
  if (isRole(items[before(items, start)], "max", "about", "budget", "between", "min", "until")) return false;
  if (items.some((item) => isOf(reading, item, "shoe"))) return within(high, SHOES);
  if (isOf(reading, items[before(items, start)], "hand")) return within(high, HANDS);
  const ahead = items[start - 1];
  const weak = isRole(ahead, "size_weak", "in") || (isPerson(ahead) && !isChild(ahead));
  return weak && within(high, BARE) && Number.isInteger(high);
}

const within = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

const isOf = (reading: Reading, item: Item | undefined, kind: string): boolean =>
  item?.means?.kind === "answers" && reading.lexicon.kinds[item.means.says.wanted ?? ""] === kind;

/** Letters: XL is always a size, L only where nothing else can be meant. */
export function readLetterSizes(reading: Reading): void {
  reading.items.forEach((item, at) => {
    if (item.means?.kind === "size" && !item.used) readLetters(reading, item, at);
  });
}

function readLetters(reading: Reading, item: Item, at: number): void {
  const { items } = reading;
  const end = pairEnd(items, at);
  if (!isMeant(reading, item, at, end)) {
    if (item.to - item.from === 1) use(reading, at, at + 1);
    return;
  }
  const marker = markerBefore(items, at);
  const letters = items.slice(at, end).flatMap((one) => (one.means?.kind === "size" ? [one.means.size] : []));
  const kind = marker === null ? "garment" : kindOf(items, marker);
  sayAt(reading, letters.join("/"), marker ?? at, end, kind);
}

/** "M/L" is one size. */
function pairEnd(items: readonly Item[], at: number): number {
  const [, slash, other] = items.slice(at, at + 3);
  return (slash?.norm === "/" || slash?.norm === "-") && other?.means?.kind === "size" ? at + 3 : at + 1;
}

function isMeant(reading: Reading, item: Item, at: number, end: number): boolean {
  const { items, text, tokens } = reading;
  const written = text.slice(item.from, item.to);
  const letter = written.length === 1;
  if (isAll(items, at, end)) return true;
  if (letter && tokens[item.start]?.elided) return false;
  if (isMarked(items, at, end) || item.means?.kind !== "size" || /^\d?X/.test(item.means.size)) return true;
  if (letter && written === written.toUpperCase() && text !== text.toUpperCase()) return true;
  return endsThought(items, end) && (letter || items[at - 1]?.norm === ",");
}

/** Nothing else is said: "medium". */
const isAll = (items: readonly Item[], at: number, end: number): boolean =>
  items.every((item, index) => (index >= at && index < end) || isSmall(item) || isBreak(item));

/** "taille M", "en M", "M size", "M/L". */
const isMarked = (items: readonly Item[], at: number, end: number): boolean =>
  markerBefore(items, at) !== null ||
  end > at + 1 ||
  isRole(items[at - 1], "size_weak", "in") ||
  isRole(items[end], "size") ||
  isPerson(items[before(items, at)]);

/** "men's large", "homme M". */
const isPerson = (item: Item | undefined): boolean =>
  item?.means?.kind === "answers" && item.means.says.audience !== undefined;

const isChild = (item: Item | undefined): boolean =>
  item?.means?.kind === "answers" && item.means.says.audience === "kids";

const endsThought = (items: readonly Item[], end: number): boolean =>
  isBreak(items[end]) || isRole(items[end], "max", "budget", "about") || items[end]?.kind === "number";
