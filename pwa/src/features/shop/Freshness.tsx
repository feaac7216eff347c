import { Button } from "../../components/Button";
import { age, date, number } from "../../lib/format";
import {
  counted,
  explain,
  lastSync,
  nextSnapshot,
  online,
  refresh,
  snapshot,
  stock,
  swapCatalogue,
  syncFailure,
  syncing,
  t,
} from "../../state";
import { Fact, Section } from "./Section";
import style from "./shop.module.css";

/** How old what this phone shows is, in words, and the way to ask again. */
export function Freshness() {
  const catalogue = snapshot.value;
  const busy = syncing.value === "refreshing";
  return (
    <Section title={t("shop.fresh")}>
      <dl>
        <Fact label={t("shop.catalogue")}>
          {catalogue
            ? t("shop.catalogue.value", { date: date(catalogue.published_at), revision: number(catalogue.revision) })
            : t("shop.catalogue.none")}
        </Fact>
        {catalogue && <Fact label={t("shop.range")}>{rangeOf(catalogue.products)}</Fact>}
        <Fact label={t("shop.stock")}>{stock.value ? counted(stock.value.as_of) : t("shop.stock.none")}</Fact>
        <Fact label={t("shop.checked")}>{lastSync.value ? age(lastSync.value) : t("shop.checked.never")}</Fact>
      </dl>
      <p role="status" class={style.state}>
        {busy ? t("shop.refreshing") : stateSentence()}
      </p>
      {nextSnapshot.value ? (
        <Button onClick={swapCatalogue}>{t("shop.swap", { revision: number(nextSnapshot.value.revision) })}</Button>
      ) : (
        <Button onClick={() => void refresh()} disabled={busy}>
          {t("shop.refresh")}
        </Button>
      )}
    </Section>
  );
}

function rangeOf(products: readonly { variants: readonly unknown[] }[]): string {
  const variants = products.reduce((sum, product) => sum + product.variants.length, 0);
  return `${t("shop.models", { n: products.length })}, ${t("shop.variants", { n: variants })}`;
}

function stateSentence(): string {
  if (syncFailure.value) return explain(syncFailure.value);
  return online.value ? "" : t("error.offline");
}
