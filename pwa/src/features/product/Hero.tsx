import type { Signal } from "@preact/signals";
import { photoOf } from "../../catalogue/photos";
import type { Product } from "../../catalogue/types";
import { ColourSwitch } from "../../components/ColourSwitch";
import { Picture } from "../../components/Picture";
import { Fit, type ResultData } from "../../components/ResultRow";
import { Topo } from "../../components/Topo";
import { t } from "../../state";
import style from "./Hero.module.css";

interface Props {
  product: Product;
  result: ResultData;
  colour: Signal<number>;
}

/** The piece in its colour, on its mountain. */
export function Hero({ product, result, colour }: Props) {
  return (
    <header class={style.hero}>
      <div class={style.stage}>
        <Topo seed={product.ref} />
        <Picture
          large
          class={style.picture}
          photo={photoOf(product, colour.value)}
          drawing={result.drawing}
          colour={product.colours[colour.value]?.hex}
          label={t("product.picture", { category: result.category, colour: product.colours[colour.value]?.name ?? "" })}
        />
      </div>
      <ColourSwitch
        colours={product.colours}
        value={colour.value}
        label={t("product.colour")}
        onPick={(index) => {
          colour.value = index;
        }}
      />
      <div>
        <h1 class={style.name}>{result.name}</h1>
        <p class={style.kind}>
          {t("product.kind", {
            brand: product.brand,
            category: result.category,
            audience: t(`audience.${product.audience}`),
          })}
        </p>
        {product.demonstration && <p class={style.demonstration}>{t("ui.demo.article")}</p>}
      </div>
      {result.fit && (
        <p class={style.fit}>
          <Fit fit={result.fit} />
        </p>
      )}
    </header>
  );
}
