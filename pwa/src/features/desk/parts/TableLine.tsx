import { t } from "../../../state";
import style from "./DataTable.module.css";
import { lookOf } from "./look";
import type { Column } from "./table";

interface LineProps<Row> {
  id: string;
  index: number;
  row: Row;
  columns: readonly Column<Row>[];
  isActive: boolean;
  isCurrent: boolean;
  isPicked: boolean | undefined;
  onPick: (() => void) | undefined;
  onTap: () => void;
}

/** One row; where the keyboard is, and whether it is picked, its grid says. */
export function TableLine<Row>({
  id,
  index,
  row,
  columns,
  isActive,
  isCurrent,
  isPicked,
  onPick,
  onTap,
}: LineProps<Row>) {
  return (
    <tr
      id={id}
      class={`${style.line} ${isActive ? style.active : ""} ${isCurrent ? style.current : ""}`}
      aria-rowindex={index + 2}
      aria-selected={isPicked}
      aria-current={isCurrent ? "true" : undefined}
      onClick={onTap}
    >
      {onPick && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: space picks the row of the grid
        <td class={style.pick} onClick={(event) => event.stopPropagation()}>
          <label class={style.box44}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t("desk.table.pick")}
              checked={isPicked ?? false}
              onChange={onPick}
            />
          </label>
        </td>
      )}
      {columns.map((column, i) =>
        i === 0 ? (
          <th key={column.id} scope="row" class={lookOf(column)}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.id} class={lookOf(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}
