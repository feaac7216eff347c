import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { Drawer } from "../../components/Drawer";
import { Fit } from "../../components/ResultRow";
import { Silhouette } from "../../components/Silhouette";
import { sentences } from "../../finder/explain";
import { type Alternative, alternatives, best, type OutfitPlace, type ToldPiece } from "../../finder/outfit";
import { advise } from "../../finder/rank";
import { dotted } from "../../lib/dotted";
import { answers, categories, href, snapshot, t } from "../../state";
import { fitWord } from "../need/piece";
import { Name } from "./Name";
import style from "./Swap.module.css";
import { budget, fix, free, made, opened, outfit, productOf, slotOf, toggleOwned } from "./state";
import { difference, emptyWord, labelOf, labels, price, variantLine, whyOf } from "./words";

const MOST = 8;

/** One place: what stands in it and why, what else could, and whether the customer has one already. */
export function Swap() {
  const place = outfit.value?.slots.find((each) => each.id === opened.value);
  if (!place) return null;
  return (
    <Drawer title={labelOf(place.id)} onClose={close} ofPage>
      <Inside key={place.id} place={place} />
    </Drawer>
  );
}

function close(): void {
  opened.value = null;
}

function Inside({ place }: { place: OutfitPlace }) {
  const product = place.piece ? productOf(place.piece.ref) : undefined;
  return (
    <>
      <p class={style.why}>{whyOf(place)}</p>
      {product && place.piece ? (
        <Now product={product} piece={place.piece} />
      ) : (
        <p class={style.missing}>{emptyWord(place)}</p>
      )}
      <div class={style.deeds}>
        <Button onClick={() => toggleOwned(place.id)}>{t(place.owned ? "outfit.swap.want" : "outfit.swap.own")}</Button>
        {place.fixed && <Button onClick={() => free(place.id)}>{t("outfit.swap.free")}</Button>}
        {product && (
          <Button kind="quiet" href={href(`/product/${encodeURIComponent(product.ref)}`)}>
            {t("outfit.swap.product")}
          </Button>
        )}
      </div>
      {!place.owned && <Others place={place} />}
    </>
  );
}

function Now({ product, piece }: { product: Product; piece: ToldPiece }) {
  return (
    <div class={style.now}>
      <Silhouette
        class={style.large}
        drawing={categories.value.get(product.category)?.silhouette}
        colour={product.colours[piece.colour ?? 0]?.hex}
      />
      <div class={style.words}>
        <p>
          <Name product={product} />
        </p>
        <p class={style.line}>
          <Judged score={piece.score} />
          {piece.price_cents !== null && <strong>{price(piece.price_cents)}</strong>}
        </p>
        <p class={style.variant}>{variantLine(piece)}</p>
      </div>
      <Say product={product} />
    </div>
  );
}

/** What to say of it in this situation. */
function Say({ product }: { product: Product }) {
  const finder = snapshot.value?.finder;
  if (!finder) return null;
  const {
    must: _must,
    must_not: _not,
    audience: _who,
    size: _size,
    sizes: _sizes,
    budget_cents: _sum,
    ...rest
  } = answers.value;
  const asked = { ...rest, wanted: product.category };
  const ranked = advise(finder, [product], asked).foremost(1)[0];
  const benefit = ranked ? sentences(finder, product, ranked, asked).say.benefit : product.use;
  return benefit ? <p class={style.say}>{t("ui.quote", { text: benefit })}</p> : null;
}

function Judged({ score }: { score: number }) {
  const fit = fitWord(snapshot.value?.finder.parameters.words ?? [], score);
  return fit ? <Fit fit={fit} /> : null;
}

function Others({ place }: { place: OutfitPlace }) {
  const composed = made.value;
  if (!composed) return null;
  const index = composed.places.findIndex((each) => each.id === place.id);
  const found = alternatives(composed, best(composed, budget.value), index, MOST);
  if (found.length === 0) return <p class={style.alone}>{t("outfit.swap.alone")}</p>;
  return (
    <section aria-labelledby="swap-others">
      <h3 id="swap-others" class={style.heading}>
        {t("outfit.swap.others")}
      </h3>
      <ul>
        {found.map((other) => (
          <Other key={other.ref} slot={place.id} other={other} />
        ))}
      </ul>
    </section>
  );
}

function Other({ slot, other }: { slot: string; other: Alternative }) {
  const product = productOf(other.ref);
  if (!product) return null;
  const total = other.total_cents;
  return (
    <li class={style.item}>
      <button type="button" class={style.other} onClick={() => fix(slot, other.ref)}>
        <Silhouette
          class={style.small}
          drawing={categories.value.get(product.category ?? slotOf(slot)?.drawing)?.silhouette}
          colour={product.colours[other.colour ?? 0]?.hex}
        />
        <span class={style.words}>
          <Name product={product} />
          <span class={style.line}>
            <Judged score={other.score} />
            {other.price_difference_cents !== null && <strong>{difference(other.price_difference_cents)}</strong>}
          </span>
          <span class={style.variant}>
            <span>{variantLine(other)}</span>
            {total !== null && <span>{t("outfit.swap.total", { price: price(total) })}</span>}
          </span>
          <Changes other={other} />
        </span>
      </button>
    </li>
  );
}

/** What a swap changes besides this place. */
function Changes({ other }: { other: Alternative }) {
  const over = budget.value !== null && other.total_cents !== null && other.total_cents > budget.value;
  const words = [
    other.drops.length ? t("outfit.swap.drops", { slots: labels(other.drops) }) : "",
    other.opens.length ? t("outfit.swap.opens", { slots: labels(other.opens) }) : "",
    over ? t("outfit.swap.over") : "",
  ].filter(Boolean);
  return words.length ? <span class={style.changes}>{dotted(...words)}</span> : null;
}
