import { useLayoutEffect, useRef } from "preact/hooks";
import type { Product } from "../../catalogue/types";
import { Fit } from "../../components/ResultRow";
import { Silhouette } from "../../components/Silhouette";
import { type Alternative, type Alternatives, alternatives } from "../../finder/alternatives";
import { dotted } from "../../lib/dotted";
import { money } from "../../lib/format";
import { answers, categories, href, lang, products, snapshot, stock, t } from "../../state";
import { Ways } from "../advice/Relaxations";
import { fitWord, nameOf } from "../need/piece";
import { hasNeed } from "../need/ranking";
import { adviceFor, given } from "../product/sizeGiven";
import style from "./instead.module.css";

interface Props {
  product: Product;
  /** The size that is looked for; null where none was named. */
  size: string | null;
  colour: number;
  onColour: (colour: number) => void;
  /** Bring it into sight: the seller asked for it. */
  sought: boolean;
}

/** Where the size or the colour is gone: another colour, the size beside it, the nearest pieces. Never a dead end. */
export function Instead({ product, size, colour, onColour, sought }: Props) {
  const part = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (sought) part.current?.scrollIntoView({ block: "center" });
  }, [sought]);
  const catalogue = snapshot.value;
  if (!catalogue?.finder.comparing || !stock.value) return null;
  const { finder, products: range, shop } = catalogue;
  const found = alternatives(finder, range, answers.value, stock.value, product.ref, size, colour, shop.currency);
  if (found.here === null || found.here > 0) return null;
  const advised = advisedSizes(product);
  const sizes = found.sizes.filter((beside) => advised === null || advised.includes(beside.size));
  return (
    <section ref={part} class={style.instead}>
      <h2 class={style.title}>{titleOf(product, found, size)}</h2>
      <Colours product={product} found={found} onColour={onColour} />
      <Sizes sizes={sizes} advised={advised !== null} />
      <Nearest found={found} size={size} />
    </section>
  );
}

/** The sizes that the size advice names or allows for this customer; null where it was not asked. */
function advisedSizes(product: Product): readonly string[] | null {
  const advice = adviceFor(product, snapshot.value?.size_charts ?? [], given.value, lang.value);
  return advice ? [advice.size, ...advice.alternatives].filter((size) => size !== null) : null;
}

function titleOf(product: Product, found: Alternatives, size: string | null): string {
  if (size === null) return t("instead.title");
  const offered = product.variants.some((variant) => variant.size === size);
  if (!offered) return t("instead.title.unoffered", { size });
  return t(found.colours.length > 0 ? "instead.title.colour" : "instead.title.size", { size });
}

function Colours({ product, found, onColour }: { product: Product; found: Alternatives; onColour: Props["onColour"] }) {
  if (!found.colours.length) return null;
  return (
    <div>
      <h3 class={style.small}>{t("instead.colours")}</h3>
      <ul>
        {found.colours.map(({ colour, sizes, stock: n }) => (
          <li key={colour}>
            <button type="button" class={style.line} onClick={() => onColour(colour)}>
              <i style={{ background: product.colours[colour]?.hex ?? "none" }} aria-hidden="true" />
              {t("instead.colour", { colour: product.colours[colour]?.name ?? "", sizes: sizes.join(", "), n })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sizes({ sizes, advised }: { sizes: Alternatives["sizes"]; advised: boolean }) {
  if (!sizes.length) return null;
  return (
    <div>
      <h3 class={style.small}>{t("instead.sizes")}</h3>
      <ul>
        {sizes.map((beside) => (
          <li key={beside.size} class={style.line}>
            {t(`instead.${beside.step}`, { size: beside.size, n: beside.stock })}
          </li>
        ))}
      </ul>
      <p class={style.note}>{t(advised ? "instead.sizes.advised" : "instead.sizes.try")}</p>
    </div>
  );
}

function Nearest({ found, size }: { found: Alternatives; size: string | null }) {
  if (!found.pieces.length)
    return (
      <div>
        <p class={style.note}>{t("instead.none", { size: size ?? "" })}</p>
        <Ways ways={found.relaxations} />
      </div>
    );
  return (
    <div>
      <h3 class={style.small}>{size === null ? t("instead.pieces.any") : t("instead.pieces", { size })}</h3>
      <ul>
        {found.pieces.map((piece) => (
          <Near key={piece.ref} piece={piece} />
        ))}
      </ul>
    </div>
  );
}

const TOLD = 3;

/** One near piece, with what it has more and less of. */
function Near({ piece }: { piece: Alternative }) {
  const product = products.value.get(piece.ref);
  const words = snapshot.value?.finder.parameters.words ?? [];
  if (!product) return null;
  const fit = hasNeed.value ? fitWord(words, piece.score) : null;
  const told = piece.differences.slice(0, TOLD).map(({ text }) => text);
  return (
    <li>
      <a class={style.near} href={href(`/product/${encodeURIComponent(product.ref)}`)}>
        <Silhouette
          class={style.picture}
          drawing={categories.value.get(product.category)?.silhouette}
          colour={product.colours[0]?.hex}
        />
        <span class={style.words}>
          <strong>{nameOf(product)}</strong>
          <span class={style.facts}>
            {fit && <Fit fit={fit} />}
            {piece.price_cents !== null && <span>{money(piece.price_cents, snapshot.value?.shop.currency)}</span>}
          </span>
          <span class={style.note}>{told.length ? dotted(...told) : t("instead.same")}</span>
        </span>
      </a>
    </li>
  );
}
