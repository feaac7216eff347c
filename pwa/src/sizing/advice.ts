/** Size advice: one question, one honest answer. */

import { AGE, makeChart, readChart } from "./chart";
import { type Decision, decide, decision, differs, type Lean, nextRow } from "./decide";
import { lookUp, type Reading, rowsOf } from "./lookup";
import { Speaker } from "./messages";
import { type Request, readRequest, shown, type Usual } from "./request";
import { type Rule, readRule } from "./rules";
import { defaultChart, tables } from "./tables";
import type { Chart, Charts, Kind, SizeAnswer, SizeQuestion, Way } from "./types";
import { bodyMeasure, ONE_SIZE, rowsNamed, soldRows } from "./usual";

const CHILD_BELOW_MM = 1700;
const BY_MEASURE = [
  ["footwear", "foot_length_mm"],
  ["hands", "hand_mm"],
  ["head", "head_mm"],
  ["pack", "torso_mm"],
] as const;

/** Answer a size question. Throws SizingError. */
export function sizeAdvice(question: SizeQuestion, charts: Charts): SizeAnswer {
  const asked = readRequest(question, charts);
  if (isOneSize(asked)) {
    const size = asked.sizes[0] ?? asked.chart?.rows[0]?.size ?? null;
    return { ...speechless(asked, "one_size"), size, status: "exact" };
  }
  if (asked.chart === null || asked.chart.measures.length === 0) return speechless(asked, "no_chart");
  return new Advice(asked, soldRows(asked.chart, asked.sizes), charts).answer();
}

type Adjusted = [Decision, string[]];

/** One question with its chart; the steps share what they know of garment, rule and language. */
class Advice {
  private readonly speaker: Speaker;
  private readonly kids: boolean;
  private readonly kind: Kind;
  private readonly rule: Rule;
  private readonly lean: Lean;

  constructor(
    private readonly asked: Request,
    private readonly chart: Chart,
    private readonly charts: Charts,
  ) {
    this.speaker = new Speaker(asked.lang, chart);
    this.kids = isForKids(asked, chart);
    this.kind = tables.garments.kinds[kindOf(asked, chart, this.kids)] as Kind;
    this.rule = readRule(`${asked.fitNote}. ${chart.rule}`);
    this.lean = leanOf(asked, this.kind, this.rule);
  }

  answer(): SizeAnswer {
    const { asked } = this;
    const given = Object.entries(asked.measurements);
    const values = given.filter(([measure]) => this.chart.measures.includes(measure));
    if (values.length > 0) return this.fromMeasures(values, []);
    if (given.length > 0 && asked.usual === null && asked.ageYears === null) return this.missing();
    return asked.usual !== null ? this.fromUsual(asked.usual) : this.fromAge(asked.ageYears);
  }

  private fromMeasures(values: [string, number][], notes: string[], source = ""): SizeAnswer {
    const readings = values.map(([measure, value]) => lookUp(this.chart, measure, value, this.neverShort(measure)));
    const decided = decide(this.chart, readings, this.kind.rules, this.rule, this.lean);
    const said = this.speaker.decision(decided, readings);
    const [adjusted, extra] = this.adjusted(decided, readings[0]?.measure ?? "");
    return this.result(adjusted, [...said, ...extra, ...notes], readings, source);
  }

  /** Apply what goes beyond the measure: the chart's standing advice, room to grow, a thick layer below. */
  private adjusted(decided: Decision, measure: string): Adjusted {
    if (decided.row === null || decided.status !== "exact") return [decided, []];
    const way = this.shift();
    if (way) return this.moved(decided, decided.row, measure, way, "shifted", []);
    if (this.asked.growth) {
      return this.moved(decided, decided.row, measure, "up", "growth", [this.speaker.say("growth_end")]);
    }
    return this.asked.layering === "thick" && this.kind.thick_layer
      ? this.thick(decided, decided.row, measure)
      : [decided, []];
  }

  private shift(): Way | undefined {
    const { layering } = this.asked;
    if ((layering === "over" || layering === "thick") && this.rule.over) return this.rule.over;
    if (layering === "close" && this.rule.close) return this.rule.close;
    return this.rule.always;
  }

  private moved(decided: Decision, row: number, measure: string, way: Way, note: string, end: string[]): Adjusted {
    const next = nextRow(this.chart, row, measure, way);
    if (next === null) return [decided, end];
    const others = note === "growth" ? [row] : [row, ...decided.others];
    return [{ ...decided, row: next, others }, [this.speaker.say(note, { size: this.speaker.size(next) })]];
  }

  private thick(decided: Decision, row: number, measure: string): Adjusted {
    const larger = nextRow(this.chart, row, measure, "up");
    if (larger === null) return [decided, []];
    const note = this.speaker.say("thick", { others: this.speaker.size(larger) });
    return [{ ...decided, others: [...decided.others, larger] }, [note]];
  }

  private fromUsual(usual: Usual): SizeAnswer {
    const named = rowsNamed(this.chart, usual, this.asked.audience);
    if (named.length > 0) return this.named(usual, named);
    const found = bodyMeasure(usual, this.chart, this.asked.audience) ?? this.byReference(usual);
    if (found === null) return this.missing([this.speaker.say("not_converted", { usual: shown(usual) })]);
    return this.fromMeasures([found], [this.speaker.say("converted", { usual: shown(usual) })], "conversion");
  }

  /** Answer with the rows that the chart itself gives this usual size. */
  private named(usual: Usual, rows: number[]): SizeAnswer {
    const said = this.speaker.say("usual", { usual: shown(usual), size: this.speaker.sizes(rows) });
    const caution = this.speaker.say("label_only");
    if (rows.length === 1) {
      const [decided, extra] = this.adjusted(decision("exact", rows[0] as number), this.chart.measures[0] ?? "");
      return this.result(decided, [said, ...extra, caution], []);
    }
    const needs = this.chart.measures.filter((measure) => differs(this.chart, rows, measure));
    return this.result(decision("between", null, { others: rows, needs }), [said, caution], []);
  }

