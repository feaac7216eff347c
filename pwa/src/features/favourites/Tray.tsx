import { X } from "lucide-preact";
import type { Product } from "../../catalogue/types";
import { Silhouette } from "../../components/Silhouette";
import { categories, favourites, href, products, t, toggleFavourite } from "../../state";
import { nameOf } from "../need/piece";
import style from "./favourites.module.css";

const MOST_COMPARED = 3;

/** What was kept for this customer, with the way to lay it side by side. */
export function Tray() {
  const kept = favourites.value.flatMap((ref) => products.value.get(ref) ?? []);
  if (kept.length === 0) return null;
  const refs = kept.slice(-MOST_COMPARED).map(({ ref }) => ref);
  return (
    <section class={style.tray} aria-label={t("advice.kept")}>
      <header class={style.head}>
        <h2 class={style.title}>{t("advice.kept.n", { n: kept.length })}</h2>
        {refs.length > 1 && (
          <a class={style.compare} href={href("/compare", { refs: refs.join(",") })}>
            {t("advice.compare.add")}
          </a>
        )}
      </header>
      <ul class={style.pieces}>
        {kept.map((product) => (
          <Kept key={product.ref} product={product} />
        ))}
      </ul>
    </section>
  );
}

function Kept({ product }: { product: Product }) {
  const name = nameOf(product);
  return (
    <li class={style.kept}>
      <a class={style.piece} href={href(`/product/${encodeURIComponent(product.ref)}`)}>
        <Silhouette
          class={style.picture}
          drawing={categories.value.get(product.category)?.silhouette}
          colour={product.colours[0]?.hex}
        />
        <span class={style.name}>{name}</span>
      </a>
      <button
        type="button"
        class={style.drop}
        aria-label={t("advice.kept.drop", { name })}
        onClick={() => toggleFavourite(product.ref)}
      >
        <X aria-hidden="true" />
      </button>
    </li>
  );
}
