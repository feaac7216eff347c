/** Fields and values of the catalogue as a person reads them. */
import type { Scalar } from "../../../catalogue/types";
import { capital, date, money } from "../../../lib/format";
import { isRecord } from "../../../lib/net";
import { attributes, categories, t, technologies } from "../../../state";
import { factText } from "../../need/facts";

/** Nothing stands there. */
export const NOTHING = "\u2013";

/** A field of a difference, in words: "Poids", "Phrase d’usage (en)", "M, tour de poitrine". */
export function fieldLabel(field: string): string {
  const [stem = "", name = "", rest = ""] = field.split(".");
  if (stem === "properties") return capital(attributes.value.get(name)?.label ?? name);
  if (stem === "rows") return `${name}, ${known(`size.measure.${rest}`, rest).toLocaleLowerCase()}`;
  const label = known(`desk.field.${stem}`, stem);
  return name ? `${label} (${name})` : label;
}

/** A message where there is one, else what it would have named. */
function known(key: string, other: string): string {
  const said = t(key);
  return said === key ? other : said;
}

/** A value of a field, in words and with its unit. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return NOTHING;
  if (field.startsWith("properties.")) return propertyText(field.slice("properties.".length), value);
  if (Array.isArray(value)) return value.map((one) => itemText(field, one)).join(", ") || NOTHING;
  return itemText(field, value);
}

function propertyText(id: string, value: unknown): string {
  const plain = isRecord(value) && "value" in value ? value.value : value;
  const { figure, unit } = factText(attributes.value.get(id), plain as Scalar);
  return [figure, unit].filter(Boolean).join("\u00a0");
}

/** Where a property's value comes from; null for any other field. */
export function originOf(value: unknown): string | null {
  return isRecord(value) && typeof value.provenance === "string" ? t(`provenance.${value.provenance}`) : null;
}

const NAMED: Record<string, (id: string) => string | undefined> = {
  category: (id) => categories.value.get(id)?.label,
  technologies: (id) => technologies.value.get(id)?.name,
  audience: (id) => known(`audience.${id}`, id),
  opens_on: (day) => date(day),
  closes_on: (day) => date(day),
};

function itemText(field: string, value: unknown): string {
  if (typeof value === "boolean") return t(value ? "fact.yes" : "fact.no");
  if (typeof value === "string") return NAMED[field]?.(value) ?? value;
  if (typeof value === "number") return String(value);
  return JSON.stringify(value);
}

type Amounts = readonly [number, number | null] | null;

/** A price; with what it is reduced from, where that is another one than in `beside`. */
export function amountText(amounts: Amounts, beside: Amounts, currency?: string): string {
  if (!amounts) return NOTHING;
  const [now, reference] = amounts;
  if (reference === null || reference === (beside?.[1] ?? null)) return money(now, currency);
  return t("desk.price.instead", { now: money(now, currency), before: money(reference, currency) });
}
