import { Button } from "../../components/Button";
import { date, number } from "../../lib/format";
import {
  explain,
  isOldWord,
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
  unsentCount,
  when,
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
        <Fact label={t("shop.stock")}>{lastCount()}</Fact>
        <Fact label={t("title.outbox")}>
          <a href="#/outbox">
            {unsentCount.value > 0 ? t("outbox.waiting", { n: unsentCount.value }) : t("outbox.none.short")}
          </a>
        </Fact>
        <Fact label={t("shop.checked")}>{lastNews()}</Fact>
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

function lastCount(): string {
  if (!stock.value) return t("shop.stock.none");
  let newest = "";
  for (const { counted_at } of Object.values(stock.value.levels)) if (counted_at > newest) newest = counted_at;
  return newest ? t("shop.stock.value", { when: when(newest) }) : t("shop.stock.uncounted");
}

/** When the server last said that all this is current. */
function lastNews(): string {
  const heard = lastSync.value;
  if (!heard) return t("shop.checked.never");
  return isOldWord(heard) ? t("shop.checked.old", { when: when(heard) }) : when(heard);
}

function rangeOf(products: readonly { variants: readonly unknown[] }[]): string {
  const variants = products.reduce((sum, product) => sum + product.variants.length, 0);
  return `${t("shop.models", { n: products.length })}, ${t("shop.variants", { n: variants })}`;
}

function stateSentence(): string {
  if (syncFailure.value) return explain(syncFailure.value);
  return online.value ? "" : t("error.offline");
}
