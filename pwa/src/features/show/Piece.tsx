import { photoOf } from "../../catalogue/photos";
import { DemoMark } from "../../components/DemoMark";
import { Gauge } from "../../components/Gauge";
import { Picture } from "../../components/Picture";
import { Price } from "../../components/Price";
import { Topo } from "../../components/Topo";
import { t } from "../../state";
import { lawLine } from "../product/law";
import { telling } from "./gauges";
import type { Shown } from "./piece";
import style from "./show.module.css";

/** One piece, large: what it is for them, three gauges, colour, size, price. */
export function Piece({ shown }: { shown: Shown }) {
  const { product, result, colour } = shown;
  return (
    <div class={style.piece}>
      <div class={style.stage}>
        <Topo seed={product.ref} />
        <Picture
          large
          class={style.picture}
          photo={photoOf(product, colour ? product.colours.indexOf(colour) : -1)}
          drawing={result.drawing}
          colour={colour?.hex}
        />
      </div>
      <div class={style.words}>
        <h1 class={style.name} translate={false}>
          {product.name}
        </h1>
        {product.demonstration ? (
          <p class={style.kind}>
            {result.category} <DemoMark />
          </p>
        ) : (
          <p class={style.kind}>{t("ui.kind", { brand: product.brand, category: result.category })}</p>
        )}
        <p class={style.say}>{result.benefit}</p>
        <ul class={style.gauges}>
          {telling(result.gauges).map((gauge) => (
            <li key={gauge.id}>
              <Gauge {...gauge} size="large" />
            </li>
          ))}
        </ul>
        <Offer shown={shown} />
      </div>
    </div>
  );
}

function Offer({ shown: { result, colour, size } }: { shown: Shown }) {
  return (
    <div class={style.offer}>
      <dl class={style.facts}>
        {size && (
          <div>
            <dt>{t("show.size")}</dt>
            <dd>{size}</dd>
          </div>
        )}
        {colour && (
          <div>
            <dt>{t("show.colour")}</dt>
            <dd>{colour.name}</dd>
          </div>
        )}
      </dl>
      {result.price && (
        <Price
          cents={result.price.cents}
          reference={result.price.reference}
          currency={result.currency}
          size="large"
          law={lawLine(result.price.proven)}
        />
      )}
    </div>
  );
}
