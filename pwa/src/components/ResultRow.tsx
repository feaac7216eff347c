import { Minus, Plus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { Photo } from "../catalogue/types";
import { t } from "../lib/i18n";
import { type GaugeData, Gauges } from "./Gauges";
import { Picture } from "./Picture";
import { Price } from "./Price";
import style from "./ResultRow.module.css";
import { type SizeHere, SizeRow } from "./SizeRow";

export interface ResultData {
  ref: string;
  name: string;
  brand: string;
  category: string;
  drawing: string | undefined;
  colour: string | undefined;
  photo?: Photo | undefined;
  /** "ideal", "very-good", "suits", "compromise" with its word; null without a need. */
  fit: { id: string; label: string } | null;
  gauges: readonly GaugeData[];
  /** What to say, and one honest limit. */
  benefit: string;
  limit: string;
  sizes: readonly SizeHere[];
  wanted: string | undefined;
  price: { cents: number; reference: number | null; proven?: boolean | undefined } | null;
  currency: string;
  demonstration: boolean;
  /** A line of its own above what to say: what the step to this piece brings and costs. */
  step?: { gain: string; lost: readonly string[] };
}

/** The short form that peeks: enough to know whether to look. */
export function ResultPeek({ result }: { result: ResultData }) {
  return (
    <a class={`${style.row} ${style.short}`} href={hrefOf(result.ref)} draggable={false}>
      <Head result={result} heading={false} />
      <Gauges gauges={result.gauges} />
    </a>
  );
}

/** A piece as an answer: how well it fits, what to say, its limit, its sizes, its price. */
export function ResultRow({ result, children }: { result: ResultData; children?: ComponentChildren }) {
  return (
    <article class={style.row}>
      <a class={style.link} href={hrefOf(result.ref)}>
        <Head result={result} heading />
      </a>
      {result.step && <Step step={result.step} />}
      <Gauges gauges={result.gauges} />
      {result.benefit && <p class={style.benefit}>{t("ui.quote", { text: result.benefit })}</p>}
      {result.limit && <p class={style.limit}>{result.limit}</p>}
      <SizeRow sizes={result.sizes} wanted={result.wanted} label={t("ui.sizes")} />
      {children && <div class={style.deeds}>{children}</div>}
    </article>
  );
}

/** What is gained, with a tick; what is lost by it, with a minus: each a word as well as a sign. */
function Step({ step }: { step: NonNullable<ResultData["step"]> }) {
  return (
    <ul class={style.step}>
      {step.gain && (
        <li class={style.gain}>
          <Plus aria-hidden="true" />
          {step.gain}
        </li>
      )}
      {step.lost.map((text) => (
        <li key={text} class={style.lost}>
          <Minus aria-hidden="true" />
          {text}
        </li>
      ))}
    </ul>
  );
}

function Head({ result, heading }: { result: ResultData; heading: boolean }) {
  const Name = heading ? "h3" : "span";
  return (
    <span class={style.head}>
      <Picture class={style.picture} photo={result.photo} drawing={result.drawing} colour={result.colour} />
      <span class={style.words}>
        <Name class={style.name}>{result.name}</Name>
        <span class={style.kind}>{t("ui.kind", { brand: result.brand, category: result.category })}</span>
        {result.demonstration && <span class={style.demonstration}>{t("ui.demo.article")}</span>}
        <span class={style.line}>
          {result.fit && <Fit fit={result.fit} />}
          {result.price && (
            <Price cents={result.price.cents} reference={result.price.reference} currency={result.currency} />
          )}
        </span>
      </span>
    </span>
  );
}

const BARS: Record<string, number> = { ideal: 4, "very-good": 3, suits: 2, compromise: 1 };

/** The word of fit, with one to four dots of a trail mark before it. */
export function Fit({ fit }: { fit: { id: string; label: string } }) {
  const filled = BARS[fit.id] ?? 0;
  return (
    <span class={style.fit}>
      <span class={style.marks} aria-hidden="true">
        {[1, 2, 3, 4].map((at) => (
          <i key={at} class={at <= filled ? style.full : ""} />
        ))}
      </span>
      {fit.label}
    </span>
  );
}

const hrefOf = (ref: string): string => `#/product/${encodeURIComponent(ref)}`;
