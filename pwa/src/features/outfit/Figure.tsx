import { Check } from "lucide-preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { Silhouette } from "../../components/Silhouette";
import type { OutfitPlace } from "../../finder/outfit";
import { categories, t } from "../../state";
import { nameOf } from "../need/piece";
import { Body } from "./Body";
import style from "./Figure.module.css";
import { type Spot, spots } from "./spots";
import { opened, productOf, slotOf } from "./state";
import { useSame } from "./useSame";
import { emptyWord, labelOf, price } from "./words";

/** The body with what it wears: layers fanned from skin to shell, each piece where it is worn. A tap opens its place. */
export function Figure({ places, still }: { places: readonly OutfitPlace[]; still?: boolean }) {
  return (
    <div class={style.figure}>
      <Body />
      <p class={style.from} aria-hidden="true">
        {t("outfit.skin")}
      </p>
      <p class={style.to} aria-hidden="true">
        {t("outfit.shell")}
      </p>
      <ul class={style.pieces} aria-label={t("outfit.figure")}>
        {spots(still ? places.filter((place) => place.piece) : places).map((spot) => (
          <Piece key={spot.place.id} spot={spot} {...(still ? { still } : {})} />
        ))}
      </ul>
    </div>
  );
}

interface PieceProps {
  spot: Spot;
  still?: boolean;
}

/** A piece that stays the same while the slider moves is not drawn again. */
function Piece({ spot, still = false }: PieceProps) {
  const same = useSame(spot);
  return useMemo(() => <Placed spot={same} still={still} />, [same, still]);
}

function Placed({ spot, still }: PieceProps) {
  const { place, x, y, size } = spot;
  const box = { left: `${x}%`, top: `${y}%`, width: `${size}%` };
  const drawing = <Drawing place={place} />;
  return (
    <li class={style.piece} style={box}>
      {still ? (
        <span class={style.button}>{drawing}</span>
      ) : (
        <button
          type="button"
          class={style.button}
          aria-label={spoken(place)}
          onClick={() => {
            opened.value = place.id;
          }}
        >
          {drawing}
        </button>
      )}
    </li>
  );
}

function Drawing({ place }: { place: OutfitPlace }) {
  const product = place.piece ? productOf(place.piece.ref) : undefined;
  const category = product?.category ?? slotOf(place.id)?.drawing ?? "";
  const colour = product?.colours[place.piece?.colour ?? 0]?.hex;
  const arriving = useArrival(place.piece?.ref ?? "");
  return (
    <span
      ref={arriving}
      class={`${style.drawing} ${product ? style.worn : style.empty} ${place.id === "hands-spare" ? style.right : ""}`}
    >
      <Silhouette drawing={categories.value.get(category)?.silhouette} colour={product ? colour : undefined} />
      {place.owned && <Check class={style.owned} aria-hidden="true" />}
    </span>
  );
}

/** Show that a piece has come; without motion it is simply there. */
function useArrival(ref: string) {
  const element = useRef<HTMLSpanElement>(null);
  const before = useRef(ref);
  useLayoutEffect(() => {
    if (before.current === ref || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    before.current = ref;
    element.current?.animate?.([{ opacity: 0.2, transform: "translateY(6px)" }, {}], {
      duration: 180,
      easing: "ease-out",
    });
  }, [ref]);
  return element;
}

function spoken(place: OutfitPlace): string {
  const slot = labelOf(place.id);
  const product = place.piece ? productOf(place.piece.ref) : undefined;
  if (!product || !place.piece) return t("outfit.place", { slot, state: emptyWord(place) });
  return t("outfit.piece", { slot, name: nameOf(product), price: price(place.piece.price_cents ?? 0) });
}
