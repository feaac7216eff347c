/** Lines of a pasted block against the form: what each would add or change, and why one cannot be taken. */
import { readGtin } from "../../../lib/gtin";
import { t } from "../../../state";
import { type BlockLine, isDamaged } from "./block";
import { cents, euros, type Form, type FormVariant } from "./form";
import { colourKey, type GridColour, withVariant } from "./grid";

/** The middle of all greys: the shade of a colour whose value nobody has given. */
export const MIDDLE = "#".padEnd(7, "8");

export interface Planned {
  line: BlockLine;
  /** "new", or "changed" where the variant is there and gets another SKU or price; "same" changes nothing. */
  what: "new" | "changed" | "same" | "wrong";
  /** Why it cannot be taken, and what to do. */
  problem: string;
  colour: GridColour | null;
  size: string;
  /** Fourteen digits. */
  gtin: string;
  /** The variant of the form that it fills or changes. */
  key: string | undefined;
}

export interface Plan {
  lines: readonly Planned[];
  /** Colours that the product does not have yet. */
  colours: readonly GridColour[];
}

/** A name without case and accents. */
export const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .trim()
    .toLowerCase();

/** Shades by the colour's name: those chosen by hand, else those that the range has already. */
export const shadesOf = (
  colours: readonly { name: string; hex: string }[],
  chosen: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(colours.map(({ name, hex }) => [plain(name), hex])),
  ...Object.fromEntries(Object.entries(chosen).map(([name, hex]) => [plain(name), hex])),
});

