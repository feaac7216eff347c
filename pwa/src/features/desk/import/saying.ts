/** What a person says of a table's columns, on top of what was proposed. */
import type { AskedTable, FieldKind, Said, Source } from "../../../lib/apiSuppliers";

export interface Saying {
  supplier: string;
  /** Field → column. */
  columns: Readonly<Record<string, Source>>;
  constants: Readonly<Record<string, string>>;
}

/** Begin with what was proposed or remembered. */
export const proposed = (table: AskedTable): Saying => ({
  supplier: "",
  columns: Object.fromEntries(
    Object.entries(table.columns).map(([field, { column, unit, separator, part }]) => [
      field,
      { column, unit, separator, part },
    ]),
  ),
  constants: table.constants,
});

/** The fields that a column fills now. */
export const fieldsOf = ({ columns }: Saying, title: string): readonly string[] =>
  Object.keys(columns).filter((field) => columns[field]?.column === title);

/** Let a column fill another field, or none ("" ); whatever filled that field before no longer does. */
export function assigned(saying: Saying, title: string, before: string, after: string): Saying {
  const columns = { ...saying.columns };
  delete columns[before];
  if (after) columns[after] = { column: title, unit: "", separator: "", part: 0 };
  return { ...saying, columns };
}

export function measured(saying: Saying, field: string, unit: string): Saying {
  const source = saying.columns[field];
  return source ? { ...saying, columns: { ...saying.columns, [field]: { ...source, unit } } } : saying;
}

export function constant(saying: Saying, field: string, value: string): Saying {
  const { [field]: _, ...others } = saying.constants;
  return { ...saying, constants: value ? { ...others, [field]: value } : others };
}

/** Fields that may stand once for all lines, and that no column fills. */
export const constantsOf = ({ columns }: Saying, kinds: readonly FieldKind[]): readonly FieldKind[] =>
  kinds.filter(({ id, constant: may }) => may && !(id in columns));

/** Prices and counts belong to a shop: without one they cannot be taken. */
export const lacksShop = ({ columns, constants }: Saying): boolean =>
  ["price", "reference_price", "quantity"].some((field) => field in columns) && !("shop" in columns) && !constants.shop;

/** What is sent: constants of fields that a column fills since are left out. */
export const said = (saying: Saying, table: AskedTable): Said => ({
  supplier: saying.supplier.trim(),
  shape: table.shape,
  columns: saying.columns,
  constants: Object.fromEntries(Object.entries(saying.constants).filter(([field]) => !(field in saying.columns))),
});
