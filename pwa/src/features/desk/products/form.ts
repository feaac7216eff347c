/** A product's form: facts as typed, and what of them differs from the facts it was opened with. */
import type { Change, DeskPrice, DeskVariant, Facts, Stated } from "../../../lib/apiProducts";

/** A value as typed; empty where nobody states it. */
export type Typed = Omit<Stated, "value"> & { value: string };

export type FormVariant = DeskVariant;

/** A price as typed, in euros; empty where the shop does not sell it. */
export interface FormPrice {
  price: string;
  reference: string;
}

/** The facts of a product, what is typed of them as it is typed. */
export interface Form extends Omit<Facts, "attributes" | "variants" | "prices"> {
  attributes: Readonly<Record<string, Typed>>;
  /** By a key that stays while the barcode is typed. */
  variants: Readonly<Record<string, FormVariant>>;
  /** By shop and the variant's key: "miramas/03…". */
  prices: Readonly<Record<string, FormPrice>>;
}

export const PLAIN = ["name", "brand", "category", "audience", "market", "season", "size_chart"] as const;
export const LISTS = ["activities", "technologies", "care", "sources"] as const;
export const TEXTS = ["use", "fit_note"] as const;

/** A form of nothing, for a new product. */
export const emptyForm = (ref: string): Form => ({
  ref,
  name: "",
  brand: "",
  category: "",
  audience: "unisex",
  use: {},
  fit_note: {},
  activities: [],
  technologies: [],
  market: "eu",
  season: "",
  size_chart: "",
  care: [],
  sources: [],
  demonstration: false,
  attributes: {},
  variants: {},
  prices: {},
});

/** The facts of a product as its form shows them. */
export function formOf(facts: Facts): Form {
  const { ref, name, brand, category, audience, use, fit_note, market, season, size_chart, demonstration } = facts;
  return {
    ...{ ref, name, brand, category, audience, use, fit_note, market, season, size_chart, demonstration },
    activities: facts.activities,
    technologies: facts.technologies,
    care: facts.care,
    sources: facts.sources,
    attributes: mapped(facts.attributes, (stated) => ({ ...stated, value: String(stated.value) })),
    variants: Object.fromEntries(facts.variants.map((each) => [each.gtin, each])),
    prices: Object.fromEntries(facts.prices.map((each) => [`${each.shop}/${each.gtin}`, typedPrice(each)])),
  };
}

const typedPrice = ({ price_cents, reference_price_cents }: DeskPrice): FormPrice => ({
  price: euros(price_cents),
  reference: reference_price_cents === null ? "" : euros(reference_price_cents),
});

/** 34990 → "349,90". */
export const euros = (cents: number): string => (cents / 100).toFixed(2).replace(".", ",").replace(/,00$/, "");

/** "349,90" → 34990; null for what is no price. */
export function cents(text: string): number | null {
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0\u202f€]/g, ""));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}

/** The change that makes of the facts what the form says; parts without a difference are left out. */
export function changeOf(before: Form, now: Form, etag: string | null): Change {
  const set = fieldsOf(before, now);
  const attributes = attributesOf(before, now);
  const variants = variantsOf(before, now);
  const prices = pricesOf(before, now);
  return {
    ref: now.ref,
    if_match: etag,
    ...(Object.keys(set).length ? { set } : {}),
    ...(Object.keys(attributes).length ? { attributes } : {}),
    ...(variants.length ? { variants } : {}),
    ...(prices.length ? { prices } : {}),
  };
}

function fieldsOf(before: Form, now: Form): NonNullable<Change["set"]> {
  const found: Record<string, unknown> = {};
  for (const name of PLAIN) if (now[name] !== before[name]) found[name] = now[name];
  for (const name of LISTS) if (!same(now[name], before[name])) found[name] = now[name];
  for (const name of TEXTS) {
    const languages = new Set([...Object.keys(now[name]), ...Object.keys(before[name])]);
    const changed = [...languages].filter((lang) => (now[name][lang] ?? "") !== (before[name][lang] ?? ""));
    if (changed.length) found[name] = Object.fromEntries(changed.map((lang) => [lang, now[name][lang] ?? ""]));
  }
  if (now.demonstration !== before.demonstration) found.demonstration = now.demonstration;
  return found;
}

