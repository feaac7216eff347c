/** The outfit on the screen: the budget, the pieces chosen by hand, what the customer owns. Made anew from the answers. */
import { batch, computed, effect, signal } from "@preact/signals";
import type { OutfitSlot } from "../../catalogue/outfits";
import type { Product } from "../../catalogue/types";
import { type Composer, complete, composer, type Outfit, type Rules, report } from "../../finder/outfit";
import { answers, products, snapshot, stock } from "../../state";

/** What the whole may cost, or null for no limit. */
export const budget = signal<number | null>(null);
export const fixed = signal<Readonly<Record<string, string>>>({});
export const owned = signal<readonly string[]>([]);
/** The slot whose sheet is open. */
export const opened = signal<string | null>(null);

/** The rules of the catalogue, where it has some. */
export const rules = computed((): Rules | null => {
  const finder = snapshot.value?.finder;
  return finder?.outfits ? (finder as Rules) : null;
});

/** Everything but the budget: a slider only searches in it. */
export const made = computed((): Composer | null => {
  const catalogue = snapshot.value;
  if (!catalogue || !rules.value || answers.value.activity === undefined) return null;
  const settled = { fixed: fixed.value, without: owned.value };
  return composer(rules.value, catalogue.products, answers.value, stock.value, settled);
});

/** The outfit within the budget; what else could stand in a place is looked up when its sheet opens. */
export const outfit = computed((): Outfit | null => (made.value ? report(made.value, budget.value, 0) : null));

export interface Range {
  min: number;
  max: number;
  /** From here on every place that is needed is filled. */
  complete: number;
}

const STEP = 1000;

/** Where the slider may stand, in whole tens of euros: from half of a complete outfit to the best there is. */
export const range = computed((): Range | null => {
  const composed = made.value;
  const best = composed?.states.at(-1)?.price;
  if (!composed || !best) return null;
  const whole = complete(composed).price;
  return {
    min: Math.floor(whole / 2 / STEP) * STEP,
    max: Math.ceil(best / STEP) * STEP,
    complete: Math.ceil(whole / STEP) * STEP,
  };
});

export function setBudget(cents: number): void {
  budget.value = range.value && cents >= range.value.max ? null : cents;
}

export function fix(slot: string, ref: string): void {
  batch(() => {
    fixed.value = { ...fixed.value, [slot]: ref };
    opened.value = null;
  });
}

export function free(slot: string): void {
  const { [slot]: _let, ...rest } = fixed.value;
  fixed.value = rest;
}

export function toggleOwned(slot: string): void {
  const has = owned.value.includes(slot);
  batch(() => {
    owned.value = has ? owned.value.filter((each) => each !== slot) : [...owned.value, slot];
    if (!has) free(slot);
  });
}

export function restart(): void {
  batch(() => {
    budget.value = null;
    fixed.value = {};
    owned.value = [];
    opened.value = null;
  });
}

/** Put a piece in the first place of this outfit that takes it. */
export function putIn(ref: string): void {
  const category = products.peek().get(ref)?.category;
  const place = made.peek()?.places.find((each) => category !== undefined && each.categories.includes(category));
  if (place) fix(place.id, ref);
}

// The next customer begins with nothing of the last one.
effect(() => {
  if (Object.keys(answers.value).length === 0) restart();
});

/** The budget said for "a whole outfit" is the budget of this screen. */
export function takeBudget(): void {
  const { wanted, budget_cents } = answers.peek();
  if (budget.peek() === null && wanted === "outfit" && budget_cents !== undefined) budget.value = budget_cents;
}

export const slotOf = (id: string): OutfitSlot | undefined => rules.value?.outfits.slots.find((each) => each.id === id);

export const productOf = (ref: string): Product | undefined => products.value.get(ref);