/** Hold every line against the form and the other lines. `shades` are values of new colours, by plain name. */
export function planOf(lines: readonly BlockLine[], form: Form, shades: Readonly<Record<string, string>>): Plan {
  const known = new Map<string, GridColour>();
  for (const variant of Object.values(form.variants)) {
    const { name, hex } = variant.colour;
    for (const said of Object.values(name)) if (said) known.set(plain(said), { key: colourKey(variant), name, hex });
  }
  const added = new Map<string, GridColour>();
  const colourOf = ({ colour, hex }: BlockLine): GridColour | null => {
    const fr = colour.trim();
    const found = known.get(plain(fr)) ?? added.get(plain(fr));
    if (!fr || found) return found ?? null;
    const value = ((/^#[0-9a-f]{6}$/i.test(hex) ? hex : shades[plain(fr)]) ?? MIDDLE).toLowerCase();
    const made = { key: `${fr} ${value}`, name: { fr }, hex: value };
    added.set(plain(fr), made);
    return made;
  };
  const places = placesOf(form);
  const above = { codes: new Map<string, string>(), places: new Set<string>() };
  const planned = lines.map((line) => {
    const placed = { line, colour: colourOf(line), size: places.size(line.size), gtin: codeOf(line.gtin) };
    return judged(placed, form, places, above);
  });
  return { lines: planned, colours: [...added.values()] };
}

interface Places {
  /** The size as the form writes it. */
  size: (typed: string) => string;
  /** The variant of a colour and size. */
  at: (colour: string, size: string) => string | undefined;
  /** The variant of a code. */
  of: (gtin: string) => string | undefined;
}

function placesOf(form: Form): Places {
  const entries = Object.entries(form.variants);
  const sizes = new Map(entries.map(([, { size }]) => [plain(size), size]));
  const at = new Map(entries.map(([key, each]) => [`${colourKey(each)}\n${each.size}`, key]));
  const of = new Map(entries.map(([key, { gtin }]) => [codeOf(gtin) || gtin, key]));
  return {
    size: (typed) => sizes.get(plain(typed)) ?? typed.trim(),
    at: (colour, size) => at.get(`${colour}\n${size}`),
    of: (gtin) => of.get(gtin),
  };
}

/** A good code with fourteen digits; "" for any other. */
const codeOf = (text: string): string => {
  const read = readGtin(text);
  return read?.state === "complete" ? read.gtin : "";
};

type Placed = Pick<Planned, "line" | "colour" | "size" | "gtin">;

/** What the lines above have taken: codes with whose they are, and places. */
interface Above {
  codes: Map<string, string>;
  places: Set<string>;
}

function judged(placed: Placed, form: Form, places: Places, above: Above): Planned {
  const { line, colour, size } = placed;
  const wrong = (problem: string): Planned => ({ ...placed, what: "wrong", problem, key: undefined });
  const unread = unreadable(line);
  if (unread || !colour || !size) return wrong(unread || t("products.paste.where"));
  const there = places.at(colour.key, size);
  const refused = repeated(placed, `${colour.key}\n${size}`, above) || standing(placed, there, form, places);
  if (refused) return wrong(refused);
  const has = there ? form.variants[there] : undefined;
  const found = { ...placed, problem: "", key: there };
  if (!has?.gtin) return { ...found, what: "new" };
  return { ...found, what: changes(line, has) ? "changed" : "same" };
}

/** Why a line cannot follow those above it; "" where it can. */
function repeated({ colour, size, gtin }: Placed, place: string, { codes, places }: Above): string {
  const name = t("products.variant.name", { size, colour: colour?.name.fr ?? "" });
  const twice = codes.get(gtin);
  const again = places.has(place);
  codes.set(gtin, twice ?? name);
  places.add(place);
  if (twice !== undefined) return t("products.paste.twice", { name: twice });
  return again ? t("products.paste.place", { name }) : "";
}

/** Why a line cannot stand beside what the form has; "" where it can. */
function standing({ colour, size, gtin }: Placed, there: string | undefined, form: Form, places: Places): string {
  const other = places.of(gtin);
  if (other && other !== there) return t("products.paste.taken", { name: nameOf(form.variants[other]) });
  const has = codeOf((there && form.variants[there]?.gtin) || "");
  if (!has || has === gtin) return "";
  return t("products.paste.other", {
    name: t("products.variant.name", { size, colour: colour?.name.fr ?? "" }),
    gtin: has,
  });
}

const nameOf = (variant: FormVariant | undefined): string =>
  variant ? t("products.variant.name", { size: variant.size, colour: variant.colour.name.fr ?? "" }) : "";

const changes = (line: BlockLine, { sku }: FormVariant): boolean =>
  Boolean(line.price) || (line.sku !== "" && line.sku !== sku);

/** What is wrong with a code or a price as it was pasted; "" where they can be read. */
function unreadable({ gtin, price }: BlockLine): string {
  if (isDamaged(gtin)) return t("products.paste.damaged");
  const read = readGtin(gtin);
  if (read?.state === "wrong") return t("products.variant.gtin.wrong", { expected: read.expected });
  if (read?.state !== "complete") return t("products.variant.gtin.digits");
  return price && cents(price) === null ? t("products.wrong.price") : "";
}

/**
 * What every variant of the form costs in a shop, in euros; null where they differ or none is sold.
 *
 * Without what it was reduced from: a piece that was never sold has no earlier price to announce.
 */
export function usualPrice(form: Form, shop: string): { price: string; reference: string } | null {
  const prices = Object.entries(form.prices).flatMap(([key, { price }]) =>
    key.startsWith(`${shop}/`) && price.trim() ? [price] : [],
  );
  const [price] = prices;
  return price !== undefined && prices.every((each) => each === price) ? { price, reference: "" } : null;
}

/** The form with what the lines bring. `sold` are the shops where new variants get a price: the pasted one, else the usual. */
export function withPasted(form: Form, { lines }: Plan, sold: readonly string[]): Form {
  return lines.reduce(
    (now, each) => (each.what === "new" || each.what === "changed" ? taken(now, each, sold) : now),
    form,
  );
}

function taken(form: Form, { line, colour, size, gtin, key: there }: Planned, sold: readonly string[]): Form {
  if (!colour) return form;
  const made = there ? { form, key: there } : withVariant(form, colour, size);
  const variant = made.form.variants[made.key];
  if (!variant) return form;
  const isNew = !there || !variant.gtin;
  const named = { ...variant, gtin: isNew ? gtin : variant.gtin, sku: line.sku || variant.sku };
  const prices = Object.fromEntries(
    sold.flatMap((shop) => {
      const key = `${shop}/${made.key}`;
      const had = form.prices[key];
      const price = pastedPrice(line) ?? (isNew && !had ? usualPrice(form, shop) : null);
      return price ? [[key, { ...(had ?? { reference: "" }), ...price }]] : [];
    }),
  );
  return {
    ...made.form,
    variants: { ...made.form.variants, [made.key]: named },
    prices: { ...made.form.prices, ...prices },
  };
}

const pastedPrice = ({ price }: BlockLine): { price: string } | null => {
  const amount = price ? cents(price) : null;
  return amount === null ? null : { price: euros(amount) };
};
