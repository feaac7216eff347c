/** Fields of the form and their values as a person reads them. */
import { isRecord } from "../../../lib/net";
import { t } from "../../../state";
import { fieldLabel, NOTHING, originOf, valueText } from "../parts/values";
import { type FormPrice, type FormVariant, scalarOf } from "./form";

/** A field in words: a variant by its size and colour, a price by its code. `value` is one that it has or had. */
export function formLabel(field: string, value: unknown): string {
  const [stem = "", key = ""] = field.split(".");
  if (stem === "variants")
    return t("products.field.variant", { gtin: isRecord(value) ? variantName(value as unknown as FormVariant) : key });
  if (stem === "prices") return t("products.field.price", { gtin: key.split("/")[1] ?? key });
  return fieldLabel(field);
}

/** A value of the form in words. */
export function formText(field: string, value: unknown): string {
  if (!isRecord(value)) return valueText(field, value);
  if (field.startsWith("variants.")) return variantText(value as unknown as FormVariant);
  if (field.startsWith("prices.")) return priceText(value as unknown as FormPrice);
  return valueText(field, typeof value.value === "string" ? scalarOf(value.value) : value);
}

/** Why a value is believed: two of them may differ in that alone. */
export const formWitness = (value: unknown): string =>
  isRecord(value) && "provenance" in value && value.value !== ""
    ? [originOf(value), value.source, value.note].filter(Boolean).join(" · ")
    : "";

const variantName = ({ size, colour }: FormVariant): string => [size, colour.name.fr].filter(Boolean).join(", ");

const variantText = (variant: FormVariant): string =>
  [variantName(variant), variant.colour.hex, variant.sku, variant.gtin].filter(Boolean).join(" · ");

function priceText({ price, reference }: FormPrice): string {
  if (!price.trim()) return NOTHING;
  return reference.trim() ? t("products.price.instead", { price, reference }) : `${price}\u00a0€`;
}
