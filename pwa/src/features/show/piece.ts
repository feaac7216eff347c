/** One piece as the customer is shown it: its colour, the size asked for, what is to be said. */
import type { Product } from "../../catalogue/types";
import type { ResultData } from "../../components/ResultRow";
import { sentences } from "../../finder/explain";
import { answers, snapshot } from "../../state";
import { rankedOf } from "../need/ranking";
import { resultOf } from "../need/result";

export interface Shown {
  product: Product;
  result: ResultData;
  colour: Product["colours"][number] | undefined;
  /** The customer's size, where the piece comes in it. */
  size: string | null;
  /** What speaks for it, without the situation: that is the same for all pieces. */
  reason: string;
}

/** `colour` is the index of the colour to show; without one, that of the piece put forward. */
export function shownPiece(product: Product, colour?: number): Shown {
  const result = resultOf(product, rankedOf(product.ref));
  const asked = answers.value.size;
  return {
    product,
    result,
    colour: product.colours[colour ?? -1] ?? product.colours.find(({ hex }) => hex === result.colour),
    reason: reasonOf(product) ?? result.benefit,
    size: asked && result.sizes.some((one) => one.size === asked) ? asked : null,
  };
}

function reasonOf(product: Product): string | null {
  const finder = snapshot.value?.finder;
  const ranked = rankedOf(product.ref);
  return finder && ranked ? sentences(finder, product, ranked, {}).say.benefit : null;
}