  /** Go from a usual clothing size to this chart's measure by the reference chart of the same wearer. */
  private byReference(usual: Usual): [string, number] | null {
    const { asked } = this;
    const reference = asked.audience ? defaultChart(asked.garment || "top", asked.audience, this.charts) : "";
    if (!reference) return null;
    const known = readChart(this.charts[reference], asked.lang, "chart", [], "given");
    const rows = rowsNamed(known, usual, asked.audience);
    for (const measure of [...this.kind.rules, ...this.chart.measures]) {
      const interval = rows.length === 1 ? known.rows[rows[0] as number]?.values[measure] : undefined;
      if (this.chart.measures.includes(measure) && interval) {
        return [measure, Math.floor((interval.low + interval.high) / 2 + 0.5)];
      }
    }
    return null;
  }

  private fromAge(age: number | null): SizeAnswer {
    const note = this.speaker.say("age");
    if (age !== null && this.chart.measures.includes(AGE)) return this.fromMeasures([[AGE, age]], [note]);
    const height = heightAt(age);
    if (height === null || !this.chart.measures.includes("height_mm")) return this.missing();
    return this.fromMeasures([["height_mm", height]], [note], "conversion");
  }

  /** Say what to measure: the chart cannot be read with what was given. */
  private missing(said: string[] = []): SizeAnswer {
    const rules = this.kind.rules.filter((measure) => this.chart.measures.includes(measure));
    const body = this.chart.measures.filter((measure) => measure !== AGE);
    const needs = rules.length > 0 ? rules : body.length > 0 ? body : [AGE];
    const note = this.speaker.say("needs", { needs: this.speaker.needs(needs) });
    return this.result(decision("out_of_range", null, { needs }), [...said, note], []);
  }

  private neverShort(measure: string): boolean {
    if (measure === "foot_length_mm") return this.kind.why !== "folds";
    return measure === "height_mm" && this.kids;
  }

  private result(decided: Decision, said: string[], readings: Reading[], source = ""): SizeAnswer {
    const { status, label } = this.chart;
    const marks = ["peer", "demonstration"].includes(status) ? [this.speaker.say(status, { chart: label })] : [];
    const others = [...new Set(decided.others)].filter((row) => row !== decided.row);
    return {
      size: decided.row === null ? null : this.speaker.size(decided.row),
      status: decided.status,
      alternatives: others.map((row) => this.speaker.size(row)),
      message: [...said, ...marks].join(" "),
      fit_note: this.asked.fitNote || null,
      provenance: source || status,
      needs: decided.needs,
      details: readings.map((reading) => ({
        measure: reading.measure,
        value: reading.value,
        status: reading.status,
        sizes: rowsOf(reading).map((row) => this.speaker.size(row)),
      })),
    };
  }
}

/** Which way between two sizes: the layers below, room to grow, the chart's rule, then the garment's own habit. */
function leanOf(asked: Request, kind: Kind, rule: Rule): Lean {
  if (asked.layering === "over" || asked.layering === "thick") return { way: rule.over ?? "up", why: "wish_over" };
  if (asked.layering === "close") {
    return { way: rule.close ?? rule.between ?? "down", why: rule.between ? "rule" : "wish_close" };
  }
  if (asked.growth) return { way: "up", why: "growth" };
  const way = rule.between ?? rule.always;
  return way ? { way, why: "rule" } : { way: kind.between, why: kind.why };
}

/** Tell whether height decides. Without a word about the wearer, a chart that ends below 1.70 m is a child's. */
function isForKids(asked: Request, chart: Chart): boolean {
  if (asked.audience) return asked.audience === "kids";
  if (asked.ageYears !== null || asked.growth) return true;
  const heights = chart.rows.flatMap((row) => (row.values.height_mm ? [row.values.height_mm.high] : []));
  return heights.length > 0 && Math.max(...heights) < CHILD_BELOW_MM && !asked.garment;
}

function kindOf(asked: Request, chart: Chart, kids: boolean): string {
  if (kids && chart.measures.includes("height_mm")) return "kids";
  const named = tables.garments.names[asked.garment];
  if (named) return named;
  return BY_MEASURE.find(([, measure]) => chart.measures.includes(measure))?.[0] ?? "any";
}

/** The usual stature at an age, where the table has it; a birthday belongs to the older row. */
function heightAt(age: number | null): number | null {
  if (age === null) return null;
  const rows = tables.conversions.age_to_height.rows;
  const row = rows.find(({ age_years: [low, high] }) => (low as number) <= age && age < (high as number));
  return row?.height_mm ?? null;
}

function isOneSize(asked: Request): boolean {
  const sold = asked.sizes.map((size) => size.trim().toLowerCase());
  if (sold.length > 0) return sold.length === 1 && ONE_SIZE.includes(sold[0] as string);
  const rows = asked.chart?.rows ?? [];
  const only = rows.length === 1 ? rows[0] : undefined;
  return only !== undefined && ONE_SIZE.includes(only.size.toLowerCase()) && Object.keys(only.values).length === 0;
}

function speechless(asked: Request, sentence: string): SizeAnswer {
  const nothing = { label: "", status: "given", audience: "", garment: "", rule: "" };
  const chart = asked.chart ?? makeChart([], nothing);
  return {
    size: null,
    status: "out_of_range",
    alternatives: [],
    message: new Speaker(asked.lang, chart).say(sentence),
    fit_note: asked.fitNote || null,
    provenance: chart.status,
    needs: [],
    details: [],
  };
}
