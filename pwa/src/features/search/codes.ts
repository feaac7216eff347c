/** A typed article number against the shop's variants. */
import type { Product, Variant } from "../../catalogue/types";
import { isSlip, readGtin } from "../../lib/gtin";

export interface Found {
  product: Product;
  variant: Variant;
}

export type Code =
  /** A right number, and what carries it here: nothing where the shop does not have it. */
  | { state: "complete"; gtin: string; found: Found[] }
  /** A number with a slip, and the pieces it may have meant. */
  | { state: "wrong"; expected: number; found: Found[] }
  /** The beginning, or the last digits, of numbers of the shop. */
  | { state: "partial"; found: Found[] };

const MOST = 12;
/** Fewer digits are a size, a volume or a fill power. */
const FEWEST_DIGITS = 5;

/** Read the text as an article number; null where it is none. */
export function findCode(text: string, variants: ReadonlyMap<string, Found>): Code | null {
  const typed = readGtin(text);
  if (typed === null) return null;
  if (typed.state === "complete") {
    const found = variants.get(typed.gtin);
    return { state: "complete", gtin: typed.gtin, found: found ? [found] : [] };
  }
  if (typed.digits.length < FEWEST_DIGITS) return null;
  const pick = (test: (gtin: string) => boolean): Found[] => {
    const found: Found[] = [];
    for (const [gtin, one] of variants) {
      if (found.length === MOST) break;
      if (test(gtin)) found.push(one);
    }
    return found;
  };
  if (typed.state === "wrong") {
    const digits = typed.digits.padStart(14, "0");
    return { state: "wrong", expected: typed.expected, found: pick((gtin) => isSlip(digits, gtin)) };
  }
  return { state: "partial", found: pick((gtin) => gtin.includes(typed.digits)) };
}
