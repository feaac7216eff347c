/** The sizes that can be asked for: those that pieces of this outfit have here, by system. Pure. */
import type { Audience, Finder, Product } from "../../catalogue/types";
import { normalise } from "../../finder/sizes";
import { compareSizes } from "../advice/sizes";

/** The systems of sizes that are asked for; a pack or a hat is tried on. */
export const KINDS = ["garment", "shoe", "hand"] as const;
export type Kind = (typeof KINDS)[number];

/** Plain sizes of each system, small to large, of the pieces in these categories that suit this person. */
export function sizesOffered(
  finder: Finder,
  products: readonly Product[],
  categories: ReadonlySet<string>,
  audience: string | undefined,
): Record<Kind, string[]> {
  const { families, size_kinds } = finder.parameters;
  const asked = products.filter((product) => categories.has(product.category) && suits(product.audience, audience));
  const sizesOf = (kind: Kind): string[] => {
    const own = asked.filter((product) => size_kinds[families[product.category] as string] === kind);
    const sizes = own.flatMap((product) => product.variants.map((variant) => variant.size)).filter(isPlain);
    return [...new Set(sizes.map(normalise))].sort(compareSizes);
  };
  return { garment: sizesOf("garment"), shoe: sizesOf("shoe"), hand: sizesOf("hand") };
}

/** One size, not a span such as "39-42" or "S/M", nor the one size of all. */
const isPlain = (size: string): boolean => !/[/-]|^(TU|U)$/i.test(size);

function suits(made: Audience, wearer: string | undefined): boolean {
  if (wearer === undefined) return made !== "kids";
  return made === wearer || (made === "unisex" && wearer !== "kids");
}
