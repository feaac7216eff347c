/** Which gauges to show a customer. */
import type { GaugeData } from "../../components/Gauges";

const SHOWN = 3;

/** The three that tell most: needed before not needed, then as the category orders them. What nobody knows tells nothing. */
export function telling(gauges: readonly GaugeData[]): GaugeData[] {
  const known = gauges.filter((gauge) => gauge.level !== null);
  const chosen = new Set([...known].sort((a, b) => (b.need ?? -1) - (a.need ?? -1)).slice(0, SHOWN));
  return gauges.filter((gauge) => chosen.has(gauge));
}
