/** What a table is made of. */
import type { ComponentChildren } from "preact";

export interface Column<Row> {
  id: string;
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures stand at the right. */
  figure?: boolean;
  /** Left out on a narrow screen. */
  minor?: boolean;
  /** As in CSS; the first column takes what is left. */
  width?: string;
  /** Tapping the title sorts; the table's owner does the sorting. */
  sortable?: boolean;
}

export interface Sort {
  column: string;
  down: boolean;
}
