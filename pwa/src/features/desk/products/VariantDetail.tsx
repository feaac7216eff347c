import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../components/Button";
import { readGtin } from "../../../lib/gtin";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import type { FormProps } from "./EditorForm";
import { errorOf } from "./errors";
import { cents, type FormPrice, type FormVariant } from "./form";
import { withoutVariant } from "./grid";
import style from "./picks.module.css";

interface Props extends FormProps {
  id: string;
  onRemoved: () => void;
  /** Escape: back to the grid. */
  onDone: () => void;
}

/** One size and colour: its barcode, its words, and what each shop asks for it. */
export function VariantDetail({ editor, words, errors, readOnly, id, onRemoved, onDone }: Props) {
  const variant = editor.form.variants[id] as FormVariant;
  const isNew = !editor.base.variants[id];
  const put = (part: Partial<FormVariant>) =>
    editor.edit(`variants.${id}`, (form) => ({
      ...form,
      variants: { ...form.variants, [id]: { ...variant, ...part } },
    }));
  const field = `variants.${id}`;
  const name = t("products.variant.name", { size: variant.size, colour: variant.colour.name.fr ?? "" });
  const box = useRef<HTMLElement>(null);
  // What was just added wants its code first.
  useEffect(() => {
    if (isNew && !variant.gtin) box.current?.querySelector("input")?.focus();
  }, []);
  return (
    <section
      ref={box}
      class={style.variant}
      aria-label={name}
      onKeyDown={(event) => {
        const isDone = event.key === "Escape" || (event.key === "Enter" && event.target instanceof HTMLInputElement);
        if (!isDone) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <h4 class={style.variantTitle}>{name}</h4>
      <Field
        label={t("products.variant.gtin")}
        value={variant.gtin}
        onInput={(gtin) => put({ gtin })}
        disabled={!isNew}
        help={isNew ? t("products.variant.gtin.help") : undefined}
        error={errorOf(errors, `${field}.gtin`) ?? wrongGtin(variant.gtin)}
      />
      <div class={style.pair}>
        <Field
          label={t("products.variant.sku")}
          value={variant.sku}
          onInput={(sku) => put({ sku })}
          error={errors[`${field}.sku`]}
        />
        <Field
          label={t("products.variant.size")}
          value={variant.size}
          onInput={(size) => put({ size })}
          error={errors[`${field}.size`]}
        />
      </div>
      <ColourNames variant={variant} errors={errors} field={field} put={put} />
      {words.shops.map((shop) => (
        <ShopPrice key={shop.id} editor={editor} errors={errors} shop={shop} id={id} />
      ))}
      {!readOnly && (
        <Button
          kind="quiet"
          onClick={() => {
            editor.edit(field, (form) => withoutVariant(form, id));
            onRemoved();
          }}
        >
          {t(isNew ? "products.variant.drop" : "products.variant.remove", {
            size: variant.size,
            colour: variant.colour.name.fr ?? "",
          })}
        </Button>
      )}
    </section>
  );
}

interface ColourProps extends Pick<FormProps, "errors"> {
  variant: FormVariant;
  field: string;
  put: (part: Partial<FormVariant>) => void;
}

function ColourNames({ variant: { colour }, errors, field, put }: ColourProps) {
  return (
    <div class={style.pair}>
      {(["fr", "en"] as const).map((lang) => (
        <Field
          key={lang}
          label={t("products.variant.colour", { lang: t(`products.lang.${lang}`) })}
          value={colour.name[lang] ?? ""}
          onInput={(said) => put({ colour: { ...colour, name: { ...colour.name, [lang]: said } } })}
          error={errors[`${field}.colour.name.${lang}`]}
        />
      ))}
    </div>
  );
}

/** A barcode that cannot be one, while it is typed; an unfinished one is only short. */
function wrongGtin(text: string): string | undefined {
  const read = text ? readGtin(text) : null;
  if (read?.state === "wrong") return t("products.variant.gtin.wrong", { expected: read.expected });
  return text && !read ? t("products.variant.gtin.digits") : undefined;
}

interface PriceProps extends Pick<FormProps, "editor" | "errors"> {
  shop: { id: string; name: string };
  id: string;
}

function ShopPrice({ editor, errors, shop, id }: PriceProps) {
  const key = `${shop.id}/${id}`;
  const now = editor.form.prices[key] ?? { price: "", reference: "" };
  const put = (part: Partial<FormPrice>) =>
    editor.edit(`prices.${key}`, (form) => ({ ...form, prices: { ...form.prices, [key]: { ...now, ...part } } }));
  const wrong = (text: string) => (text.trim() && cents(text) === null ? t("products.wrong.price") : undefined);
  return (
    <div class={style.pair}>
      <Field
        kind="number"
        unit="€"
        label={t("products.price", { shop: shop.name })}
        value={now.price}
        onInput={(price) => put({ price })}
        error={errors[`prices.${key}.price_cents`] ?? errors[`prices.${key}.price`] ?? wrong(now.price)}
      />
      <Field
        kind="number"
        unit="€"
        label={t("products.price.reference")}
        value={now.reference}
        onInput={(reference) => put({ reference })}
        error={
          errors[`prices.${key}.reference_price_cents`] ??
          errors[`prices.${key}.reference_price`] ??
          wrong(now.reference)
        }
      />
    </div>
  );
}
