/** A ranked product made ready to show. */
import type { Product } from "../../catalogue/types";
import type { ResultData } from "../../components/ResultRow";
import { type Ranked, sentences } from "../../finder";
import { answers, categories, gauges, snapshot, stock } from "../../state";
import { fitWord, gaugesOf, sizesOf, variantFor, wantedSize } from "./piece";
import { needsOf } from "./ranking";

/** Everything a row says; `ranked` is null where the product is shown without a need. */
export function resultOf(product: Product, ranked: Ranked | null): ResultData {
  const catalogue = snapshot.value;
  const category = categories.value.get(product.category);
  const levels = stock.value?.levels;
  const fits = ranked?.fits ?? [];
  const variant = variantFor(product, fits, levels);
  const said = catalogue && ranked ? sentences(catalogue.finder, product, ranked, answers.value).say : null;
  return {
    ref: product.ref,
    name: product.name,
    brand: product.brand,
    category: category?.label ?? product.category,
    drawing: category?.silhouette,
    colour: product.colours[variant?.colour ?? 0]?.hex,
    fit: catalogue && ranked ? fitWord(catalogue.finder.parameters.words, ranked.score) : null,
    gauges: gaugesOf(product, category, gauges.value, needsOf(category?.family ?? "")),
    benefit: said?.benefit ?? product.use,
    limit: said?.limit ?? "",
    sizes: sizesOf(product, levels),
    wanted: wantedSize(fits, answers.value.size),
    price: variant ? { cents: variant.price_cents, reference: variant.reference_price_cents } : null,
    currency: catalogue?.shop.currency ?? "EUR",
    demonstration: product.demonstration,
  };
}
