/** Which gauges to show a customer. */
import type { GaugeData } from "../../components/Gauges";

const SHOWN = 3;

/** The three that tell most: known before unknown, needed before not needed, then as the category orders them. */
export function telling(gauges: readonly GaugeData[]): GaugeData[] {
  const worth = (gauge: GaugeData) => (gauge.level === null ? 0 : 2) + (gauge.need === null ? 0 : 1);
  const chosen = new Set([...gauges].sort((a, b) => worth(b) - worth(a)).slice(0, SHOWN));
  return gauges.filter((gauge) => chosen.has(gauge));
}
