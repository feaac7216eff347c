/** A product's variants as a grid: colours down, sizes across. */
import type { Form, FormVariant } from "./form";
import { bySize } from "./sizes";

export interface GridColour {
  /** What tells a colour from another: its French name and its value. */
  key: string;
  name: FormVariant["colour"]["name"];
  hex: string;
}

export interface Grid {
  sizes: readonly string[];
  colours: readonly GridColour[];
  /** The key of the variant of a colour and size. */
  at: (colour: string, size: string) => string | undefined;
}

export const colourKey = ({ colour }: Pick<FormVariant, "colour">): string => `${colour.name.fr ?? ""} ${colour.hex}`;

/** The grid of a form, with sizes and colours that nobody has yet but that were begun. */
export function gridOf(form: Form, moreSizes: readonly string[], moreColours: readonly GridColour[]): Grid {
  const cells = new Map<string, string>();
  const colours = new Map<string, GridColour>();
  for (const [key, variant] of Object.entries(form.variants)) {
    const of = colourKey(variant);
    cells.set(`${of}\n${variant.size}`, key);
    if (!colours.has(of)) colours.set(of, { key: of, ...variant.colour });
  }
  for (const each of moreColours) if (!colours.has(each.key)) colours.set(each.key, each);
  const sizes = new Set([...Object.values(form.variants).map(({ size }) => size), ...moreSizes]);
  return {
    sizes: [...sizes].sort(bySize),
    colours: [...colours.values()],
    at: (colour, size) => cells.get(`${colour}\n${size}`),
  };
}

/** The form with one more variant, and its key. Its barcode is empty: it is read off the article, never made up. */
export function withVariant(form: Form, colour: GridColour, size: string): { form: Form; key: string } {
  let n = 1;
  while (form.variants[`new-${n}`]) n += 1;
  const key = `new-${n}`;
  const variant: FormVariant = {
    gtin: "",
    sku: "",
    size,
    colour: { name: colour.name, hex: colour.hex },
    demonstration: form.demonstration,
  };
  return { key, form: { ...form, variants: { ...form.variants, [key]: variant } } };
}

export function withoutVariant(form: Form, key: string): Form {
  const { [key]: _, ...variants } = form.variants;
  return { ...form, variants };
}
