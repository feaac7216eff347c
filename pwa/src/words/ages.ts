/** Ages: of the child that the piece is for, or of one who has grown up. */
import type { Quantity } from "./quantities";
import { before, isRole, type Reading, say } from "./reading";
import type { Item } from "./types";

const OLDEST_CHILD = 16;
const OLDEST = 99;

/** "age 7", "âgé de 7". */
export const isAge = (items: readonly Item[], start: number): boolean =>
  items.slice(before(items, start) + 1, start).some((item) => isRole(item, "age"));

/** "my daughter, she’s 9", "my son is 20": a figure after "is", where a child was named before. */
export function isChildsAge(items: readonly Item[], { start, high }: Quantity): boolean {
  if (!isRole(items[start - 1], "is_age") || high > OLDEST || !Number.isInteger(high)) return false;
  return items.slice(0, start).some((item) => item.means?.kind === "answers" && item.means.says.audience === "kids");
}

/** A child's age, the older of two; that of a grown person says nothing about sizes. */
export function age(reading: Reading, quantity: Quantity): boolean {
  const value = Math.floor(quantity.high);
  if (value > OLDEST_CHILD || value < 0) return growUp(reading);
  sayAge(reading, quantity, value);
  return true;
}

function sayAge(reading: Reading, { start, end }: Quantity, value: number): void {
  say(reading, { key: "age_years", value, start, end });
  reading.said.push({ key: "audience", value: "kids", start, end, weak: true });
}

/** A son of twenty is a man. */
function growUp(reading: Reading): boolean {
  for (const item of reading.items)
    if (item.means?.kind === "answers" && item.means.grown)
      item.means = { kind: "answers", says: { audience: item.means.grown } };
  return false;
}

/** "18 mois" is an age where a child is spoken of. */
export function monthsOfAge(reading: Reading, quantity: Quantity): boolean {
  const child = reading.items.some((item) => item.means?.kind === "answers" && item.means.says.audience === "kids");
  if (child) sayAge(reading, quantity, Math.floor(quantity.high / 12));
  return child;
}
