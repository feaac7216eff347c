/** What the screens show of a product: its colour, sizes, price and gauges. Pure, so that every screen shows the same. */
import type { Category, Gauge, GaugeLevel, Parameters, Product, Stock, Variant } from "../../catalogue/types";
import type { SizeHere } from "../../components/SizeRow";

type Levels = Stock["levels"];

export interface GaugeShown extends GaugeLevel {
  id: string;
  label: string;
  need: number | null;
  /** What the level means, in words. */
  word: string | undefined;
}

/** The gauges of a product's category, each with the need of the situation. */
export function gaugesOf(
  product: Product,
  category: Category | undefined,
  gauges: ReadonlyMap<string, Gauge>,
  needs: Record<string, number | null>,
): GaugeShown[] {
  return (category?.gauges ?? Object.keys(product.gauges)).map((id) => {
    const { level, provenance } = product.gauges[id] ?? { level: null, provenance: null };
    const gauge = gauges.get(id);
    const word = level === null ? undefined : gauge?.words[level];
    return { id, level, provenance, label: gauge?.label ?? id, need: needs[id] ?? null, word };
  });
}

/** What a demonstration article carries in its name; it has a mark of its own. */
const DEMONSTRATION = /\s*\(article de démonstration\)$/;

/** The name of a product without the mark that stands beside it. */
export const nameOf = ({ name, demonstration }: Pick<Product, "name" | "demonstration">): string =>
  demonstration ? name.replace(DEMONSTRATION, "") : name;

/** The word for a score, never the number. */
export function fitWord(words: Parameters["words"], score: number): { id: string; label: string } | null {
  return words.find((word) => score >= word.from) ?? words.at(-1) ?? null;
}

/** Sizes in the order of the catalogue, over all colours or in one. A size is unknown only where no variant was counted. */
export function sizesOf(product: Product, levels: Levels | undefined, colour?: number): SizeHere[] {
  const found = new Map<string, SizeHere>();
  for (const variant of product.variants) {
    if (colour !== undefined && variant.colour !== colour) continue;
    const level = levels?.[variant.gtin];
    const before = found.get(variant.size) ?? { size: variant.size, quantity: null, counted_at: null };
    found.set(variant.size, level ? added(before, level) : before);
  }
  return [...found.values()];
}

function added(before: SizeHere, level: Levels[string]): SizeHere {
  const oldest = before.counted_at && before.counted_at < level.counted_at ? before.counted_at : level.counted_at;
  return { size: before.size, quantity: (before.quantity ?? 0) + level.quantity, counted_at: oldest };
}

/** The variant to put forward: in the customer's size and here if there is one, else the first of those. */
export function variantFor(product: Product, fits: readonly string[], levels: Levels | undefined): Variant | null {
  const fitting = product.variants.filter((variant) => fits.length === 0 || fits.includes(variant.size));
  const here = fitting.find((variant) => (levels?.[variant.gtin]?.quantity ?? 0) > 0);
  return here ?? fitting[0] ?? product.variants[0] ?? null;
}

/** The customer's size where the product has it, to mark it in the row. */
export function wantedSize(fits: readonly string[], asked: string | undefined): string | undefined {
  if (asked && fits.includes(asked)) return asked;
  return fits.length === 1 ? fits[0] : undefined;
}
