import { number } from "../../../lib/format";

const KILO = 1000;

/** How large a file is, as a person says it: "840 ko", "2,4 Mo". */
export function fileSize(bytes: number): string {
  const inMega = bytes >= KILO * KILO;
  const figure = bytes / (inMega ? KILO * KILO : KILO);
  return number(inMega ? figure : Math.max(1, Math.round(figure)), {
    style: "unit",
    unit: inMega ? "megabyte" : "kilobyte",
    maximumFractionDigits: inMega ? 1 : 0,
  });
}
