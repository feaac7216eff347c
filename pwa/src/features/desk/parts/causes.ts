/** Why an advice changes, in words: what the import does to the pieces that come, go or change places. */
import type { Cause } from "../../../lib/apiImports";
import { money } from "../../../lib/format";
import { t } from "../../../state";
import { fieldLabel } from "./values";

/** "Trilogy GTX (poids), Kamet (prix 349 € → 279 €)". */
export function causesText(causes: readonly Cause[], currency: string | undefined): string {
  const byPiece = new Map<string, string[]>();
  for (const cause of causes) byPiece.set(cause.name, [...(byPiece.get(cause.name) ?? []), causeText(cause, currency)]);
  return [...byPiece].map(([piece, what]) => t("desk.cause.of", { piece, what: what.join(", ") })).join(", ");
}

function causeText({ what, fields = [], before, after }: Cause, currency: string | undefined): string {
  if (what === "facts") return fields.map((field) => fieldLabel(field).toLocaleLowerCase()).join(", ");
  const amount = (cents: number | null | undefined): string =>
    cents === null || cents === undefined ? t("desk.diff.unsold") : money(cents, currency);
  if (what === "price") return t("desk.cause.price", { before: amount(before), after: amount(after) });
  return t(`desk.cause.${what}`);
}
