import { photoOf } from "../../catalogue/photos";
import type { Product, Variant } from "../../catalogue/types";
import { DemoMark } from "../../components/DemoMark";
import { Picture } from "../../components/Picture";
import { Price } from "../../components/Price";
import { Fit } from "../../components/ResultRow";
import { dotted } from "../../lib/dotted";
import { capital } from "../../lib/format";
import { answers, categories, href, levelOf, piecesOf, snapshot, stock, t } from "../../state";
import { Keep } from "../favourites/Keep";
import { fitWord, nameOf } from "../need/piece";
import { hasNeed, rankedOf } from "../need/ranking";
import { sizesHere } from "./facets";
import style from "./search.module.css";

interface Props {
  product: Product;
  /** The one variant that was meant, by its number. */
  variant?: Variant;
}

/** One piece: what it is, what of it is here, what it costs; the row opens it, the sign at its end keeps it. */
export function Row({ product, variant }: Props) {
  const shown = variant ?? firstHere(product);
  const category = categories.value.get(product.category);
  const ranked = rankedOf(product.ref);
  const fit = ranked && fitWord(snapshot.value?.finder.parameters.words ?? [], ranked.score);
  const out = hasNeed.value && !ranked;
  return (
    <li class={style.row}>
      <a href={href(`/product/${encodeURIComponent(product.ref)}`, { gtin: variant?.gtin })}>
        <Picture
          class={style.picture}
          photo={photoOf(product, shown?.colour ?? 0)}
          drawing={category?.silhouette}
          colour={product.colours[shown?.colour ?? 0]?.hex}
        />
        <span class={style.what}>
          <strong class={style.name}>{nameOf(product)}</strong>
          <Kind product={product} />
          {shown && <Price cents={shown.price_cents} reference={shown.reference_price_cents} />}
          {variant ? <VariantHere product={product} variant={variant} /> : <Here product={product} />}
          {fit && (
            <span class={style.fit}>
              <Fit fit={fit} />
            </span>
          )}
        </span>
      </a>
      <span class={style.kept}>
        <Keep product={product} />
      </span>
      {out && (
        <a
          class={style.why}
          href={href(`/product/${encodeURIComponent(product.ref)}`, { why: "1", gtin: variant?.gtin })}
        >
          {t("why.search.not")}
          {"\u00a0· "}
          <span>{t("why.search.ask")}</span>
        </a>
      )}
    </li>
  );
}

function Kind({ product }: { product: Product }) {
  const label = capital(categories.value.get(product.category)?.label ?? "");
  if (product.demonstration)
    return (
      <span class={style.kind}>
        {label} <DemoMark />
      </span>
    );
  return <span class={style.kind}>{dotted(label, product.brand)}</span>;
}

/** The cheapest variant of which a piece is here, else the cheapest. */
function firstHere(product: Product): Variant | undefined {
  const cheapest = [...product.variants].sort((a, b) => a.price_cents - b.price_cents);
  return cheapest.find((variant) => (levelOf(variant.gtin)?.quantity ?? 0) > 0) ?? cheapest[0];
}

function Here({ product }: { product: Product }) {
  const pieces = piecesOf(product);
  if (pieces === null) return <span class={style.none}>{t("search.uncounted")}</span>;
  if (pieces === 0) return <span class={style.none}>{t("search.nothere")}</span>;
  return (
    <span class={style.here}>
      {t("search.here", { n: pieces })}
      <Sizes sizes={sizesHere(product, stock.value)} />
    </span>
  );
}

/** More sizes than this are a range of shoes: their ends say it. */
const LISTED = 7;

function Sizes({ sizes }: { sizes: string[] }) {
  const wanted = answers.value.size;
  const [from = "", to = ""] = [sizes[0], sizes.at(-1)];
  const shown = sizes.length > LISTED ? sizes.filter((size) => size === wanted) : sizes;
  return (
    <>
      {shown.map((size) => (
        <span key={size} class={size === wanted ? style.wanted : style.size}>
          {size}
        </span>
      ))}
      {sizes.length > LISTED && <span class={style.size}>{t("search.sizes", { n: sizes.length, from, to })}</span>}
    </>
  );
}

function VariantHere({ product, variant }: { product: Product; variant: Variant }) {
  const level = levelOf(variant.gtin);
  const which = [variant.size, product.colours[variant.colour]?.name].filter(Boolean).join(", ");
  if (level === null) return <span class={style.none}>{dotted(which, t("search.uncounted"))}</span>;
  if (level.quantity === 0) return <span class={style.none}>{dotted(which, t("search.nothere"))}</span>;
  return <span class={style.here}>{dotted(which, t("search.here", { n: level.quantity }))}</span>;
}
