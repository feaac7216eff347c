/** What came of an advice, in words. */
import type { OutcomeSaid } from "../../db";
import { t, variants } from "../../state";

/** "parti, le prix, de passage". */
export function outcomeWords({ result, reason, visitor }: OutcomeSaid): string {
  const words = [
    t(`outcome.${result}.done`),
    reason && t(`outcome.reason.${reason}.done`),
    visitor && t(`outcome.visitor.${visitor}.done`),
  ];
  return words.filter(Boolean).join(", ");
}

/** "M Noir, L Bleu": the variants of these numbers. */
export const variantWords = (gtins: readonly string[]): string =>
  gtins.flatMap((gtin) => wordsOf(gtin) ?? []).join(", ");

function wordsOf(gtin: string): string | null {
  const found = variants.peek().get(gtin);
  if (!found) return null;
  const { product, variant } = found;
  return [variant.size, product.colours.length > 1 && product.colours[variant.colour]?.name].filter(Boolean).join(" ");
}
