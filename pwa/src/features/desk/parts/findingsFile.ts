/** The findings as a table, for whoever made the file: a supplier has no place at this desk. */
import type { Finding } from "../../../lib/apiImports";
import { t } from "../../../state";

/** A spreadsheet takes cells that begin so for formulas. */
const FORMULA = /^[=+\-@\t\r]/;

export function findingsFile(findings: readonly Finding[]): Blob {
  const titles = ["file", "line", "column", "value", "severity", "message"].map((id) => t(`desk.findings.title.${id}`));
  const rows = findings.map(({ file, line, column, value, severity, message }) => [
    file,
    line === null ? "" : String(line),
    column ?? "",
    value ?? "",
    t(`desk.findings.one.${severity}`),
    message,
  ]);
  const text = [titles, ...rows].map((cells) => cells.map(cellOf).join(";")).join("\r\n");
  // The mark tells spreadsheets that this is UTF-8.
  return new Blob([`\ufeff${text}\r\n`], { type: "text/csv;charset=utf-8" });
}

const cellOf = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
