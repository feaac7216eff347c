import { useSignal } from "@preact/signals";
import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { answers, href, snapshot, stock, t } from "../../state";
import { chosen, toggleChosen } from "../compare/chosen";
import { nameOf } from "../need/piece";
import { rankedOf } from "../need/ranking";
import { RefineChips } from "../refine/RefineChips";
import style from "./Results.module.css";

/** What can be done with a result: turn the phone round, lay it beside another, go on to a lighter or cheaper one. */
export function Deeds({ product }: { product: Product }) {
  const refining = useSignal(false);
  const on = chosen.value.includes(product.ref);
  return (
    <>
      <Button href={href(`/show/${encodeURIComponent(product.ref)}`)}>{t("show.open")}</Button>
      <Chip
        on={on}
        onClick={() => toggleChosen(product.ref)}
        label={t("advice.compare.add.spoken", { name: nameOf(product) })}
      >
        {t(on ? "advice.compare.added" : "advice.compare.add")}
      </Chip>
      {snapshot.value?.finder.comparing && (
        <Chip
          expanded={refining.value}
          onClick={() => {
            refining.value = !refining.value;
          }}
        >
          {t("refine.open")}
        </Chip>
      )}
      {goneHere(product) && (
        <Button kind="quiet" href={href(`/product/${encodeURIComponent(product.ref)}`, { instead: "1" })}>
          {t(answers.value.size ? "instead.open.size" : "instead.open", { size: answers.value.size ?? "" })}
        </Button>
      )}
      {refining.value && (
        <div class={style.refine}>
          <RefineChips product={product} />
        </div>
      )}
    </>
  );
}

/** Whether what fits the customer was counted, and none is here. */
function goneHere(product: Product): boolean {
  const levels = stock.value?.levels;
  const ranked = rankedOf(product.ref);
  if (!levels || !ranked || ranked.in_stock > 0) return false;
  return product.variants.some(
    ({ gtin, size }) => gtin in levels && (!ranked.fits.length || ranked.fits.includes(size)),
  );
}
