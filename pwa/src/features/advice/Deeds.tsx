import { useSignal } from "@preact/signals";
import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { Chip } from "../../components/Chip";
import { href, snapshot, t } from "../../state";
import { chosen, toggleChosen } from "../compare/chosen";
import { nameOf } from "../need/piece";
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
      {refining.value && (
        <div class={style.refine}>
          <RefineChips product={product} />
        </div>
      )}
    </>
  );
}
