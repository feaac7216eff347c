import { RotateCw, X } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { Gauge } from "../../components/Gauge";
import { Price } from "../../components/Price";
import type { ResultData } from "../../components/ResultRow";
import { Silhouette } from "../../components/Silhouette";
import { Skeleton } from "../../components/Skeleton";
import { Topo } from "../../components/Topo";
import type { PageProps } from "../../lib/router";
import { answers, back, href, LANGS, lang, online, products, snapshot, t } from "../../state";
import { rankedOf } from "../need/ranking";
import { resultOf } from "../need/result";
import { telling } from "./gauges";
import { absent, speak, useSellersLanguageAfterwards } from "./language";
import style from "./show.module.css";

/** The phone turned to the customer: large, in their language, nothing internal. */
export default function ShowPage({ params, query }: PageProps) {
  useSellersLanguageAfterwards();
  const [turned, setTurned] = useState(false);
  const product = products.value.get(params.ref ?? "");
  return (
    <article class={`${style.page} ${turned ? style.turned : ""}`}>
      <div class={style.bar}>
        <button type="button" class={style.sign} onClick={() => back("/advice")} aria-label={t("ui.close")}>
          <X aria-hidden="true" />
        </button>
        <Languages piece={params.ref ?? ""} />
        <button
          type="button"
          class={style.sign}
          onClick={() => setTurned(!turned)}
          aria-label={t("show.turn")}
          aria-pressed={turned}
        >
          <RotateCw aria-hidden="true" />
        </button>
      </div>
      {product ? <Piece product={product} colour={Number(query.colour)} /> : <Missing />}
    </article>
  );
}

function Missing() {
  if (!snapshot.value) return <Skeleton shape="product" />;
  return (
    <Empty heading="h1" title={t("product.missing.title")} text={t("product.missing.text")}>
      <Button href={href("/search")}>{t("product.missing.search")}</Button>
    </Empty>
  );
}

/** Languages of the shop that the application does not speak. */
const others = (): string[] =>
  (snapshot.value?.shop.languages ?? []).filter((one) => !(LANGS as readonly string[]).includes(one));

/** The customer's own page speaks more languages than the seller's phone. */
function OtherLanguage({ code, piece }: { code: string; piece: string }) {
  const name = new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
  return (
    <a
      class={style.language}
      href={`/p/${encodeURIComponent(piece)}?lang=${code}`}
      target="_blank"
      rel="noopener"
      hreflang={code}
      lang={code}
      aria-label={name}
    >
      {code}
    </a>
  );
}

function Languages({ piece }: { piece: string }) {
  return (
    <fieldset class={style.languages}>
      <legend class="spoken">{t("show.language")}</legend>
      {LANGS.map((one) => (
        <button
          key={one}
          type="button"
          class={style.language}
          lang={one}
          aria-label={t(`show.language.${one}`)}
          aria-pressed={lang.value === one}
          onClick={() => void speak(one)}
        >
          {one}
        </button>
      ))}
      {online.value && others().map((one) => <OtherLanguage key={one} code={one} piece={piece} />)}
      <span class={style.absent} role="status">
        {absent.value ? t("show.absent") : ""}
      </span>
    </fieldset>
  );
}

function Piece({ product, colour }: { product: Product; colour: number }) {
  const result = resultOf(product, rankedOf(product.ref));
  const shown = product.colours[colour] ?? product.colours.find(({ hex }) => hex === result.colour);
  const size =
    answers.value.size && result.sizes.some((one) => one.size === answers.value.size) ? answers.value.size : null;
  return (
    <div class={style.piece}>
      <div class={style.stage}>
        <Topo seed={product.ref} />
        <Silhouette class={style.picture} drawing={result.drawing} colour={shown?.hex} />
      </div>
      <div class={style.words}>
        <h1 class={style.name}>{product.name}</h1>
        <p class={style.kind}>{t("ui.kind", { brand: product.brand, category: result.category })}</p>
        <p class={style.say}>{result.benefit}</p>
        <ul class={style.gauges}>
          {telling(result.gauges).map((gauge) => (
            <li key={gauge.id}>
              <Gauge {...gauge} size="large" />
            </li>
          ))}
        </ul>
        <Offer result={result} colour={shown?.name} size={size} />
      </div>
    </div>
  );
}

function Offer({ result, colour, size }: { result: ResultData; colour: string | undefined; size: string | null }) {
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
            <dd>{colour}</dd>
          </div>
        )}
      </dl>
      {result.price && (
        <Price
          cents={result.price.cents}
          reference={result.price.reference}
          currency={result.currency}
          size="large"
          law
        />
      )}
    </div>
  );
}
