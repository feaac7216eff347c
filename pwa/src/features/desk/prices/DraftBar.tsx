import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { tryCells } from "../../../lib/apiPrices";
import { log } from "../../../lib/log";
import { navigate, t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { reasonOf } from "../parts/reason";
import { cellsOf, draftsOf, forget, isSafe } from "./draft";
import style from "./prices.module.css";

/** What was typed and not tried out yet, and the way on; nothing while nothing was. */
export function DraftBar({ shop }: { shop: string }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const count = draftsOf(shop).size;
  if (count === 0) return null;
  const tryOut = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const { import_id } = await tryCells(shop, t("prices.draft.name", { n: count }), cellsOf(shop));
      await forget(shop);
      navigate(`/desk/import/${import_id}`);
    } catch (cause) {
      log.info("prices not tried out", cause);
      setFailure(reasonOf(cause));
      setBusy(false);
    }
  };
  return (
    <section class={style.bar} aria-label={t("prices.draft")}>
      <p class={style.sum} role="status">
        {t("prices.draft.count", { n: count })}
        <span class={style.safe}>{t(isSafe(shop) ? "prices.draft.safe" : "prices.draft.unsafe")}</span>
      </p>
      <div class={style.ways}>
        <ConfirmButton
          kind="quiet"
          confirm={t("prices.draft.forget.confirm", { n: count })}
          onConfirm={() => void forget(shop)}
        >
          {t("prices.draft.forget")}
        </ConfirmButton>
        <Button kind="main" disabled={busy} onClick={() => void tryOut()}>
          {t("prices.draft.try", { n: count })}
        </Button>
      </div>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </section>
  );
}
