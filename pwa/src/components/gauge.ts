/** What a gauge says: pure, so that the bar, the spoken text and the tests agree. */
import type { Provenance } from "../catalogue/types";

export const TICKS = 5;

/** One tick of the bar. `lack`: needed and missing. `over`: there and not needed. */
export type Tick = "on" | "over" | "lack" | "off" | "unknown";

export type Verdict = "unknown" | "plain" | "short" | "enough" | "over";

export interface GaugeReading {
  ticks: Tick[];
  verdict: Verdict;
  /** Ticks above (positive) or below the need; 0 without a need or a level. */
  difference: number;
  estimate: boolean;
}

/**
 * Read a level against the need of the situation.
 *
 * `level` and `need` run from 0 to 5; null means not known, and no need. An unknown level is never short of anything.
 */
export function readGauge(
  level: number | null,
  need: number | null,
  provenance: Provenance | null = null,
): GaugeReading {
  const ticks = Array.from({ length: TICKS }, (_, at): Tick => tickAt(at + 1, level, need));
  const difference = level === null || need === null ? 0 : level - need;
  return { ticks, difference, verdict: verdictOf(level, need), estimate: level !== null && provenance === "estimate" };
}

function tickAt(place: number, level: number | null, need: number | null): Tick {
  if (level === null) return "unknown";
  if (place <= level) return need !== null && place > need ? "over" : "on";
  return need !== null && place <= need ? "lack" : "off";
}

function verdictOf(level: number | null, need: number | null): Verdict {
  if (level === null) return "unknown";
  if (need === null) return "plain";
  if (level === need) return "enough";
  return level < need ? "short" : "over";
}

/** Amber is warmth and glacier blue is dryness; the other qualities are plain granite. */
export function toneOf(gauge: string): "warm" | "dry" | "plain" {
  if (gauge === "warm") return "warm";
  return gauge === "dry" || gauge === "damp" ? "dry" : "plain";
}
