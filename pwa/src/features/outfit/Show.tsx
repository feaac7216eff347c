import { X } from "lucide-preact";
import { Price } from "../../components/Price";
import { Silhouette } from "../../components/Silhouette";
import type { Outfit, OutfitPlace } from "../../finder/outfit";
import { dotted } from "../../lib/dotted";
import { back, categories, snapshot, t } from "../../state";
import { Figure } from "./Figure";
import { Name } from "./Name";
import style from "./Show.module.css";
import { productOf } from "./state";
import { labelOf, price, weight } from "./words";

/** The phone turned to the customer: the body, the pieces and the sum, large, nothing internal. */
export function Show({ outfit }: { outfit: Outfit }) {
  const total = outfit.total_cents ?? 0;
  const before = outfit.reference_total_cents ?? 0;
  const heavy = weight(outfit.weight_g, outfit.weighed, outfit.pieces);
  return (
    <article class={style.page}>
      <button type="button" class={style.close} aria-label={t("ui.close")} onClick={() => back("/outfit")}>
        <X aria-hidden="true" />
      </button>
      <h1 class={style.title}>{t("outfit.show.title")}</h1>
      <Figure places={outfit.slots} still />
      <p class={style.total}>{price(total)}</p>
      {before > total && <p class={style.before}>{t("outfit.show.save", { price: price(before) })}</p>}
      <p class={style.sums}>{dotted(t("outfit.pieces", { n: outfit.pieces }), heavy)}</p>
      <ul class={style.list}>
        {outfit.slots.map((place) => (
          <Line key={place.id} place={place} />
        ))}
      </ul>
    </article>
  );
}

function Line({ place }: { place: OutfitPlace }) {
  const product = place.piece ? productOf(place.piece.ref) : undefined;
  if (!product || !place.piece) return null;
  return (
    <li class={style.line}>
      <Silhouette
        class={style.drawing}
        drawing={categories.value.get(product.category)?.silhouette}
        colour={product.colours[place.piece.colour ?? 0]?.hex}
      />
      <span>
        <span class={style.slot}>{labelOf(place.id)}</span>
        <Name product={product} />
      </span>
      {place.piece.price_cents !== null && (
        <Price cents={place.piece.price_cents} currency={snapshot.value?.shop.currency ?? "EUR"} />
      )}
    </li>
  );
}
