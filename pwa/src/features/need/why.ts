/** Why a piece is proposed to the present customer, or why not. */
import type { Product } from "../../catalogue/types";
import { type Why, why } from "../../finder/why";
import { answers, snapshot, stock } from "../../state";
import { hasNeed } from "./ranking";

/** Null where nothing was asked, or where the catalogue is of before this was known. */
export function whyOf(product: Product): Why | null {
  const catalogue = snapshot.value;
  if (!catalogue?.finder.comparing || !hasNeed.value || !(product.category in catalogue.finder.parameters.families))
    return null;
  const { finder, products, shop } = catalogue;
  return why(finder, products, answers.value, stock.value, product.ref, shop.currency);
}
