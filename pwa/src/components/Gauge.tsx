import type { Provenance } from "../catalogue/types";
import { t } from "../lib/i18n";
import style from "./Gauge.module.css";
import { type GaugeReading, readGauge, TICKS, toneOf } from "./gauge";

interface Props {
  /** Gauge id: warm, dry, breathe, light… */
  id: string;
  label: string;
  /** 0 to 5, or null where nothing is known. */
  level: number | null;
  /** What the situation needs, 0 to 5; null where there is no need: then there is no notch. */
  need?: number | null | undefined;
  provenance?: Provenance | null | undefined;
  /** What this level means, in words; shown under the large gauge. */
  word?: string | undefined;
  size?: "small" | "large";
}

/** The sign of the house: five ticks, and a notch at what this situation needs. */
export function Gauge({ id, label, level, need = null, provenance = null, word, size = "small" }: Props) {
  const reading = readGauge(level, need, provenance);
  return (
    <div
      class={`${style.gauge} ${style[size]} ${style[toneOf(id)]}`}
      role="img"
      aria-label={spoken(label, level, need, reading, word)}
    >
      <div class={style.head} aria-hidden="true">
        <span class={style.label}>{label}</span>
        <Sign reading={reading} />
      </div>
      <div class={`${style.bar} ${reading.estimate ? style.estimate : ""}`} aria-hidden="true">
        {reading.ticks.map((tick, at) => (
          <span key={at} class={`${style.tick} ${style[tick]}`} />
        ))}
        {need !== null && <span class={style.notch} style={{ "--at": need / TICKS }} />}
      </div>
      {size === "large" && <Words id={id} reading={reading} word={word} />}
    </div>
  );
}

/** How far from the need, in ticks: "−2", "+1", or a check mark. */
function Sign({ reading }: { reading: GaugeReading }) {
  if (reading.verdict === "plain") return null;
  if (reading.verdict === "unknown") return <span class={`${style.sign} ${style.asked}`}>?</span>;
  if (reading.verdict === "enough")
    return (
      <svg class={style.check} viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1.5 6.4 4.6 9.5 10.5 2.8" />
      </svg>
    );
  const short = reading.verdict === "short";
  return (
    <span
      class={`${style.sign} ${short ? style.short : style.more}`}
    >{`${short ? "−" : "+"}${Math.abs(reading.difference)}`}</span>
  );
}

function Words({ id, reading, word }: { id: string; reading: GaugeReading; word: string | undefined }) {
  const text = reading.verdict === "unknown" ? t("ui.gauge.unknown") : word;
  const parts = [
    text,
    comparison(reading, id === "light" ? ".heavy" : ".word"),
    reading.estimate ? t("ui.gauge.estimate") : "",
  ].filter(Boolean);
  return parts.length ? (
    <p class={style.words} aria-hidden="true">
      {parts.join("\u00a0· ")}
    </p>
  ) : null;
}

/** How level and need stand to each other: counted for the ear, in plain words beside the counted sign: what falls short of light is heavy. */
function comparison(reading: GaugeReading, form: "" | ".word" | ".heavy" = ""): string {
  if (reading.verdict === "enough") return t("ui.gauge.enough");
  if (reading.verdict === "short") return t(`ui.gauge.short${form}`, { n: -reading.difference });
  return reading.verdict === "over" ? t(`ui.gauge.over${form && ".word"}`, { n: reading.difference }) : "";
}

function spoken(
  label: string,
  level: number | null,
  need: number | null,
  reading: GaugeReading,
  word: string | undefined,
): string {
  const parts = [level === null ? t("ui.gauge.unknown") : t("ui.gauge.level", { level, of: TICKS })];
  if (word && level !== null) parts.push(word);
  if (need !== null) parts.push(t("ui.gauge.need", { need }));
  if (reading.verdict !== "unknown") parts.push(comparison(reading));
  if (reading.estimate) parts.push(t("ui.gauge.estimate"));
  return t("ui.gauge.spoken", { label, text: parts.filter(Boolean).join(", ") });
}
