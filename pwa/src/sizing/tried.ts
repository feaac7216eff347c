/** What sellers saw at try-ons of a piece in their shop, and what that is worth for the size. */

import { isBag } from "./chart";
import { tables } from "./tables";
import type { FieldProblem, Way } from "./types";

export const VERDICTS = ["smaller", "right", "larger"] as const;
export type Verdict = (typeof VERDICTS)[number];
/** How many try-ons asked for a smaller size than the one stated, for that one, for a larger one. */
export type TryOns = Record<Verdict, number>;

const MOST = 1_000_000;

export function countOf(tried: TryOns): number {
  return tried.smaller + tried.right + tried.larger;
}

/** The direction of most, undefined where the stated size is right or nothing prevails. */
export function wayOf(tried: TryOns): Way | undefined {
  if (agreed(tried, "larger", "leads")) return "up";
  return agreed(tried, "smaller", "leads") ? "down" : undefined;
}

/** Tell whether they are enough, and of one mind, to move a size that the chart gives exactly. */
export function movesSize(tried: TryOns): boolean {
  return agreed(tried, "larger", "moves") || agreed(tried, "smaller", "moves");
}

/** The sentence to say and its words; null where they are too few to speak of. */
export function triedSentence(tried: TryOns): [string, Record<string, string>] | null {
  const n = countOf(tried);
  if (n < tables.conversions.try_ons.said) return null;
  for (const verdict of VERDICTS) {
    if (agreed(tried, verdict, "leads")) return [`tried_${verdict}`, { n: String(n), part: String(tried[verdict]) }];
  }
  const parts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, String(tried[verdict])]));
  return ["tried_mixed", { n: String(n), ...parts }];
}

function agreed(tried: TryOns, verdict: Verdict, bar: "leads" | "moves"): boolean {
  const rule = tables.conversions.try_ons[bar];
  const n = countOf(tried);
  return n >= rule.count && tried[verdict] * 100 >= rule.percent * n;
}

/**
 * What a try-on says of the stated size; `verdict` compares with the size that was tried. Who was told M, tried L and
 * found L right says "larger" of the M. Null where the steps between the two are not known.
 */
export function statedVerdict(sizes: string[], stated: string | null, tried: string, verdict: Verdict): Verdict | null {
  const order = [...new Set(sizes)];
  const same = stated === null || stated === tried;
  if (!same && !(order.includes(stated) && order.includes(tried))) return null;
  const steps = same ? 0 : order.indexOf(tried) - order.indexOf(stated);
  const total = steps + VERDICTS.indexOf(verdict) - 1;
  return VERDICTS[total < 0 ? 0 : total > 0 ? 2 : 1];
}

/** Read the counts by verdict; none where nothing is given. */
export function readTryOns(raw: unknown, problems: FieldProblem[]): TryOns {
  const none = { smaller: 0, right: 0, larger: 0 };
  if (raw === undefined || raw === null) return none;
  const counts: unknown[] = isBag(raw) ? VERDICTS.map((verdict) => raw[verdict] ?? 0) : [null];
  if (counts.every((count) => Number.isInteger(count) && (count as number) >= 0 && (count as number) <= MOST)) {
    const [smaller, right, larger] = counts as [number, number, number];
    return { smaller, right, larger };
  }
  const message = {
    fr: "Des nombres «\u202fsmaller\u202f», «\u202fright\u202f», «\u202flarger\u202f» sont attendus.",
    en: "Counts “smaller”, “right”, “larger” are expected.",
  };
  problems.push({ field: "try_ons", message });
  return none;
}
