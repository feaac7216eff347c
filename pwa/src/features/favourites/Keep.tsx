import { Bookmark } from "lucide-preact";
import type { Product } from "../../catalogue/types";
import { favourites, t, toggleFavourite } from "../../state";
import { nameOf } from "../need/piece";
import style from "./favourites.module.css";

/** Keep a piece for the present customer: a sign that is filled while it is kept. */
export function Keep({ product }: { product: Product }) {
  const on = favourites.value.includes(product.ref);
  return (
    <button
      type="button"
      class={style.keep}
      aria-pressed={on}
      aria-label={t("advice.keep", { name: nameOf(product) })}
      onClick={() => toggleFavourite(product.ref)}
    >
      <Bookmark aria-hidden="true" />
    </button>
  );
}
