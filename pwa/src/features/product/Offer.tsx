import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import type { Product } from "../../catalogue/types";
import { Fold } from "../../components/Fold";
import { Price } from "../../components/Price";
import type { ResultData } from "../../components/ResultRow";
import { type SizeHere, SizeRow } from "../../components/SizeRow";
import { yearlyDate } from "../../lib/format";
import { counted, isOldWord, lastSync, snapshot, stock, t, when } from "../../state";
import { SizeStock } from "../count/SizeStock";
import { lawLine } from "./law";
import style from "./Offer.module.css";

interface Props {
  product: Product;
  result: ResultData;
  /** Sizes in the colour that is shown. */
  sizes: readonly SizeHere[];
  colour: Signal<number>;
  /** What to propose where the size or the colour is gone. */
  children?: ComponentChildren;
}

/** What can be had here: sizes, help with the size, price. */
export function Offer({ product, result, sizes, colour, children }: Props) {
  const variant = product.variants.find(
    (one) => one.colour === colour.value && (!result.wanted || one.size === result.wanted),
  );
  const price = variant ?? product.variants[0];
  return (
    <section class={style.offer}>
      <h2 class={style.title}>{t("product.sizes")}</h2>
      <SizeRow
        key={colour.value}
        sizes={sizes}
        wanted={result.wanted}
        label={t("ui.sizes")}
        detail={(size) => {
          const asked = product.variants.find((one) => one.colour === colour.value && one.size === size);
          return asked && <SizeStock key={asked.gtin} product={product} variant={asked} />;
        }}
      />
      <p class={style.counted}>
        {stockLine(sizes)}
        {silence()}
      </p>
      {children}
      {product.variants.length > 1 && <SizeHelp product={product} />}
      {price && (
        <div class={style.price}>
          <Price
            cents={price.price_cents}
            reference={price.reference_price_cents}
            currency={result.currency}
            size="large"
            law={lawLine(price.reference_proven)}
          />
          <p class={style.counted}>{snapshot.value && t("product.priced", { day: dayOf(snapshot.value) })}</p>
        </div>
      )}
    </section>
  );
}

const dayOf = ({ published_at }: { published_at: string }): string => yearlyDate(published_at);

/** When the sizes that are shown were counted: the oldest count speaks for all. */
function stockLine(sizes: readonly SizeHere[]): string {
  if (!stock.value) return t("product.stock.unknown");
  const counts = sizes.flatMap(({ counted_at }) => counted_at ?? []).sort((a, b) => Date.parse(a) - Date.parse(b));
  return counts[0] ? t("product.counted", { counted: counted(counts[0]) }) : t("product.counted.never");
}

/** Whatever was counted: what this phone knows of it may be old. */
function silence(): string {
  const heard = lastSync.value;
  return heard && isOldWord(heard) ? `\u00a0· ${t("product.heard", { when: when(heard) })}` : "";
}

/** The advice on sizes is fetched when it is first unfolded; the service worker keeps it, so it works offline too. */
function SizeHelp({ product }: { product: Product }) {
  const Panel = useSignal<ComponentType<{ product: Product }> | null>(null);
  const load = async (open: boolean) => {
    if (open && !Panel.peek()) Panel.value = (await import("./SizePanel")).SizePanel;
  };
  return (
    <div class={style.help}>
      <Fold title={t("size.title")} line={product.fit_note || undefined} onToggle={(open) => void load(open)}>
        {Panel.value && <Panel.value product={product} />}
      </Fold>
    </div>
  );
}
