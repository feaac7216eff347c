/** Of all that tells two pieces apart, what a customer can take in at the counter. */
import { type FactRow, GAUGED_FIGURES, type GaugeRow } from "../compare/rows";

const GAUGES = 3;
const FACTS = 2;

/** A level of five is what a gauge shows already. */
const isFigure = ({ text }: FactRow["cells"][number]): boolean => text !== null && text.unit !== "/5";

const isPlain = (row: FactRow): boolean =>
  row.state === "different" && row.decides && !(row.id in GAUGED_FIGURES) && row.cells.every(isFigure);

/**
 * Gauges that differ, the deciding ones first; then the facts behind what was said for or against, where both pieces have one and
 * the figures compare. A figure of the laboratory says nothing to a customer: its gauge does.
 */
export function matters(
  gauges: readonly GaugeRow[],
  facts: readonly FactRow[],
): { gauges: GaugeRow[]; facts: FactRow[] } {
  const known = (row: GaugeRow) => row.cells.every((cell) => cell !== null && cell.level !== null);
  return {
    gauges: gauges.filter((row) => !row.equal && known(row)).slice(0, GAUGES),
    facts: facts.filter(isPlain).slice(0, FACTS),
  };
}
