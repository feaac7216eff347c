/** The answer as it leaves: the size, what is said, and what it is worth. */

import { makeChart } from "./chart";
import type { Decision } from "./decide";
import { beyondOf, type Reading, rowsOf } from "./lookup";
import { Speaker } from "./messages";
import type { Request } from "./request";
import { countOf, triedSentence } from "./tried";
import type { Chart, SizeAnswer } from "./types";

/** The answer of a decision; `source` replaces the chart's own provenance. */
export function buildAnswer(
  asked: Request,
  chart: Chart,
  decided: Decision,
  said: string[],
  readings: Reading[],
  source: string,
  speaker: Speaker,
): SizeAnswer {
  const { status, label } = chart;
  const marks = ["peer", "demonstration"].includes(status) ? [speaker.say(status, { chart: label })] : [];
  const others = [...new Set(decided.others)].filter((row) => row !== decided.row);
  return {
    size: decided.row === null ? null : speaker.size(decided.row),
    status: decided.status,
    alternatives: others.map((row) => speaker.size(row)),
    message: [...said, ...marks].join(" "),
    fit_note: fitNote(asked, speaker),
    provenance: source || status,
    needs: decided.needs,
    details: readings.map((reading) => ({
      measure: reading.measure,
      value: reading.value,
      status: reading.status,
      sizes: rowsOf(reading).map((row) => speaker.size(row)),
      beyond: beyondOf(reading),
    })),
    try_ons: tryOns(asked),
  };
}

/** The answer for what is sold in one size. */
export function oneSize(asked: Request): SizeAnswer {
  const size = asked.sizes[0] ?? asked.chart?.rows[0]?.size ?? null;
  return { ...speechless(asked, "one_size"), size, status: "exact" };
}

/** The answer where there is no chart to read. */
export function speechless(asked: Request, sentence: string): SizeAnswer {
  const nothing = { label: "", status: "given", audience: "", garment: "", rule: "" };
  const chart = asked.chart ?? makeChart([], nothing);
  const speaker = new Speaker(asked.lang, chart);
  return {
    size: null,
    status: "out_of_range",
    alternatives: [],
    message: speaker.say(sentence),
    fit_note: fitNote(asked, speaker),
    provenance: chart.status,
    needs: [],
    details: [],
    try_ons: tryOns(asked),
  };
}

/** The brand's note on the fit, followed by what try-ons showed. */
function fitNote(asked: Request, speaker: Speaker): string | null {
  const tried = triedSentence(asked.tryOns);
  const notes = [...(asked.fitNote ? [asked.fitNote] : []), ...(tried ? [speaker.say(...tried)] : [])];
  return notes.join(" ") || null;
}

function tryOns(asked: Request): SizeAnswer["try_ons"] {
  const count = countOf(asked.tryOns);
  return count === 0 ? null : { count, ...asked.tryOns };
}
