/** Which sizes can be asked for: those that pieces of this kind have here, by audience. */
import type { Audience, Group, Product } from "../../catalogue/types";

const LETTERS = /^(\d?x{0,3}[sl]|m)(\/(\d?x{0,3}[sl]|m))?$/i;

/** Small to large: letters by their ladder, numbers by their value, the rest by name. */
export function compareSizes(a: string, b: string): number {
  const [x, y] = [rung(a), rung(b)];
  return x - y || a.localeCompare(b, undefined, { numeric: true });
}

function rung(size: string): number {
  const letters = /^(\d*)(x*)([sml])/i.exec(size);
  if (letters && LETTERS.test(size))
    return letterRung(Number(letters[1] || (letters[2] ?? "").length), letters[3] ?? "m");
  const figure = Number.parseFloat(size.replace(",", "."));
  return Number.isNaN(figure) ? 5000 : 1000 + figure;
}

function letterRung(crosses: number, letter: string): number {
  const middle = { s: -1 - crosses, m: 0, l: 1 + crosses }[letter.toLowerCase()] ?? 0;
  return 500 + middle;
}

/** The categories that `wanted` names, or null for all. */
export function categoriesOf(wanted: string | undefined, groups: readonly Group[]): ReadonlySet<string> | null {
  if (wanted === undefined || wanted === "outfit") return null;
  return new Set(groups.find((group) => group.id === wanted)?.categories ?? [wanted]);
}

/** Whom a piece is offered to: what is made for all is for women and men. */
const FOR: Record<Audience, readonly Audience[]> = {
  women: ["women"],
  men: ["men"],
  kids: ["kids"],
  unisex: ["women", "men"],
};

/** The sizes of each audience in these categories, small to large; a single size is no question. */
export function sizesByAudience(
  products: readonly Product[],
  categories: ReadonlySet<string>,
): Map<Audience, string[]> {
  const found = new Map<Audience, Set<string>>();
  for (const product of products) {
    if (!categories.has(product.category)) continue;
    for (const audience of FOR[product.audience]) {
      const sizes = found.get(audience) ?? new Set<string>();
      for (const { size } of product.variants) sizes.add(size);
      found.set(audience, sizes);
    }
  }
  return new Map(
    [...found].map(([audience, sizes]) => [audience, sizes.size > 1 ? [...sizes].sort(compareSizes) : []]),
  );
}
