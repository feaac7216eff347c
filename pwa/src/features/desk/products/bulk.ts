/** One change of many products, as its drawer is filled in, and as the server takes it. */
import type { Bulk } from "../../../lib/apiProducts";
import { cents, scalarOf, type Typed } from "./form";
import { type Listed, selectOf } from "./list";

export const KINDS = [
  "attribute",
  "clear",
  "technology",
  "activity",
  "care",
  "fit_note",
  "audience",
  "season",
  "price",
  "remove",
] as const;
export type Kind = (typeof KINDS)[number];
export const ROUNDINGS = ["cent", "ten-cents", "euro", "ninety", "ninety-five", "nine"] as const;

export interface BulkForm {
  kind: Kind;
  /** The attribute, or the technology, activity or care that is added or taken out. */
  word: string;
  /** Take out instead of adding. */
  out: boolean;
  typed: Typed;
  season: string;
  /** How the pieces are cut, by language; an empty one stays as it is. */
  fit_note: Readonly<Record<string, string>>;
  audience: string;
  shop: string;
  by: "percent" | "amount";
  /** With its sign: "-20", "-15,50". */
  amount: string;
  round: (typeof ROUNDINGS)[number];
}

export const emptyBulk: BulkForm = {
  kind: "attribute",
  word: "",
  out: false,
  typed: { value: "", provenance: "maker", source: "", note: "" },
  season: "",
  fit_note: {},
  audience: "",
  shop: "",
  by: "percent",
  amount: "",
  round: "ninety",
};

/** The change of a filled form; null while something it needs is not said. */
export function changeOfBulk(form: BulkForm): Bulk["change"] | null {
  switch (form.kind) {
    case "season":
      return { set: { season: form.season.trim() } };
    case "audience":
      return form.audience ? { set: { audience: form.audience } } : null;
    case "fit_note":
      return textChange(form);
    case "price":
      return priceRule(form);
    case "remove":
      return { remove: true };
    default:
      return form.word ? wordChange(form, form.kind) : null;
  }
}

function textChange({ fit_note }: BulkForm): Bulk["change"] | null {
  const said = Object.entries(fit_note).flatMap(([lang, text]) => (text.trim() ? [[lang, text.trim()]] : []));
  return said.length ? { set: { fit_note: Object.fromEntries(said) } } : null;
}

type WordKind = "attribute" | "clear" | "technology" | "activity" | "care";

function wordChange({ word, typed, out }: BulkForm, kind: WordKind): Bulk["change"] | null {
  if (kind === "clear") return { attributes: { [word]: null } };
  if (kind !== "attribute") return { lists: { [LIST[kind]]: { [out ? "remove" : "add"]: [word] } } };
  return typed.value.trim() ? { attributes: { [word]: { ...typed, value: scalarOf(typed.value) } } } : null;
}

const LIST = { technology: "technologies", activity: "activities", care: "care" } as const;

function priceRule({ by, amount, round, shop }: BulkForm): Bulk["change"] | null {
  const sign = /^[-\u2212]/.test(amount.trim()) ? -1 : 1;
  const digits = amount.trim().replace(/^[-+\u2212]/, "");
  const found = by === "percent" ? (/^\d{1,3}$/.test(digits) ? Number(digits) : null) : cents(digits);
  if (found === null || found === 0) return null;
  const rule = by === "percent" ? { percent: sign * found } : { amount_cents: sign * found };
  return { price: { ...rule, round, ...(shop ? { shop } : {}) } };
}

/** Which products: those picked, or all that the filters show. */
export const selectionOf = (picked: ReadonlySet<string>, listed: Listed, everything: boolean): Bulk["select"] =>
  everything ? selectOf(listed) : { refs: [...picked] };
