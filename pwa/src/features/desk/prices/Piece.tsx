import { useState } from "preact/hooks";
import { Fold } from "../../../components/Fold";
import { fetchStory, type PricedProduct, type PricedVariant } from "../../../lib/apiPrices";
import { date, money, yearlyDate } from "../../../lib/format";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import page from "../parts/page.module.css";
import { SidePanel } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import { readCents } from "./amounts";
import { shownOf, want } from "./draft";
import style from "./prices.module.css";
import { SizeLine } from "./SizeLine";

interface Props {
  shop: string;
  piece: PricedProduct;
  currency: string;
  mayWrite: boolean;
  onClose: () => void;
}

/** A piece with all its sizes: one price for all, or each its own. What is typed waits in the draft. */
export function Piece({ shop, piece, currency, mayWrite, onClose }: Props) {
  const many = piece.variants.length > 1;
  return (
    <SidePanel title={piece.name} onClose={onClose}>
      <Law piece={piece} currency={currency} />
      {mayWrite && many && <All shop={shop} variants={piece.variants} />}
      <ul class={style.lines}>
        {piece.variants.map((variant) => (
          <SizeLine key={variant.gtin} shop={shop} variant={variant} currency={currency} mayWrite={mayWrite} />
        ))}
      </ul>
      <Fold title={t("prices.story")}>
        <Story shop={shop} variants={piece.variants} currency={currency} />
      </Fold>
    </SidePanel>
  );
}

/** What the law says of the announced reduction, and how far the record reaches. */
function Law({ piece, currency }: { piece: PricedProduct; currency: string }) {
  const above = piece.variants.find(({ is_above }) => is_above);
  if (above)
    return <p class={style.warning}>{t("prices.law.above", { lowest: money(above.lowest_cents ?? 0, currency) })}</p>;
  const reduced = piece.variants.find(({ reduced_since }) => reduced_since !== null);
  if (!reduced?.reduced_since) return null;
  const key = `prices.law.${reduced.lowest_state}`;
  return (
    <p class={page.note}>
      {t(key, { date: date(reduced.reduced_since), lowest: money(reduced.lowest_cents ?? 0, currency) })}
    </p>
  );
}

/** One price for all sizes that the shop carries. */
function All({ shop, variants }: { shop: string; variants: readonly PricedVariant[] }) {
  const [price, setPrice] = useState("");
  const [reference, setReference] = useState("");
  const apply = (nextPrice: string, nextReference: string) => {
    const cents = readCents(nextPrice);
    const before = readCents(nextReference);
    for (const variant of variants) {
      const now = shownOf(shop, variant);
      if (!now || (cents === null && before === null)) continue;
      want(shop, variant, { price: cents ?? now.price, reference: before ?? now.reference });
    }
  };
  return (
    <div class={style.all}>
      <Field
        label={t("prices.all.price")}
        kind="number"
        unit="€"
        value={price}
        onInput={(text) => {
          setPrice(text);
          apply(text, reference);
        }}
      />
      <Field
        label={t("prices.all.reference")}
        kind="number"
        unit="€"
        value={reference}
        onInput={(text) => {
          setReference(text);
          apply(price, text);
        }}
      />
    </div>
  );
}

/** What was asked for one size, the latest first. */
function Story({
  shop,
  variants,
  currency,
}: Pick<Props, "shop" | "currency"> & { variants: readonly PricedVariant[] }) {
  const [gtin, setGtin] = useState(variants[0]?.gtin ?? "");
  const { data, failure } = useAsked(`story ${shop} ${gtin}`, (signal) => fetchStory(shop, gtin, signal));
  const choices = variants.map(({ gtin: value, size, colour }) => ({
    value,
    label: [size, colour?.name].filter(Boolean).join(", "),
  }));
  return (
    <>
      {choices.length > 1 && (
        <Field label={t("prices.story.size")} kind="choice" value={gtin} choices={choices} onInput={setGtin} />
      )}
      {failure && <p class={page.note}>{failure}</p>}
      {data?.length === 0 && <p class={page.note}>{t("prices.story.none")}</p>}
      <ol class={style.story}>
        {data?.map((each) => (
          <li key={each.since}>
            <span>{money(each.price_cents, currency)}</span>
            {each.reference_price_cents !== null && <s>{money(each.reference_price_cents, currency)}</s>}
            <span class={page.note}>
              {each.until
                ? t("prices.story.until", { from: yearlyDate(each.since), until: yearlyDate(each.until) })
                : t("prices.story.since", { from: yearlyDate(each.since) })}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
