/** Facts as they are read: a figure with its unit, a word, yes or no. */
import type { Attribute, Product, PropertyValue, Scalar } from "../../catalogue/types";
import { number, temperature } from "../../lib/format";
import { t } from "../../lib/i18n";

/** The seller sees the price of the shop, not what a source once paid. */
const NOT_SHOWN = new Set(["price_cents", "mvtr_method"]);

/** Units that are stored finer than they are spoken: factor, unit, decimals. */
const SPOKEN: Record<string, [number, string, number]> = { µm: [1000, "mm", 1], ml: [1000, "l", 1] };

/** A figure and its unit apart, so that the figure can be set large and the unit small. */
export interface FactText {
  figure: string;
  unit: string;
}

/** Write a value: {figure: "20 000", unit: "mm"}, {figure: "oui", unit: ""}. */
export function factText(attribute: Attribute | undefined, value: Scalar): FactText {
  if (typeof value === "boolean") return { figure: t(value ? "fact.yes" : "fact.no"), unit: "" };
  if (typeof value === "string") {
    return { figure: attribute?.values?.find((one) => one.id === value)?.label ?? value, unit: "" };
  }
  const unit = attribute?.unit ?? "";
  if (unit === "°C") return { figure: temperature(value).replace(/\s*°C$/, ""), unit };
  const spoken = SPOKEN[unit];
  if (!spoken) return { figure: number(value), unit };
  const [factor, name, decimals] = spoken;
  return { figure: number(value / factor, { maximumFractionDigits: decimals }), unit: name };
}

export interface Fact {
  id: string;
  label: string;
  attribute: Attribute | undefined;
  property: PropertyValue;
  text: FactText;
}

/** The facts of a product in the order of the catalogue's attributes. */
export function factsOf(product: Product, attributes: ReadonlyMap<string, Attribute>): Fact[] {
  const order = [...attributes.keys()];
  return Object.entries(product.properties)
    .filter(([id]) => !NOT_SHOWN.has(id))
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([id, property]) => {
      const attribute = attributes.get(id);
      return { id, attribute, property, label: attribute?.label ?? id, text: factText(attribute, property.value) };
    });
}

/** The host of a source's address, for a short link; null where the source is no address. */
export function hostOf(source: string): string | null {
  try {
    const url = new URL(source);
    return /^https?:$/.test(url.protocol) ? url.hostname.replace(/^www\./, "") : null;
  } catch {
    return null;
  }
}
