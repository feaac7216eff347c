import { useEffect, useState } from "preact/hooks";
import type { PricedVariant } from "../../../lib/apiPrices";
import { money } from "../../../lib/format";
import { lang, t } from "../../../state";
import { readCents, typed } from "./amounts";
import { draftsOf, shownOf, want } from "./draft";
import style from "./prices.module.css";

interface Props {
  shop: string;
  variant: PricedVariant;
  currency: string;
  mayWrite: boolean;
}

/** One size: price and reference price to type, and whether the shop carries it. Enter goes to the next field. */
export function SizeLine({ shop, variant, currency, mayWrite }: Props) {
  const shown = shownOf(shop, variant);
  const changed = draftsOf(shop).has(variant.gtin);
  const name = [variant.size, variant.colour?.name].filter(Boolean).join(", ");
  return (
    <li class={`${style.line} ${changed ? style.isChanged : ""}`}>
      <span class={style.size}>
        {variant.colour && <i class={style.swatch} style={{ background: variant.colour.hex }} aria-hidden="true" />}
        <span>{name}</span>
      </span>
      {mayWrite ? (
        <Amounts shop={shop} variant={variant} name={name} />
      ) : (
        <span class={style.read}>{shown ? money(shown.price, currency) : t("prices.out")}</span>
      )}
      <span class={style.under}>
        {variant.is_above
          ? t("prices.above")
          : variant.lowest_cents !== null && t("prices.lowest.is", { price: money(variant.lowest_cents, currency) })}
        {changed && variant.price_cents !== null && (
          <del class={style.before}>{money(variant.price_cents, currency)}</del>
        )}
      </span>
    </li>
  );
}

function Amounts({ shop, variant, name }: { shop: string; variant: PricedVariant; name: string }) {
  const shown = shownOf(shop, variant);
  const [price, setPrice] = useState(typed(shown?.price ?? null, lang.peek()));
  const [reference, setReference] = useState(typed(shown?.reference ?? null, lang.peek()));
  // What was typed for all sizes, or thrown away, stands in the fields too.
  useEffect(() => {
    if (!shown) return;
    if (readCents(price) !== shown.price) setPrice(typed(shown.price, lang.peek()));
    if (readCents(reference) !== shown.reference) setReference(typed(shown.reference, lang.peek()));
  }, [shown?.price, shown?.reference]);
  const noted = (nextPrice: string, nextReference: string) => {
    const cents = readCents(nextPrice);
    const before = nextReference.trim() === "" ? null : readCents(nextReference);
    if (cents !== null && (before !== null || nextReference.trim() === ""))
      want(shop, variant, { price: cents, reference: before });
  };
  const wrong = price.trim() !== "" && readCents(price) === null;
  const wrongReference = reference.trim() !== "" && readCents(reference) === null;
  return (
    <>
      <input
        class={style.amount}
        inputMode="decimal"
        autocomplete="off"
        aria-label={t("prices.price.of", { name })}
        aria-invalid={wrong || undefined}
        placeholder={t("prices.price")}
        value={price}
        onKeyDown={onward}
        onInput={(event) => {
          setPrice(event.currentTarget.value);
          noted(event.currentTarget.value, reference);
        }}
      />
      <input
        class={style.amount}
        inputMode="decimal"
        autocomplete="off"
        aria-label={t("prices.reference.of", { name })}
        aria-invalid={wrongReference || undefined}
        placeholder={t("prices.reference.short")}
        value={reference}
        onKeyDown={onward}
        onInput={(event) => {
          setReference(event.currentTarget.value);
          noted(price, event.currentTarget.value);
        }}
      />
      <label class={style.carry} title={t("prices.carry")}>
        <input
          type="checkbox"
          aria-label={t("prices.carry.of", { name })}
          checked={shown !== null}
          disabled={shown === null && readCents(price) === null}
          onChange={(event) => {
            if (!event.currentTarget.checked) want(shop, variant, null);
            else noted(price, reference);
          }}
        />
      </label>
    </>
  );
}

/** Enter and the arrows go down and up a column of amounts, as in a sheet. */
function onward(event: KeyboardEvent & { currentTarget: HTMLInputElement }): void {
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const lines = [...(event.currentTarget.closest("ul")?.querySelectorAll("li") ?? [])];
  const at = lines.findIndex((line) => line.contains(event.currentTarget));
  const column = [...(lines[at]?.querySelectorAll("input") ?? [])].indexOf(event.currentTarget);
  const next = lines[at + step]?.querySelectorAll("input")[column];
  next?.focus();
  next?.select();
}
