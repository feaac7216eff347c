import { ArrowDown, ArrowUp } from "lucide-preact";
import { t } from "../../../state";
import style from "./DataTable.module.css";
import { lookOf } from "./look";
import type { Column, Sort } from "./table";

interface Props<Row> {
  columns: readonly Column<Row>[];
  ids: readonly string[];
  picked?: ReadonlySet<string>;
  onPick?: (picked: ReadonlySet<string>) => void;
  fewPicked?: boolean;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}

/** The titles, which stay in sight; some sort, and the first picks all rows. */
export function TableHead<Row>({ columns, ids, picked, onPick, fewPicked, sort, onSort }: Props<Row>) {
  const all = picked !== undefined && ids.length > 0 && ids.every((one) => picked.has(one));
  return (
    <thead>
      <tr aria-rowindex={1}>
        {picked && (
          <td class={`${style.title} ${style.pick}`}>
            {!fewPicked && (
              <label class={style.box44}>
                <input
                  type="checkbox"
                  aria-label={t("desk.table.all")}
                  checked={all}
                  indeterminate={!all && picked.size > 0}
                  onChange={() => onPick?.(all ? new Set() : new Set(ids))}
                />
              </label>
            )}
          </td>
        )}
        {columns.map((column) => (
          <Title key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

interface TitleProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
}

function Title<Row>({ column, sort, onSort }: TitleProps<Row>) {
  const isSorted = sort?.column === column.id;
  const Sign = sort?.down ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      class={`${style.title} ${lookOf(column)}`}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={isSorted ? (sort.down ? "descending" : "ascending") : undefined}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          class={style.sort}
          onClick={() => onSort({ column: column.id, down: isSorted && !sort.down })}
        >
          {column.title}
          {isSorted && <Sign aria-hidden="true" />}
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}
