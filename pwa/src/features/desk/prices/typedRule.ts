/** A rule as it is typed, and as the server takes it. */
import type { PriceRule } from "../../../lib/apiPrices";
import { readCents } from "./amounts";

export interface Typed {
  change: "lower" | "raise" | "less" | "more" | "set" | "keep" | "copy" | "remove";
  /** Percent or euros, as typed. */
  value: string;
  of: "price" | "reference";
  rounding: string;
  reference: "keep" | "lowest" | "none";
  from: string;
}

export const CHANGES = ["lower", "raise", "less", "more", "set", "keep", "copy", "remove"] as const;
export const ROUNDINGS = ["none", "90", "95", "99", "1", "5"] as const;
export const REFERENCES = ["lowest", "keep", "none"] as const;
export const BLANK: Typed = {
  change: "lower",
  value: "",
  of: "price",
  rounding: "none",
  reference: "lowest",
  from: "",
};

export const isPercent = (change: Typed["change"]): boolean => change === "lower" || change === "raise";
export const isAmount = (change: Typed["change"]): boolean =>
  change === "less" || change === "more" || change === "set";

/** Null while something is missing or out of reason. */
export function ruleOf(said: Typed): PriceRule | null {
  const { change, reference, from } = said;
  if (change === "remove") return { change };
  if (change === "copy") return from ? { change, from_shop: from, reference } : null;
  if (change === "keep") return reference === "keep" ? null : { change, reference };
  return isPercent(change) ? percentRule(said) : amountRule(said);
}

function percentRule({ change, value, of, rounding, reference }: Typed): PriceRule | null {
  const percent = /^\d{1,3}$/.test(value.trim()) ? Number(value) : 0;
  if (percent === 0 || percent > (change === "lower" ? 95 : 300)) return null;
  return { change: "percent", value: change === "lower" ? -percent : percent, of, rounding, reference };
}

function amountRule({ change, value, of, rounding, reference }: Typed): PriceRule | null {
  const cents = readCents(value);
  if (cents === null) return null;
  if (change === "set") return { change, value: cents, rounding, reference };
  return { change: "amount", value: change === "less" ? -cents : cents, of, rounding, reference };
}
