/** Amounts as they are typed and shown: euros with a comma or a point, cents inside. */
import type { PricedVariant } from "../../../lib/apiPrices";
import { money } from "../../../lib/format";
import { lang } from "../../../lib/i18n";

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
  return low === high ? money(low, currency) : between(low, high, currency);
}

const formats = new Map<string, Intl.NumberFormat>();

/** 5290, 5790 → "52,90–57,90 €": both amounts in the width of one and a half. */
function between(low: number, high: number, currency: string): string {
  const digits = low % 100 === 0 && high % 100 === 0 ? 0 : 2;
  const key = `${lang.value} ${currency} ${digits}`;
  const locale = lang.value === "fr" ? "fr" : "en-GB";
  const made =
    formats.get(key) ?? new Intl.NumberFormat(locale, { style: "currency", currency, minimumFractionDigits: digits });
  formats.set(key, made);
  return made.formatRange(low / 100, high / 100);
}

export const carried = (variants: readonly PricedVariant[]): readonly PricedVariant[] =>
  variants.filter(({ price_cents }) => price_cents !== null);
