import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Product } from "../../catalogue/types";
import { Button } from "../../components/Button";
import { useGrowing } from "../../components/useGrowing";
import { lastSync, received, stock, t } from "../../state";
import { Row } from "./Row";
import style from "./search.module.css";

/** Rows drawn at once; more than a seller reads, fewer than a phone feels. */
const PAGE = 24;
/** A screen of them answers the key; the others follow, a few a frame, so that the next key never waits for many. */
const STEPS = [7, 12, 18];

interface Props {
  /** What was asked for: with other words the list begins at its top. */
  asked: string;
  products: readonly Product[];
  /** Not all words were found as they were written. */
  close: boolean;
  /** The query with its slips put right. */
  meant: string | null;
}

/** The pieces found, best first. */
export function Results({ asked, products, close, meant }: Props) {
  const [turned, turn] = useState({ of: asked, pages: 1 });
  const pages = turned.of === asked ? turned.pages : 1;
  const all = Math.min(products.length, pages * PAGE);
  const shown = useGrowing(STEPS, all, asked);
  const row = useRows();
  const known = stock.value && lastSync.value;
  return (
    <section aria-label={t("search.results")}>
      <p class={style.count} role="status">
        {meant
          ? t("search.meant", { text: meant, n: products.length })
          : t(close ? "search.close" : "search.count", { n: products.length })}
        {known && <span>{`\u00a0· ${t("search.stock", { received: received(known) })}`}</span>}
      </p>
      <ul class={style.rows}>{products.slice(0, shown).map(row)}</ul>
      {products.length > all && (
        <Button wide onClick={() => turn({ of: asked, pages: pages + 1 })}>
          {t("search.more", { n: Math.min(PAGE, products.length - all) })}
        </Button>
      )}
    </section>
  );
}

/** A piece that the next letter finds again keeps its row: the very same element is not compared anew. */
function useRows(): (product: Product) => VNode {
  return useMemo(() => {
    const rows = new WeakMap<Product, VNode>();
    return (product) => {
      const row = rows.get(product) ?? <Row key={product.ref} product={product} />;
      rows.set(product, row);
      return row;
    };
  }, []);
}
