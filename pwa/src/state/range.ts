/** What is new in the range since the seller last looked. */
import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import type { Product, Snapshot } from "../catalogue/types";
import { type RangeSeen, readRangeSeen, saveRangeSeen } from "../db";
import { log } from "../lib/log";
import { snapshot } from "./catalogue";

export interface RangeNews {
  /** Refs of pieces that are new. */
  added: string[];
  /** Pieces whose lowest price moved, in cents. */
  prices: { ref: string; before: number; after: number }[];
  /** How many pieces are gone. */
  removed: number;
}

const seen = signal<{ shop: string; range: RangeSeen } | null>(null);

/** When the seller last looked (RFC 3339, UTC). */
export const rangeSeenAt = computed(() => seen.value?.range.seen_at ?? null);

/** What is new; null where nothing is, or where this phone has seen no other range yet. */
export const rangeNews: ReadonlySignal<RangeNews | null> = computed(() => {
  const catalogue = snapshot.value;
  const known = seen.value;
  if (!catalogue || known?.shop !== catalogue.shop.id || known.range.revision === catalogue.revision) return null;
  return compared(known.range, catalogue.products);
});

/** Compare the prices that were seen with the present range; null where neither pieces nor prices differ. */
export function compared({ prices }: RangeSeen, products: readonly Product[]): RangeNews | null {
  const news: RangeNews = { added: [], prices: [], removed: 0 };
  let kept = 0;
  for (const product of products) {
    const before = prices[product.ref];
    const after = lowest(product);
    if (before === undefined) news.added.push(product.ref);
    else {
      kept += 1;
      if (before !== null && after !== null && before !== after) news.prices.push({ ref: product.ref, before, after });
    }
  }
  news.removed = Object.keys(prices).length - kept;
  return news.added.length + news.prices.length + news.removed > 0 ? news : null;
}

const lowest = ({ variants }: Product): number | null =>
  variants.length > 0 ? Math.min(...variants.map(({ price_cents }) => price_cents)) : null;

/** Follow the range of the session's shop. The first one that a phone sees is nothing new. */
export function startRange(): () => void {
  return effect(() => {
    const catalogue = snapshot.value;
    if (catalogue) void untracked(() => look(catalogue));
  });
}

async function look(catalogue: Snapshot): Promise<void> {
  const shop = catalogue.shop.id;
  if (seen.peek()?.shop === shop) return;
  try {
    const range = await readRangeSeen(shop);
    if (range) seen.value = { shop, range };
    else await take(catalogue);
  } catch (cause) {
    log.warn("what was seen of the range is not known", cause);
  }
}

/** The seller has looked: what is here now is no longer new. */
export async function rangeSeen(): Promise<void> {
  const catalogue = snapshot.peek();
  if (catalogue) await take(catalogue).catch((cause: unknown) => log.warn("range seen not kept", cause));
}

async function take({ shop, revision, products }: Snapshot): Promise<void> {
  const prices = Object.fromEntries(products.map((product) => [product.ref, lowest(product)]));
  const range = { revision, seen_at: new Date().toISOString(), prices };
  seen.value = { shop: shop.id, range };
  await saveRangeSeen(shop.id, range);
}
