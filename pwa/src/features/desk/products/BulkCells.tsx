import type { Cell } from "../../../lib/apiProducts";
import { money } from "../../../lib/format";
import { t } from "../../../state";
import { fieldLabel, valueText } from "../parts/values";
import style from "./bulk.module.css";

/** Every cell that would change, before and after. */
export function BulkCells({ cells }: { cells: readonly Cell[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard
    <section class={style.cellsBox} tabIndex={0} aria-label={t("products.bulk.cells")}>
      <table class={style.cells}>
        <thead>
          <tr>
            <th scope="col">{t("products.column.name")}</th>
            <th scope="col">{t("products.bulk.field")}</th>
            <th scope="col">{t("products.bulk.before")}</th>
            <th scope="col">{t("products.bulk.after")}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={`${cell.ref} ${cell.field}`}>
              <th scope="row">{cell.name}</th>
              <td>{labelOf(cell)}</td>
              <td>{textOf(cell.field, cell.before)}</td>
              <td>{textOf(cell.field, cell.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function labelOf({ field, variant }: Cell): string {
  const [stem, , , rest] = field.split(".");
  if (stem === "remove") return t("products.bulk.catalogue");
  if (stem !== "prices") return fieldLabel(field);
  return t(rest ? "products.bulk.reference" : "products.bulk.price", { variant });
}

const textOf = (field: string, value: unknown): string =>
  field === "remove" ? t(value ? "products.bulk.gone" : "products.bulk.there") : shown(field, value);

const shown = (field: string, value: unknown): string =>
  field.startsWith("prices.") && typeof value === "number" ? money(value) : valueText(field, value);
