/** Where a dry run asks what the columns of a table are. */
import type { Trial } from "../../../lib/apiImports";
import { href } from "../../../state";

/** The server says so of a table whose columns nobody has explained, and of a shop that no column names. */
const ABOUT_COLUMNS: ReadonlySet<string> = new Set(["mapping-needed", "shop-unnamed"]);

export const asks = ({ findings }: Trial): boolean => findings.some(({ code }) => ABOUT_COLUMNS.has(code));

/** Nothing is wrong with the file: it is only of a layout that nobody has explained yet. */
export const onlyAsks = ({ findings }: Trial): boolean => {
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ code }) => code === "mapping-needed");
};

export const columnsOf = ({ id }: Trial): string => href(`/desk/import/${id}`, { columns: "1" });
