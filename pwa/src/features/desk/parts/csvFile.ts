/** A table as a file for spreadsheets. */

/** A spreadsheet takes cells that begin so for formulas. */
const FORMULA = /^[=+\-@\t\r]/;

/** Semicolons, as spreadsheets of the continent read them; every cell in quotes, and none of them a formula. */
export function csvFile(titles: readonly string[], rows: readonly (readonly string[])[]): Blob {
  const text = [titles, ...rows].map((cells) => cells.map(cellOf).join(";")).join("\r\n");
  // The mark tells spreadsheets that this is UTF-8.
  return new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" });
}

const cellOf = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
