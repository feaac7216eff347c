/** Try-ons of a piece in this shop: what the server counted, and what this phone has still to send. */
import type { Product } from "../../catalogue/types";
import { statedVerdict, type TryOns, VERDICTS, type Verdict } from "../../sizing/tried";
import { shopId, tryOns, unsent } from "../../state";

export const KIND = "try-on";

export function triedHere(product: Product): TryOns {
  const here = shopId.value;
  const counted = tryOns.value?.shop === here ? tryOns.value?.try_ons[product.ref] : undefined;
  const total: TryOns = { smaller: 0, right: 0, larger: 0, ...counted };
  const sizes = sizesOf(product);
  for (const { kind, shop, payload } of unsent.value) {
    if (kind !== KIND || payload.ref !== product.ref || shop !== here) continue;
    const verdict = verdictOf(payload, sizes);
    if (verdict) total[verdict] += 1;
  }
  return total;
}

/** How many try-ons the server has counted for a piece, and when it said so. */
export function knownTryOns(product: Product): { total: number; as_of: string | null } {
  const here = tryOns.value?.shop === shopId.value ? tryOns.value : null;
  const counts = Object.values(here?.try_ons[product.ref] ?? {});
  return { total: counts.reduce((sum, count) => sum + count, 0), as_of: here?.as_of ?? null };
}

export const sizesOf = (product: Product): string[] => [...new Set(product.variants.map((variant) => variant.size))];

function verdictOf(payload: Record<string, unknown>, sizes: string[]): Verdict | null {
  const { advised, size_tried: tried, verdict } = payload;
  if (typeof tried !== "string" || !VERDICTS.includes(verdict as Verdict)) return null;
  return statedVerdict(sizes, typeof advised === "string" ? advised : null, tried, verdict as Verdict);
}
