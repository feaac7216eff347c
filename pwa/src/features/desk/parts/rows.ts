/** A difference as rows: one a field, old → new. */
import type { Amounts, Changes, DifferingPicture, PartName, PriceChange } from "../../../lib/apiImports";
import { t } from "../../../state";
import { photoRows } from "./photoRows";
import { shopName } from "./shopName";
import { amountText, fieldLabel, NOTHING, originOf, valueText } from "./values";

export interface DifferenceRow {
  key: string;
  /** Which piece, variant, shop or chart. */
  what: string;
  /** Its reference, where it is a piece that can be opened. */
  ref: string | null;
  field: string;
  before: string;
  after: string;
  /** Where the new value comes from. */
  origin: string | null;
  /** Before and after in few signs, where both stand in a narrow column. */
  brief?: readonly [string, string];
  /** The photo that it is about; or the one that goes, and the one that comes. */
  picture?: DifferingPicture;
  pictureBefore?: DifferingPicture;
  pictureAfter?: DifferingPicture;
}

export interface DifferenceTable {
  id: string;
  rows: DifferenceRow[];
  /** More differ than are listed. */
  more: number;
}

/** Whether all these words are found in a row, without case and accents. */
export function isSought({ what, field, before, after, key }: DifferenceRow, search: string): boolean {
  const said = plain(`${what} ${field} ${before} ${after} ${key}`);
  return plain(search)
    .split(/\s+/)
    .every((word) => said.includes(word));
}

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** The tables that have something to show, in the order of the sentences. */
export function tablesOf(changes: Changes, currency: string | undefined): DifferenceTable[] {
  const parts: PartName[] = ["products", "variants", "photos", "size_charts", "shops", "knowledge"];
  return [priceTable(changes, currency), ...parts.map((part) => partTable(changes, part))].filter(
    ({ rows }) => rows.length > 0,
  );
}

function priceTable(changes: Changes, currency: string | undefined): DifferenceTable {
  const prices = changes.prices ?? [];
  return {
    id: "prices",
    rows: prices.map((price) => ({
      key: `${price.shop} ${price.gtin}`,
      what: variantName(changes, price.gtin, price.ref),
      ref: price.ref,
      field: shopName(price.shop),
      before: amountText(price.before, price.after, currency),
      after: afterOf(price, currency),
      origin: turn(price),
      ...briefOf(price, currency),
    })),
    more: (changes.counts?.prices ?? 0) - prices.length,
  };
}

/** What is asked from then on; a reduction that is announced no longer is said. */
function afterOf({ before, after }: PriceChange, currency: string | undefined): string {
  if (!after) return t("desk.diff.unsold");
  const now = amountText(after, before, currency);
  return isBare({ before, after }) ? t("desk.price.bare", { now }) : now;
}

const isBare = ({ before, after }: Pick<PriceChange, "before" | "after">): boolean =>
  after?.[1] === null && (before?.[1] ?? null) !== null;

/** What is asked, without what it is reduced from; nothing where that alone changes, or goes. */
function briefOf({ before, after }: PriceChange, currency: string | undefined): Pick<DifferenceRow, "brief"> {
  if (before?.[0] === after?.[0] || isBare({ before, after })) return {};
  const said = (amounts: Amounts | null) => amountText(amounts && [amounts[0], null], null, currency);
  return { brief: [said(before), after ? said(after) : t("desk.diff.unsold")] };
}

/** By how much a price changes, in per cent: "−20 %". */
function turn({ before, after }: PriceChange): string | null {
  if (!before || !after || before[0] === after[0]) return null;
  const share = Math.round(((after[0] - before[0]) / before[0]) * 100);
  return `${share < 0 ? "\u2212" : "+"}${Math.abs(share)}\u00a0%`;
}

function partTable(changes: Changes, part: PartName): DifferenceTable {
  const { added = [], removed = [], changed = [] } = changes[part] ?? {};
  const whole = (id: string, what: "added" | "removed"): DifferenceRow => ({
    key: `${what} ${id}`,
    what: nameOf(changes, part, id),
    ref: part === "products" && what === "added" ? id : null,
    field: t(`desk.diff.${what}`),
    before: what === "removed" ? t("desk.diff.there") : NOTHING,
    after: what === "added" ? t("desk.diff.there") : NOTHING,
    origin: null,
  });
  const counts = changes.counts ?? {};
  const listed = added.length + removed.length + changed.length;
  const all = (["added", "removed", "changed"] as const).reduce(
    (sum, what) => sum + (counts[`${part}_${what}`] ?? 0),
    0,
  );
  if (part === "photos") return { id: part, rows: photoRows(changes), more: all - listed };
  return {
    id: part,
    rows: [
      ...removed.map((id) => whole(id, "removed")),
      ...added.map((id) => whole(id, "added")),
      ...changed.flatMap(({ id, fields }) =>
        fields.map(({ field, before, after }) => ({
          key: `${id} ${field}`,
          what: nameOf(changes, part, id),
          ref: part === "products" ? id : null,
          field: changes.names?.[`${id}/${field}`] ?? fieldLabel(field),
          before: valueText(field, before),
          after: valueText(field, after),
          origin: originOf(after),
        })),
      ),
    ],
    more: all - listed,
  };
}

function nameOf(changes: Changes, part: PartName, id: string): string {
  if (part === "products" || part === "knowledge") return changes.names?.[id] ?? id;
  return part === "variants" ? variantName(changes, id, null) : id;
}

/** "Trilogy GTX Jacket, M, Noir". */
function variantName(changes: Changes, gtin: string, ref: string | null): string {
  const piece = changes.pieces?.[gtin];
  const of = piece?.ref ?? ref;
  const colour = typeof piece?.colour === "string" ? piece.colour : undefined;
  return [of ? (changes.names?.[of] ?? of) : gtin, piece?.size, colour].filter(Boolean).join(", ");
}
