/** What a form can tell of a typed value before the server is asked. */
import type { AttributeWord } from "../../../lib/apiProducts";
import { number } from "../../../lib/format";
import { t } from "../../../state";
import { scalarOf } from "./form";

/** What is wrong with a figure: no whole number, or out of what can be; undefined where nothing is. */
export function wrongValue(word: AttributeWord, typed: string): string | undefined {
  if (word.kind !== "integer" || !typed.trim()) return undefined;
  const value = scalarOf(typed);
  if (typeof value !== "number") return t("products.wrong.figure", { unit: word.unit ?? "1" });
  const low = word.min ?? Number.NEGATIVE_INFINITY;
  const high = word.max ?? Number.POSITIVE_INFINITY;
  if (value >= low && value <= high) return undefined;
  return t("products.wrong.range", { low: number(low), high: number(high), unit: word.unit ?? "" });
}
