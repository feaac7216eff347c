import style from "./DataTable.module.css";
import type { Column } from "./table";

/** The classes of a column's cells. */
export const lookOf = <Row>({ figure, minor }: Column<Row>): string =>
  `${figure ? style.figure : ""} ${minor ? style.minor : ""}`;
