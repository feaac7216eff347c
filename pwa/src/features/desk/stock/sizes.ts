/** The stock of a piece size by size. */
import type { StockedVariant } from "../../../lib/apiStock";

export interface SizeSum {
  size: string;
  /** Null where none of its colours was ever counted, and where what was counted is gone and another was not. */
  quantity: number | null;
}

/** The sizes in their order, each with the pieces of all colours. */
export function bySize(variants: readonly StockedVariant[]): SizeSum[] {
  const found = new Map<string, (number | null)[]>();
  for (const { size, level } of variants) found.set(size, [...(found.get(size) ?? []), level?.quantity ?? null]);
  return [...found].map(([size, all]) => {
    const sum = all.reduce<number>((total, quantity) => total + (quantity ?? 0), 0);
    return { size, quantity: sum === 0 && all.includes(null) ? null : sum };
  });
}

export const stateOf = (quantity: number | null): "here" | "gone" | "unknown" => {
  if (quantity === null) return "unknown";
  return quantity > 0 ? "here" : "gone";
};
