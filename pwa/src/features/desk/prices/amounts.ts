/** Amounts as they are typed and shown: euros with a comma or a point, cents inside. */
import type { PricedVariant } from "../../../lib/apiPrices";
import { money } from "../../../lib/format";

const MOST_CENTS = 10_000_000;

/** "349,90", "349.9", "1 049 €" → cents; null for what is no amount. */
export function readCents(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
  if (!/^\d+(\.\d{1,2})?$/.test(plain)) return null;
  const cents = Math.round(Number(plain) * 100);
  return cents > 0 && cents <= MOST_CENTS ? cents : null;
}

/** 34990 → "349,90" as it stands in a field; nothing for no amount. */
export function typed(cents: number | null, lang: string): string {
  if (cents === null) return "";
  const text = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return lang === "fr" ? text.replace(".", ",") : text;
}

/** One amount for all, or from the lowest to the highest; null where there is none. */
export function range(amounts: readonly (number | null)[], currency: string): string | null {
  const known = amounts.filter((each): each is number => each !== null);
  if (known.length === 0) return null;
  const low = Math.min(...known);
  const high = Math.max(...known);
  return low === high ? money(low, currency) : `${money(low, currency)} – ${money(high, currency)}`;
}

export const carried = (variants: readonly PricedVariant[]): readonly PricedVariant[] =>
  variants.filter(({ price_cents }) => price_cents !== null);