function attributesOf(before: Form, now: Form): NonNullable<Change["attributes"]> {
  const found: Record<string, Stated | null> = {};
  for (const id of new Set([...Object.keys(before.attributes), ...Object.keys(now.attributes)])) {
    const was = before.attributes[id];
    const is = now.attributes[id];
    if (!is?.value.trim()) {
      if (was) found[id] = null;
    } else if (!same(was, is)) found[id] = { ...is, value: scalarOf(is.value) };
  }
  return found;
}

/** As typed: "true" and "false" are yes and no, whole figures are numbers, all else is a word. */
export function scalarOf(typed: string): string | number | boolean {
  const text = typed.trim();
  if (text === "true" || text === "false") return text === "true";
  const figure = text.replace(/[\s\u00a0\u202f]/g, "").replace("\u2212", "-");
  return /^-?\d{1,9}$/.test(figure) ? Number(figure) : text;
}

/** The variants' keys in the order in which the change names them. */
export const changedVariants = (before: Form, now: Form): string[] =>
  [...new Set([...Object.keys(before.variants), ...Object.keys(now.variants)])].filter(
    (key) => !same(before.variants[key], now.variants[key]),
  );

function variantsOf(before: Form, now: Form): NonNullable<Change["variants"]> {
  return changedVariants(before, now).map((key) => {
    const is = now.variants[key];
    const was = before.variants[key];
    if (!is) return { gtin: was?.gtin ?? key, remove: true };
    if (!was) return named(is);
    const given = Object.entries(is).filter(([name, value]) => !same(was[name as keyof DeskVariant], value));
    return { ...Object.fromEntries(given), gtin: is.gtin };
  });
}

/** Without colour names that nobody gave. */
const named = (variant: FormVariant): FormVariant => ({
  ...variant,
  colour: { ...variant.colour, name: kept(variant.colour.name, (words) => words !== "") },
});

export const changedPrices = (before: Form, now: Form): string[] =>
  [...new Set([...Object.keys(before.prices), ...Object.keys(now.prices)])].filter(
    (key) => !same(before.prices[key], now.prices[key]) && variantOf(now, key) !== undefined,
  );

/** The variant of a price's key; none where it is taken away, with its prices. */
const variantOf = (form: Form, key: string): FormVariant | undefined => form.variants[key.slice(key.indexOf("/") + 1)];

function pricesOf(before: Form, now: Form): NonNullable<Change["prices"]> {
  return changedPrices(before, now).flatMap((key): NonNullable<Change["prices"]> => {
    const shop = key.slice(0, key.indexOf("/"));
    const gtin = variantOf(now, key)?.gtin ?? "";
    const is = now.prices[key];
    if (!is?.price.trim()) return before.prices[key] ? [{ shop, gtin, remove: true }] : [];
    const reference = is.reference.trim() ? cents(is.reference) : null;
    return [{ shop, gtin, price_cents: cents(is.price) ?? 0, reference_price_cents: reference }];
  });
}

/** Whether a change changes anything. */
export const isEmpty = (change: Change): boolean =>
  !change.set && !change.attributes && !change.variants && !change.prices && !change.remove;

/** How many fields a change touches. */
export const sizeOf = ({ set = {}, attributes = {}, variants = [], prices = [] }: Change): number =>
  Object.keys(set).length + Object.keys(attributes).length + variants.length + prices.length;

export const same = (one: unknown, other: unknown): boolean => stable(one) === stable(other);

/** JSON with its keys in order: what a server and a form write alike is alike. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === "object" && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  ) ?? "";

const mapped = <A, B>(record: Readonly<Record<string, A>>, make: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value)]));

const kept = <A>(record: Readonly<Record<string, A>>, test: (value: A) => boolean): Record<string, A> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => test(value)));
