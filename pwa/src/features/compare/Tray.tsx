import { X } from "lucide-preact";
import { Button } from "../../components/Button";
import { Silhouette } from "../../components/Silhouette";
import { categories, href, products, t } from "../../state";
import { nameOf } from "../need/piece";
import { chosen, MOST, toggleChosen } from "./chosen";
import style from "./tray.module.css";

/** What lies beside what, under the thumb while one looks for more; each goes by a tap. */
export function Tray() {
  const laid = chosen.value.flatMap((ref) => products.value.get(ref) ?? []);
  if (laid.length === 0) return null;
  return (
    <aside class={style.tray} aria-label={t("compare.tray", { n: laid.length, most: MOST })}>
      <ul class={style.pieces}>
        {laid.map((product) => (
          <li key={product.ref}>
            <button
              type="button"
              class={style.piece}
              aria-label={t("compare.remove", { name: nameOf(product) })}
              onClick={() => toggleChosen(product.ref)}
            >
              <Silhouette
                class={style.picture}
                drawing={categories.value.get(product.category)?.silhouette}
                colour={product.colours[0]?.hex}
              />
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {laid.length > 1 ? (
        <Button kind="main" href={href("/compare", { refs: laid.map(({ ref }) => ref).join(",") })}>
          {t("product.compare.open", { n: laid.length })}
        </Button>
      ) : (
        <p class={style.hint}>{t("compare.tray.more")}</p>
      )}
    </aside>
  );
}
