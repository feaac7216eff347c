import { useState } from "preact/hooks";
import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { lastSync, received, stock, t } from "../../state";
import { Row } from "./Row";
import style from "./search.module.css";

/** Rows drawn at once; more than a seller reads, fewer than a phone feels. */
const PAGE = 24;

interface Props {
  products: readonly Product[];
  /** Not all words were found as they were written. */
  close: boolean;
  /** The query with its slips put right. */
  meant: string | null;
}

/** The pieces found, best first. */
export function Results({ products, close, meant }: Props) {
  const [shown, setShown] = useState(PAGE);
  const known = stock.value && lastSync.value;
  return (
    <section aria-label={t("search.results")}>
      <p class={style.count} role="status">
        {meant
          ? t("search.meant", { text: meant, n: products.length })
          : t(close ? "search.close" : "search.count", { n: products.length })}
        {known && <span> · {t("search.stock", { received: received(known) })}</span>}
      </p>
      <ul class={style.rows}>
        {products.slice(0, shown).map((product) => (
          <Row key={product.ref} product={product} />
        ))}
      </ul>
      {products.length > shown && (
        <Button wide onClick={() => setShown(shown + PAGE)}>
          {t("search.more", { n: Math.min(PAGE, products.length - shown) })}
        </Button>
      )}
    </section>
  );
}
