import { useSignal } from "@preact/signals";
import type { Product } from "../../catalogue/types";
import { BackBar } from "../../components/BackBar";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { Empty } from "../../components/Empty";
import { Further } from "../../components/Further";
import { Price } from "../../components/Price";
import type { ResultData } from "../../components/ResultRow";
import { Skeleton } from "../../components/Skeleton";
import type { Why as Answer } from "../../finder";
import type { PageProps } from "../../lib/router";
import { answers, back, href, products, snapshot, stock, t } from "../../state";
import { chosen, toggleChosen } from "../compare/chosen";
import { Keep } from "../favourites/Keep";
import { sizesOf, variantFor } from "../need/piece";
import { rankedOf } from "../need/ranking";
import { resultOf } from "../need/result";
import { whyOf } from "../need/why";
import { PieceNotes } from "../notes/PieceNotes";
import { RefineChips } from "../refine/RefineChips";
import { Why as WhyNot } from "../why/Why";
import { Facts } from "./Facts";
import { Hero } from "./Hero";
import { goneSize, InsteadOf } from "./InsteadOf";
import { Knowledge } from "./Knowledge";
import { Offer } from "./Offer";
import style from "./product.module.css";
import { Share } from "./Share";
import { Why } from "./Why";

/** One piece: how it fits this customer, or without a need what it is for. */
export default function ProductPage({ params, query }: PageProps) {
  const product = products.value.get(params.ref ?? "");
  return (
    <article class={style.page}>
      <BackBar onBack={() => back("/advice")}>
        {product && (
          <span class={style.bar}>
            <Share product={product} gtin={query.gtin} />
            <CompareChip product={product} />
          </span>
        )}
      </BackBar>
      {product ? <Piece key={product.ref} product={product} query={query} /> : <Missing />}
    </article>
  );
}

function Missing() {
  if (!snapshot.value) return <Skeleton shape="product" />;
  return (
    <Empty heading="h1" drawing="fog" title={t("product.missing.title")} text={t("product.missing.text")}>
      <Button href={href("/search")}>{t("product.missing.search")}</Button>
    </Empty>
  );
}

function CompareChip({ product }: { product: Product }) {
  const on = chosen.value.includes(product.ref);
  const others = chosen.value.length - (on ? 1 : 0);
  return (
    <span class={style.compare}>
      <Chip on={on} onClick={() => toggleChosen(product.ref)}>
        {t(on ? "advice.compare.added" : "advice.compare.add")}
      </Chip>
      {on && others > 0 && (
        <Button href={href("/compare", { refs: chosen.value.join(",") })}>
          {t("product.compare.open", { n: others + 1 })}
        </Button>
      )}
      <Keep product={product} />
    </span>
  );
}

function Piece({ product, query }: { product: Product; query: Record<string, string> }) {
  const ranked = rankedOf(product.ref);
  // For a piece that is proposed it changes nothing above: it is worked out where it is shown.
  const why = ranked ? null : whyOf(product);
  const result = withNeeds(resultOf(product, ranked), why);
  const best = variantFor(product, ranked?.fits ?? [], stock.value?.levels);
  const colour = useSignal(colourOf(product, query) ?? best?.colour ?? 0);
  const sizes = sizesOf(product, stock.value?.levels, colour.value);
  const gone = goneSize(product, result, sizes);
  return (
    <div class={style.piece}>
      <Hero product={product} result={result} colour={colour} />
      <div class={style.said}>
        <Further>
          <Why product={product} ranked={ranked} result={result} judged={why !== null} />
        </Further>
        <Further>
          <Judged product={product} known={why} open={query.why !== undefined} />
        </Further>
        <Further>
          {snapshot.value?.finder.comparing && (
            <section class={style.refine}>
              <h2 class={style.legend}>{t("refine.label")}</h2>
              <RefineChips product={product} />
            </section>
          )}
          <Offer product={product} result={result} sizes={sizes} colour={colour}>
            {gone && (
              <InsteadOf product={product} size={gone.size} colour={colour} sought={query.instead !== undefined} />
            )}
          </Offer>
        </Further>
        <Further>
          {answers.value.activity !== undefined && (
            <Button href={href("/outfit", { piece: product.ref })}>{t("outfit.around")}</Button>
          )}
          <Knowledge product={product} />
          <Facts product={product} />
          <PieceNotes product={product} />
        </Further>
      </div>
      <Foot product={product} result={result} colour={colour.value} />
    </div>
  );
}

function Judged({ product, known, open }: { product: Product; known: Answer | null; open: boolean }) {
  const why = known ?? whyOf(product);
  return why && <WhyNot product={product} why={why} open={open} />;
}

/** The colour of the variant that was scanned, or that a link names. */
function colourOf(product: Product, query: Record<string, string>): number | undefined {
  const scanned = product.variants.find(({ gtin }) => gtin === query.gtin)?.colour;
  const named = Number(query.colour);
  return scanned ?? (query.colour !== undefined && named in product.colours ? named : undefined);
}

/** What is needed of a piece of another kind than the wanted one stands on its gauges as well. */
function withNeeds(result: ResultData, why: Answer | null): ResultData {
  if (!why) return result;
  const needs = new Map(why.gauges.map(({ gauge, need }) => [gauge, need]));
  return { ...result, gauges: result.gauges.map((gauge) => ({ ...gauge, need: needs.get(gauge.id) ?? gauge.need })) };
}

/** Under the thumb all the way down the page: the price, and the phone turned round. */
function Foot({ product, result, colour }: { product: Product; result: ResultData; colour: number }) {
  return (
    <footer class={style.foot}>
      {result.price && (
        <Price cents={result.price.cents} reference={result.price.reference} currency={result.currency} />
      )}
      <Button kind="main" href={href(`/show/${encodeURIComponent(product.ref)}`, { colour: String(colour) })}>
        {t("show.open")}
      </Button>
    </footer>
  );
}
