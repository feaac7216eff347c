import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import type { Product } from "../../catalogue/types";
import { Fold } from "../../components/Fold";
import { Price } from "../../components/Price";
import type { ResultData } from "../../components/ResultRow";
import { type SizeHere, SizeRow } from "../../components/SizeRow";
import { counted, stock, t } from "../../state";
import { SizeStock } from "../count/SizeStock";
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
        {stock.value ? t("product.counted", { counted: counted(stock.value.as_of) }) : t("product.stock.unknown")}
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
            law
          />
        </div>
      )}
    </section>
  );
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
