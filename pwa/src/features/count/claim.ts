/** What is known of a variant's stock, in words: always a dated claim, and what of it is not sent yet. */

import { dotted } from "../../lib/dotted";
import { number } from "../../lib/format";
import { type Claim, t, when } from "../../state";

/** "1 reste : 2 comptés à 10:12 · 1 vendu depuis · pas encore envoyé". */
export function claimText(claim: Claim | null): string {
  if (!claim) return t("count.never");
  const { own } = claim;
  const unsent = own.counted || own.sold !== 0 || own.moved !== 0;
  return dotted(...knownText(claim), ...(unsent ? [t("count.unsent")] : []));
}

function knownText(claim: Claim): string[] {
  const { quantity, counted, counted_at, sold, moved } = claim;
  if (quantity === null || counted === null || counted_at === null) return [t("count.never"), ...sinceText(claim.own)];
  const since = sinceText({ sold, moved });
  const base = t("count.counted", {
    n: counted,
    count: counted === 0 ? t("count.none") : number(counted),
    when: when(counted_at),
  });
  if (since.length === 0) return [base];
  const left = t("count.left", { n: quantity, count: quantity === 0 ? t("count.none") : number(quantity), base });
  return [left, ...since, ...(counted - sold + moved < 0 ? [t("count.doubt")] : [])];
}

function sinceText({ sold, moved }: Pick<Claim, "sold" | "moved">): string[] {
  const parts: string[] = [];
  if (sold !== 0) parts.push(t("count.sold", { n: sold }));
  if (moved > 0) parts.push(t("count.came", { n: moved }));
  if (moved < 0) parts.push(t("count.went", { n: -moved }));
  return parts;
}

/** "2 → 3 (+1)": what recording a count changes in what is shown. */
export function changeText(claim: Claim | null, count: number): string {
  const known = claim?.quantity ?? null;
  if (known === null) return t("count.first", { n: count, count: number(count) });
  if (known === count) return t("count.same", { n: count, count: number(count) });
  const by = count - known;
  return t("count.change", {
    from: number(known),
    to: number(count),
    by: `${by > 0 ? "+" : "\u2212"}${number(Math.abs(by))}`,
  });
}
