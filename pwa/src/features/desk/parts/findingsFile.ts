/** The findings as a table, for whoever made the file: a supplier has no place at this desk. */
import type { Finding } from "../../../lib/apiImports";
import { t } from "../../../state";
import { csvFile } from "./csvFile";

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
  return csvFile(titles, rows);
}
