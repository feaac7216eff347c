/** A ranked product made ready to show. */
import { photoOf } from "../../catalogue/photos";
import type { Product } from "../../catalogue/types";
import type { ResultData } from "../../components/ResultRow";
import { sentences } from "../../finder/explain";
import type { Ranked } from "../../finder/ranked";
import { answers, categories, gauges, snapshot, stock } from "../../state";
import { fitWord, gaugesOf, nameOf, sizesOf, variantFor, wantedSize } from "./piece";
import { needsOf } from "./ranking";

/**
 * Everything a row says; `ranked` is null where the product is shown without a need. `benefit` is what to say where the
 * list has found words that its neighbours do not use.
 */
export function resultOf(product: Product, ranked: Ranked | null, benefit?: string): ResultData {
  const category = categories.value.get(product.category);
  const fits = ranked?.fits ?? [];
  const variant = variantFor(product, fits, stock.value?.levels);
  return {
    ref: product.ref,
    name: nameOf(product),
    brand: product.brand,
    category: category?.label ?? product.category,
    drawing: category?.silhouette,
    colour: product.colours[variant?.colour ?? 0]?.hex,
    photo: photoOf(product, variant?.colour ?? 0),
    gauges: gaugesOf(product, category, gauges.value, needsOf(category?.family ?? "")),
    sizes: sizesOf(product, stock.value?.levels),
    wanted: wantedSize(fits, answers.value.size),
    price: variant && {
      cents: variant.price_cents,
      reference: variant.reference_price_cents,
      proven: variant.reference_proven,
    },
    currency: snapshot.value?.shop.currency ?? "EUR",
    demonstration: product.demonstration,
    ...judged(product, ranked),
    ...(benefit ? { benefit } : {}),
  };
}

/** What the need makes of it: the word of fit, what to say, and one limit. Without a need, what it is for. */
function judged(product: Product, ranked: Ranked | null): Pick<ResultData, "fit" | "benefit" | "limit"> {
  const finder = snapshot.value?.finder;
  if (!finder || !ranked) return { fit: null, benefit: product.use, limit: "" };
  const { benefit, limit } = sentences(finder, product, ranked, answers.value).say;
  return { fit: fitWord(finder.parameters.words, ranked.score), benefit, limit };
}
