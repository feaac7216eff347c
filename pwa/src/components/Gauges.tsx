import type { Provenance } from "../catalogue/types";
import { t } from "../lib/i18n";
import { Gauge } from "./Gauge";
import style from "./Gauges.module.css";

export interface GaugeData {
  id: string;
  label: string;
  level: number | null;
  provenance: Provenance | null;
  need: number | null;
  word: string | undefined;
}

interface Props {
  gauges: readonly GaugeData[];
  size?: "small" | "large";
}

/** The qualities of a piece side by side; two by two when they are large. */
export function Gauges({ gauges, size = "small" }: Props) {
  return (
    <ul class={`${style.gauges} ${style[size]}`} aria-label={t("ui.gauges")}>
      {gauges.map((gauge) => (
        <li key={gauge.id}>
          <Gauge {...gauge} size={size} />
        </li>
      ))}
    </ul>
  );
}
