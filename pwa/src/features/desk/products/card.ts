/** A draft as the seller's card shows it, with the very parts of the finder's results. */

import type { Product } from "../../../catalogue/types";
import type { GaugeData } from "../../../components/Gauges";
import type { ResultData } from "../../../components/ResultRow";
import type { Drafted } from "../../../lib/apiProducts";
import { categories, gauges } from "../../../state";

/** The card of a draft: no need is asked, so that it has no word of fit. */
export function cardOf({ product }: Drafted): ResultData {
  const piece = product as unknown as Product;
  const category = categories.value.get(piece.category);
  const priced = piece.variants.filter(({ price_cents }) => price_cents !== null);
  const first = priced.sort((a, b) => (a.price_cents ?? 0) - (b.price_cents ?? 0))[0];
  return {
    ref: piece.ref,
    name: piece.name,
    brand: piece.brand,
    category: category?.label ?? piece.category,
    drawing: category?.silhouette,
    colour: piece.colours[0]?.hex,
    fit: null,
    gauges: (category?.gauges ?? []).map((id) => gaugeOf(id, piece)),
    benefit: piece.use,
    limit: "",
    sizes: [...new Set(piece.variants.map(({ size }) => size))].map((size) => ({
      size,
      quantity: null,
      counted_at: null,
    })),
    wanted: undefined,
    photo: undefined,
    price: first ? { cents: first.price_cents ?? 0, reference: first.reference_price_cents ?? null } : null,
    currency: "EUR",
    demonstration: piece.demonstration,
  };
}

function gaugeOf(id: string, piece: Product): GaugeData {
  const gauge = gauges.value.get(id);
  const { level = null, provenance = null } = piece.gauges[id] ?? {};
  return {
    id,
    label: gauge?.label ?? id,
    level,
    provenance,
    need: null,
    word: level === null ? undefined : gauge?.words[level],
  };
}
