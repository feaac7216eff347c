import { useSignal } from "@preact/signals";
import { Check, ChevronRight } from "lucide-preact";
import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { later } from "../../lib/later";
import { answers, href, snapshot, stock, t } from "../../state";
import { chosen, toggleChosen } from "../compare/chosen";
import { Keep } from "../favourites/Keep";
import { nameOf } from "../need/piece";
import { rankedOf } from "../need/ranking";
import { fetchSteps } from "../need/refinement";
import style from "./Results.module.css";

/** The list after a step; fetched when somebody looks at the steps. */
export const refinedList = later(() => import("../refine/Refined").then((module) => module.Refined));

const steps = later(() => import("../refine/RefineChips").then((module) => module.RefineChips));

/** What can be done with a result: turn the phone round, lay it beside another, go on to a lighter or cheaper one. */
export function Deeds({ product }: { product: Product }) {
  const refining = useSignal(false);
  const on = chosen.value.includes(product.ref);
  return (
    <>
      <div class={style.row}>
        <div class={style.deeds}>
          <a class={style.deed} href={href(`/show/${encodeURIComponent(product.ref)}`)} aria-label={t("show.open")}>
            {t("advice.deed.show")}
          </a>
          <button
            type="button"
            class={style.deed}
            aria-pressed={on}
            aria-label={t("advice.compare.add.spoken", { name: nameOf(product) })}
            onClick={() => toggleChosen(product.ref)}
          >
            {on && <Check aria-hidden="true" />}
            {t("advice.compare.add")}
          </button>
          {snapshot.value?.finder.comparing && (
            <button
              type="button"
              class={style.deed}
              aria-expanded={refining.value}
              onClick={() => {
                void Promise.all([refinedList.bring(), fetchSteps()]);
                refining.value = !refining.value;
              }}
            >
              {t("refine.open")}
            </button>
          )}
        </div>
        <Keep product={product} />
      </div>
      {refining.value && <steps.Part product={product} />}
      {goneHere(product) && (
        <Button kind="quiet" href={href(`/product/${encodeURIComponent(product.ref)}`, { instead: "1" })}>
          {t(answers.value.size ? "instead.open.size" : "instead.open", { size: answers.value.size ?? "" })}
          <ChevronRight aria-hidden="true" />
        </Button>
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
