import { useState } from "preact/hooks";
import type { Product, Variant } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { Chip, Chips } from "../../components/Chip";
import { say } from "../../components/Toast";
import { buzz } from "../../lib/buzz";
import { log } from "../../lib/log";
import { claimOf, href, recordDelta, t, type Why } from "../../state";
import { recordSale } from "../../state/sales";
import { claimText } from "./claim";
import style from "./sizeStock.module.css";

interface Props {
  product: Product;
  variant: Variant;
}

/** What is known of one size, and what just became of it: sold, received, or to be counted. */
export function SizeStock({ product, variant }: Props) {
  const [last, setLast] = useState<number | null>(null);
  const { gtin, size } = variant;
  const put = async (delta: number, why: Why, said: string) => {
    try {
      // A sale belongs to the present customer: what came of the advice does not count it again.
      if (why === "sold") await recordSale({ taken: [gtin], returned: [] });
      else if (last === -1) await recordSale({ taken: [], returned: [gtin] });
      else await recordDelta(gtin, delta, why);
      setLast(why === "correction" ? null : delta);
      buzz("done");
      say(t(said));
    } catch (cause) {
      log.error("stock not recorded", cause);
      say(t("count.deed.failed"));
    }
  };
  return (
    <section class={style.stock} aria-label={t("count.here", { size })}>
      <p role="status">
        <strong>{size}</strong>
        {`\u00a0· ${claimText(claimOf(gtin))}`}
      </p>
      <Chips label={t("count.here", { size })}>
        <Chip onClick={() => void put(-1, "sold", "count.done.sold")}>{t("count.deed.sold")}</Chip>
        <Chip onClick={() => void put(1, "received", "count.done.received")}>{t("count.deed.received")}</Chip>
        {last !== null && (
          <Chip kind="firm" onClick={() => void put(-last, "correction", "count.done.undone")}>
            {t("count.undo.deed")}
          </Chip>
        )}
        <Button kind="quiet" href={href("/count", { ref: product.ref, gtin })}>
          {t("count.deed.count")}
        </Button>
      </Chips>
    </section>
  );
}
