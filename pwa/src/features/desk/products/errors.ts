/** What the server says of single fields, by the fields of the form. */
import type { Change } from "../../../lib/apiProducts";
import { NetError } from "../../../lib/net";
import { changedPrices, changedVariants, type Form } from "./form";

/** A sentence by field: "set.name", "attributes.ret.source", "variants.03…gtin…size", "prices.miramas/03….price_cents". */
export type Errors = Readonly<Record<string, string>>;

/** The refused fields of a proposal; what belongs to no field stands under "". */
export function errorsOf(cause: unknown, before: Form, now: Form): Errors {
  const told = cause instanceof NetError ? (cause.problem?.errors ?? []) : [];
  const variants = changedVariants(before, now);
  const prices = changedPrices(before, now);
  return Object.fromEntries(
    told.map(({ field, message }): [string, string] => {
      const parts = field.replace(/^changes?(\.0)?\.?/, "").split(".");
      if (parts[0] === "variants") parts[1] = variants[Number(parts[1])] ?? "";
      if (parts[0] === "prices") parts[1] = prices[Number(parts[1])] ?? "";
      return [parts.join("."), message];
    }),
  );
}

/** The first sentence about a field or any part of it. */
export const errorOf = (errors: Errors, field: string): string | undefined =>
  errors[field] ?? Object.entries(errors).find(([name]) => name.startsWith(`${field}.`))?.[1];

/** How many parts of a request were refused for being out of date. */
export const isOutdated = (cause: unknown): boolean =>
  cause instanceof NetError && cause.problem?.code === "edit-conflict";

/** Sentences that belong to no field of the form. */
export const loose = (errors: Errors, change: Change): string[] =>
  Object.entries(errors)
    .filter(([field]) => field === "" || (field === "ref" && change.if_match !== null))
    .map(([, message]) => message);
