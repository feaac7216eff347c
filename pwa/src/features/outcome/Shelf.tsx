import { useState } from "preact/hooks";
import type { Product, Variant } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { number } from "../../lib/format";
import { levelOf, t } from "../../state";
import { nameOf } from "../need/piece";
import type { Offered } from "./selling";
import style from "./shelf.module.css";

interface Props {
  offered: readonly Offered[];
  /** The variants that leave the stock, by GTIN; none where the seller says so. */
  onDone: (taken: readonly string[], refs: readonly string[]) => void;
}

/** After a sale: which variant leaves the stock. One piece takes one tap; nothing leaves without one. */
export function Shelf({ offered, onDone }: Props) {
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const isOne = offered.length === 1;
  const pick = ({ ref }: Product, { gtin }: Variant) => {
    if (isOne) return onDone([gtin], [ref]);
    const next = new Map(picked);
    if (next.get(ref) === gtin) next.delete(ref);
    else next.set(ref, gtin);
    setPicked(next);
  };
  return (
    <div class={style.shelf}>
      <p class={style.question}>{t(isOne ? "outcome.stock.which" : "outcome.stock.which.all")}</p>
      {offered.map((one) => (
        <Piece
          key={one.product.ref}
          offered={one}
          named={!isOne}
          picked={picked.get(one.product.ref) ?? null}
          onPick={(variant) => pick(one.product, variant)}
        />
      ))}
      <p class={style.ways}>
        {picked.size > 0 && (
          <Button kind="main" onClick={() => onDone([...picked.values()], [...picked.keys()])}>
            {t("outcome.stock.take", { n: picked.size })}
          </Button>
        )}
        <button type="button" class={style.none} onClick={() => onDone([], [])}>
          {t("outcome.stock.none")}
        </button>
      </p>
    </div>
  );
}

interface PieceProps {
  offered: Offered;
  named: boolean;
  picked: string | null;
  onPick: (variant: Variant) => void;
}

function Piece({ offered: { product, likely, others }, named, picked, onPick }: PieceProps) {
  const [all, setAll] = useState(likely.length === 0);
  const shown = all ? [...likely, ...others] : likely;
  return (
    <fieldset class={style.piece}>
      <legend class={named ? style.name : "spoken"}>{nameOf(product)}</legend>
      <div class={style.variants}>
        {shown.map((variant) => (
          <One
            key={variant.gtin}
            product={product}
            variant={variant}
            on={variant.gtin === picked}
            onPick={() => onPick(variant)}
          />
        ))}
        {!all && others.length > 0 && (
          <button type="button" class={style.other} onClick={() => setAll(true)}>
            {t("outcome.stock.other")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** A size, its colour where there are several, and what would be left. */
function One(props: { product: Product; variant: Variant; on: boolean; onPick: () => void }) {
  const { product, variant, on, onPick } = props;
  const quantity = levelOf(variant.gtin)?.quantity ?? 0;
  const left = quantity - 1;
  const colour = product.colours.length > 1 ? product.colours[variant.colour] : undefined;
  return (
    <button
      type="button"
      class={`${style.variant} ${quantity === 0 ? style.gone : ""}`}
      aria-pressed={on}
      onClick={onPick}
    >
      <strong class={style.size}>{variant.size}</strong>
      {colour && (
        <span class={style.colour}>
          <span class={style.swatch} style={{ "--colour": colour.hex }} aria-hidden="true" />
          {colour.name}
        </span>
      )}
      {quantity > 0 ? (
        <>
          <span class={style.left} aria-hidden="true">
            {number(quantity)} → {number(left)}
          </span>
          <span class="spoken">{t("outcome.stock.left", { n: left, count: number(left) })}</span>
        </>
      ) : (
        <span class={style.left}>{t("outcome.stock.gone")}</span>
      )}
    </button>
  );
}
