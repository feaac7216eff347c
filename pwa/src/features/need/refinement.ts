/** "Lighter than this one": what the seller asked for from a piece at hand, and what answers it. */
import { computed, effect, signal } from "@preact/signals";
import type { Refined, refine } from "../../finder";
import { log } from "../../lib/log";
import { answers, products, snapshot, stock, t } from "../../state";
import { nameOf } from "./piece";
import { hasNeed } from "./ranking";

export interface Refinement {
  from: string;
  towards: string;
}

/** What is asked for now; null lists every piece that fits. */
export const refinement = signal<Refinement | null>(null);

/** The word of the sentence that stands for it. */
export const REFINEMENT = "refine:";

// The next customer begins with nothing of the last one.
let asked = false;
effect(() => {
  if (asked && !hasNeed.value) refinement.value = null;
  asked = hasNeed.value;
});

/** What finds the next step: fetched when somebody looks at the steps. */
const finding = signal<{ refine: typeof refine } | null>(null);

export async function fetchSteps(): Promise<void> {
  if (finding.peek()) return;
  try {
    finding.value = await import("../refine/steps");
  } catch (cause) {
    log.warn("steps not loaded", cause);
  }
}

effect(() => {
  if (refinement.value) void fetchSteps();
});

export const refined = computed((): Refined | null => {
  const catalogue = snapshot.value;
  const wish = refinement.value;
  const refine = finding.value?.refine;
  if (!refine || !catalogue?.finder.comparing || !wish || !products.value.has(wish.from)) return null;
  const { finder, products: range, shop } = catalogue;
  return refine(finder, range, answers.value, stock.value, wish.from, wish.towards, shop.currency);
});

/** "plus léger que Trilogy GTX"; null where nothing is refined. */
export const refinementWords = computed((): string | null => {
  const wish = refinement.value;
  const from = wish && products.value.get(wish.from);
  return from ? t(`refine.than.${wish.towards}`, { name: nameOf(from) }) : null;
});
