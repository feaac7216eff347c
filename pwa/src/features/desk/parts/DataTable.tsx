import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import style from "./DataTable.module.css";
import { TableHead } from "./TableHead";
import { TableLine } from "./TableLine";
import type { Column, Sort } from "./table";
import { rowAfter, toggled, upTo } from "./tableKeys";
import { useWindowed } from "./windowed";

interface Props<Row> {
  /** What the table lists, for a screen reader. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** Where rows can be picked. */
  picked?: ReadonlySet<string>;
  onPick?: (picked: ReadonlySet<string>) => void;
  /** A few are picked by hand, never all at once. */
  fewPicked?: boolean;
  onOpen?: (row: Row) => void;
  /** The row that is open in the panel beside. */
  current?: string | null;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** How many there are in all, where more come as one scrolls. */
  total?: number;
  onEnd?: () => void;
  /** Two lines a row: on a narrow screen, what else would stand in columns. */
  tall?: boolean;
}

/**
 * A quiet table that is fast by keyboard: one stop for the Tab key, then arrows, Home, End, space to pick, Enter to open.
 *
 * Of thousands of rows only those in sight are drawn; all rows are of one height.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, idOf, picked, onPick, onOpen, current, total, onEnd, tall } = props;
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const ids = useMemo(() => rows.map(idOf), [rows, idOf]);
  const [at, setAt] = useState(0);
  const active = Math.min(at, Math.max(0, rows.length - 1));
  const seen = useWindowed(box, rows.length);
  useEffect(() => {
    if (rows.length > 0 && seen.to >= rows.length) onEnd?.();
  }, [seen.to, rows.length, onEnd]);

  const pressed = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = rowAfter(event.key, active, rows.length);
    if (next === null) return act(event);
    event.preventDefault();
    setAt(next);
    showRow(box.current, next, seen.row);
    if (event.shiftKey && picked) onPick?.(upTo(picked, ids, active, next));
  };
  const act = (event: KeyboardEvent) => {
    const row = rows[active];
    if (!row || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    if (event.key === "Enter") onOpen?.(row);
    else if (picked) onPick?.(toggled(picked, ids[active] ?? ""));
  };

  return (
    <div ref={box} class={style.box}>
      <table
        class={`${style.table} ${tall ? style.tall : ""}`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked through is a grid
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-rowcount={(total ?? rows.length) + 1}
        aria-multiselectable={picked ? true : undefined}
        aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
        onKeyDown={pressed}
      >
        <TableHead {...props} ids={ids} />
        <tbody>
          <Gap height={seen.above} />
          {rows.slice(seen.from, seen.to).map((row, i) => {
            const index = seen.from + i;
            const key = ids[index] ?? "";
            return (
              <TableLine
                key={key}
                id={`${id}-${index}`}
                index={index}
                row={row}
                columns={columns}
                isActive={index === active}
                isCurrent={key === current}
                isPicked={picked?.has(key)}
                onPick={picked && onPick && (() => onPick(toggled(picked, key)))}
                onTap={() => {
                  setAt(index);
                  onOpen?.(row);
                }}
              />
            );
          })}
          <Gap height={seen.below} />
        </tbody>
      </table>
    </div>
  );
}

/** Rows that are not in sight, in their height. */
function Gap({ height }: { height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
  return height > 0 ? <tr aria-hidden="true" style={{ height: `${height}px` }} /> : null;
}

/** Scroll so that a row stands between the head, which sticks, and the foot of the box. */
function showRow(box: HTMLElement | null, index: number, row: number): void {
  if (!box) return;
  const head = box.querySelector("thead")?.offsetHeight ?? 0;
  const top = index * row;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + row + head > box.scrollTop + box.clientHeight) box.scrollTop = top + row + head - box.clientHeight;
}
