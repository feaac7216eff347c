import { ChevronRight } from "lucide-preact";
import { useMemo } from "preact/hooks";
import type { Product } from "../../catalogue/types";
import { Fold } from "../../components/Fold";
import { Price } from "../../components/Price";
import { Fit } from "../../components/ResultRow";
import { Silhouette } from "../../components/Silhouette";
import type { OutfitPlace, ToldPiece } from "../../finder/outfit";
import { dotted } from "../../lib/dotted";
import { categories, snapshot, t } from "../../state";
import { fitWord } from "../need/piece";
import { Name } from "./Name";
import style from "./Rows.module.css";
import { opened, productOf, slotOf } from "./state";
import { useSame } from "./useSame";
import { emptyWord, labelOf, variantLine, whyOf } from "./words";

const ZONES: readonly { id: string; zones: readonly string[] }[] = [
  { id: "torso", zones: ["torso"] },
  { id: "legs", zones: ["legs"] },
  { id: "head", zones: ["head", "hands"] },
  { id: "feet", zones: ["feet"] },
  { id: "back", zones: ["back", "night", "rope"] },
];

/** The same outfit in words: place by place, from skin to shell, head to foot. */
export function Rows({ places }: { places: readonly OutfitPlace[] }) {
  const needed = places.filter((place) => place.needed !== "none");
  const left = useSame(places.filter((place) => place.needed === "none"));
  const without = useMemo(() => <NotNeeded places={left} />, [left]);
  return (
    <>
      {ZONES.map(({ id, zones }) => {
        const here = needed.filter((place) => zones.includes(slotOf(place.id)?.zone ?? ""));
        if (here.length === 0) return null;
        return (
          <section key={id} class={style.zone} aria-labelledby={`outfit-${id}`}>
            <h2 id={`outfit-${id}`} class={style.heading}>
              {t(`outfit.zone.${id}`)}
            </h2>
            <ul>
              {here.map((place) => (
                <Row key={place.id} place={place} />
              ))}
            </ul>
          </section>
        );
      })}
      {without}
    </>
  );
}

/** A slider moves sixty times a second: a row that stays the same is not made again. */
function Row({ place }: { place: OutfitPlace }) {
  const same = useSame(place);
  return useMemo(() => <Line place={same} />, [same]);
}

function Line({ place }: { place: OutfitPlace }) {
  // What another piece fills is changed there.
  if (place.filled_by !== null) {
    return (
      <li class={`${style.item} ${style.row}`}>
        <Inside place={place} />
      </li>
    );
  }
  return (
    <li class={style.item}>
      <button
        type="button"
        class={style.row}
        onClick={() => {
          opened.value = place.id;
        }}
      >
        <Inside place={place} />
      </button>
    </li>
  );
}

function Inside({ place }: { place: OutfitPlace }) {
  const { piece } = place;
  const product = piece ? productOf(piece.ref) : undefined;
  const category = product?.category ?? slotOf(place.id)?.drawing ?? "";
  return (
    <>
      <Silhouette
        class={`${style.drawing} ${product ? "" : style.ghost}`}
        drawing={categories.value.get(category)?.silhouette}
        colour={product?.colours[piece?.colour ?? 0]?.hex}
      />
      <span class={style.words}>
        <span class={style.slot}>{slotWords(place)}</span>
        {product && piece ? (
          <Worn product={product} piece={piece} />
        ) : (
          <span class={style.missing}>{emptyWord(place)}</span>
        )}
      </span>
      {piece ? (
        <PieceSum piece={piece} />
      ) : (
        place.filled_by === null && <ChevronRight class={style.arrow} aria-hidden />
      )}
    </>
  );
}

function slotWords(place: OutfitPlace): string {
  const more = [place.needed === "useful" ? t("outfit.useful") : "", place.fixed ? t("outfit.fixed") : ""];
  return dotted(labelOf(place.id), ...more);
}

function PieceSum({ piece }: { piece: ToldPiece }) {
  if (piece.price_cents === null) return null;
  return (
    <span class={style.price}>
      <Price
        cents={piece.price_cents}
        reference={piece.reference_price_cents}
        currency={snapshot.value?.shop.currency ?? "EUR"}
      />
    </span>
  );
}

function Worn({ product, piece }: { product: Product; piece: ToldPiece }) {
  const fit = fitWord(snapshot.value?.finder.parameters.words ?? [], piece.score);
  return (
    <>
      <Name product={product} />
      <span class={style.line}>
        {fit && <Fit fit={fit} />}
        <span class={style.variant}>{variantLine(piece)}</span>
      </span>
    </>
  );
}

/** Over-equipment is a fault as well: what is left out, and why. */
function NotNeeded({ places }: { places: readonly OutfitPlace[] }) {
  if (places.length === 0) return null;
  return (
    <div class={style.none}>
      <Fold title={t("outfit.none", { n: places.length })}>
        <dl>
          {places.map((place) => (
            <div key={place.id} class={style.reason}>
              <dt>{labelOf(place.id)}</dt>
              <dd>{whyOf(place)}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    </div>
  );
}
