import { Check } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { photoOf } from "../../catalogue/photos";
import { DemoMark } from "../../components/DemoMark";
import { Gauge } from "../../components/Gauge";
import { Picture } from "../../components/Picture";
import { Price } from "../../components/Price";
import { dotted } from "../../lib/dotted";
import { attributes, snapshot, t } from "../../state";
import { decidingProperties, factRows, gaugeRows } from "../compare/rows";
import { rankedOf } from "../need/ranking";
import { lawLine } from "../product/law";
import { matters } from "./differences";
import style from "./pair.module.css";
import type { Shown } from "./piece";

/** Two pieces side by side: only what tells them apart, and only what matters for this need. */
export function Pair({ pair }: { pair: readonly [Shown, Shown] }) {
  const spoke = pair.flatMap(({ product: { ref } }) => {
    const ranked = rankedOf(ref);
    return ranked ? [...ranked.reasons, ...ranked.cautions] : [];
  });
  const { gauges, facts } = matters(
    gaugeRows(pair.map(({ result }) => result.gauges)),
    factRows(
      pair.map(({ product }) => product),
      attributes.value,
      decidingProperties(snapshot.value?.finder.criteria ?? [], spoke),
    ),
  );
  // Said once where it is true of both.
  const laws = new Set(pair.filter(isReduced).map(({ result }) => lawLine(result.price?.proven)));
  return (
    <div class={style.pair}>
      <h1 class="spoken">{t("show.pair", { a: pair[0].product.name, b: pair[1].product.name })}</h1>
      <div class={`${style.row} ${style.heads}`}>
        {pair.map((shown) => (
          <Head key={shown.product.ref} shown={shown} />
        ))}
      </div>
      {gauges.map((row) => (
        <section key={row.id} class={style.row} aria-label={row.label}>
          {row.cells.map((cell, at) => (
            <Cell key={at} better={row.better[at] ?? false}>
              {cell ? <Gauge {...cell} size="large" /> : <p class={style.none}>–</p>}
            </Cell>
          ))}
        </section>
      ))}
      {facts.map((row) => (
        <section key={row.id} class={`${style.row} ${style.fact}`} aria-label={row.label}>
          <h3>{row.label}</h3>
          {row.cells.map((cell, at) => (
            <Cell key={at} better={cell.better}>
              <p>
                <strong>{cell.text?.figure}</strong> <span>{cell.text?.unit}</span>
                {cell.estimate && <small> {t("ui.gauge.estimate")}</small>}
              </p>
            </Cell>
          ))}
        </section>
      ))}
      <div class={style.row}>
        {pair.map(({ product, result }) => (
          <div key={product.ref}>
            {result.price && (
              <Price
                cents={result.price.cents}
                reference={result.price.reference}
                currency={result.currency}
                {...(laws.size > 1 ? { law: lawLine(result.price.proven) } : {})}
              />
            )}
          </div>
        ))}
        {laws.size === 1 && <p class={style.law}>{[...laws]}</p>}
      </div>
    </div>
  );
}

const isReduced = ({ result: { price } }: Shown): boolean => (price?.reference ?? 0) > (price?.cents ?? 0);

function Head({ shown: { product, result, colour, size, reason } }: { shown: Shown }) {
  const facts = dotted(size, colour?.name);
  return (
    <div class={style.head}>
      <Picture
        class={style.picture}
        photo={photoOf(product, colour ? product.colours.indexOf(colour) : -1)}
        drawing={result.drawing}
        colour={colour?.hex}
      />
      <h2 translate={false}>{product.name}</h2>
      {product.demonstration && <DemoMark />}
      <p class={style.facts}>{facts}</p>
      <p class={style.say}>{reason}</p>
    </div>
  );
}

function Cell({ better, children }: { better: boolean; children: ComponentChildren }) {
  return (
    <div class={style.cell}>
      {children}
      {better && (
        <span class={style.better}>
          <Check aria-hidden="true" />
          {t("compare.better")}
        </span>
      )}
    </div>
  );
}
