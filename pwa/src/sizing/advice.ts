/** Size advice: one question, one honest answer. */

import { Adjuster } from "./adjust";
import { buildAnswer, oneSize, speechless } from "./answer";
import { AGE, readChart } from "./chart";
import { type Decision, decide, decision, differs, type Lean } from "./decide";
import { FOOT, type Room, roomFor, TOES } from "./feet";
import { heightAt, isForKids, kindOf, leanOf } from "./kinds";
import { lookUp, type Reading } from "./lookup";
import { Speaker } from "./messages";
import { columnEnds, inOtherCountries, isOutside, numbered, placed, USUAL } from "./numbers";
import { type Request, readRequest, shown, type Usual } from "./request";
import { type Rule, readRule } from "./rules";
import { soldRows } from "./sold";
import { defaultChart, tables } from "./tables";
import type { Chart, Charts, Kind, SizeAnswer, SizeQuestion } from "./types";
import { bodyMeasure, ONE_SIZE, rowsNamed, statureNamed } from "./usual";

/** Answer a size question. Throws SizingError. */
export function sizeAdvice(question: SizeQuestion, charts: Charts): SizeAnswer {
  const asked = readRequest(question, charts);
  if (isOneSize(asked)) return oneSize(asked);
  if (asked.chart === null || (asked.chart.measures.length === 0 && asked.usual === null)) {
    return speechless(asked, "no_chart");
  }
  return new Advice(asked, soldRows(asked.chart, asked.sizes), charts).answer();
}

interface More {
  readings?: Reading[];
  source?: string;
}

/** One question with its chart; the steps share what they know of garment, rule and language. */
class Advice {
  private readonly speaker: Speaker;
  private readonly kids: boolean;
  private readonly kind: string;
  private readonly habit: Kind;
  private readonly rule: Rule;
  private readonly room: Room;
  private readonly lean: Lean;
  private readonly adjuster: Adjuster;

  constructor(
    private readonly asked: Request,
    private readonly chart: Chart,
    private readonly charts: Charts,
  ) {
    this.speaker = new Speaker(asked.lang, chart, asked.usual ? shown(asked.usual) : "");
    this.kids = isForKids(asked, chart);
    this.kind = kindOf(asked, chart, this.kids);
    this.habit = tables.garments.kinds[this.kind] as Kind;
    this.rule = readRule(`${asked.fitNote}. ${chart.rule}`);
    this.room = roomFor(asked, this.kind, this.rule, this.kids);
    this.lean = leanOf(asked, this.kind, this.rule);
    this.adjuster = new Adjuster(asked, chart, this.rule, this.speaker, this.habit.thick_layer);
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
    const extra = (measure: string) => (measure === FOOT ? this.room.extraMm : 0);
    const readings = values.map(([measure, value]) =>
      lookUp(this.chart, measure, value, this.neverShort(measure), extra(measure)),
    );
    const decided = decide(this.chart, readings, this.habit.rules, this.rule, this.lean);
    const said = this.speaker.decision(decided, readings);
    const after = [...this.aboutToes(decided, readings), ...notes];
    return this.decided(decided, readings[0]?.measure ?? "", said, after, { readings, source });
  }

  /** Add what goes beyond the measure, and build the answer. */
  private decided(found: Decision, measure: string, said: string[], notes: string[], more: More = {}): SizeAnswer {
    const [moved, extra] = this.adjuster.adjust(found, measure);
    return this.build(moved, [...said, ...extra, ...notes], more);
  }

  private build(decided: Decision, said: string[], { readings = [], source = "" }: More = {}): SizeAnswer {
    return buildAnswer(this.asked, this.chart, decided, said, readings, source, this.speaker);
  }

  private aboutToes(decided: Decision, readings: Reading[]): string[] {
    if (decided.status === "out_of_range" || !readings.some((reading) => reading.measure === FOOT)) return [];
    return this.room.said.map(([key, words]) => this.speaker.say(key, words));
  }

  /** What to check at the try-on of a shoe whose size does not come from the foot. */
  private atTryOn(): string[] {
    return this.room.said.filter(([key]) => TOES.includes(key)).map(([key, words]) => this.speaker.say(key, words));
  }

  private fromUsual(usual: Usual): SizeAnswer {
    const named = rowsNamed(this.chart, usual, this.asked.audience);
    if (named.length > 0) return this.named(usual, named);
    const stature = statureNamed(usual, this.chart, this.asked.audience);
    if (stature) return this.fromMeasures([stature], [this.speaker.say("label_only")], "conversion");
    const numbers = numbered(this.chart, usual, this.asked.audience);
    const reading = placed(numbers, usual);
    if (reading && !isOutside(reading)) return this.numbered(numbers, usual, reading, "label_only", "");
    if (reading && columnEnds(this.chart, usual.system, this.asked.audience)) return this.unconverted(usual);
    return this.converted(usual) ?? this.unconverted(usual);
  }

  /** Go by a country's number, a foot, hand or head, else by the reference chart of the same wearer. */
  private converted(usual: Usual): SizeAnswer | null {
    const { audience } = this.asked;
    for (const other of inOtherCountries(usual, this.chart, audience, this.kind)) {
      const numbers = numbered(this.chart, other, audience);
      const reading = placed(numbers, other);
      if (reading && !isOutside(reading)) return this.numbered(numbers, usual, reading, "by_country", "conversion");
    }
    const found = bodyMeasure(usual, this.chart, audience) ?? this.byReference(usual);
    if (found === null) return null;
    return this.fromMeasures([found], [this.speaker.say("converted", { usual: shown(usual) })], "conversion");
  }

  /** Answer from the place of a number among the chart's own numbers. */
  private numbered(numbers: Chart, usual: Usual, reading: Reading, note: string, source: string): SizeAnswer {
    const found = decide(numbers, [reading], [USUAL], this.rule, this.lean);
    if (found.row === null) return this.named(usual, found.others);
    const size = this.speaker.size(found.row);
    const said =
      found.status === "between"
        ? this.speaker.decision(found, [reading])
        : [this.speaker.say("usual", { usual: shown(usual), size })];
    const notes = [this.speaker.say(note, { usual: shown(usual) }), ...this.atTryOn()];
    return this.decided(found, this.firstMeasure(), said, notes, { source });
  }

  private unconverted(usual: Usual): SizeAnswer {
    const ends = columnEnds(this.chart, usual.system, this.asked.audience);
    if (ends === null) return this.missing([this.speaker.say("not_converted", { usual: shown(usual) })]);
    const [first, last] = ends;
    const said = this.speaker.say("usual_outside", { usual: shown(usual), first, last });
    return this.build(decision("out_of_range", null), [said]);
  }

  /** Answer with the rows that the chart itself gives this usual size. */
  private named(usual: Usual, rows: number[]): SizeAnswer {
    const said = this.speaker.say("usual", { usual: shown(usual), size: this.speaker.sizes(rows) });
    const caution = this.speaker.say("label_only");
    if (rows.length === 1) {
      const notes = [caution, ...this.atTryOn()];
      return this.decided(decision("exact", rows[0] as number), this.firstMeasure(), [said], notes);
    }
    const needs = this.chart.measures.filter((measure) => differs(this.chart, rows, measure));
    const choose = needs.length > 0 ? [this.speaker.say("choose", { needs: this.speaker.needs(needs) })] : [];
    return this.build(decision("between", null, { others: rows, needs }), [said, ...choose, caution]);
  }

  private firstMeasure(): string {
    return this.chart.measures[0] ?? "";
  }

  /** Go from a usual clothing size to this chart's measure by the reference chart of the same wearer. */
  private byReference(usual: Usual): [string, number] | null {
    const { asked } = this;
    const reference = asked.audience ? defaultChart(asked.garment || "top", asked.audience, this.charts) : "";
    if (!reference) return null;
    const known = readChart(this.charts[reference], asked.lang, "chart", [], "given");
    const rows = rowsNamed(known, usual, asked.audience);
    for (const measure of [...this.habit.rules, ...this.chart.measures]) {
      const interval = rows.length === 1 ? known.rows[rows[0] as number]?.values[measure] : undefined;
      if (this.chart.measures.includes(measure) && interval) {
        return [measure, Math.floor((interval.low + interval.high) / 2 + 0.5)];
      }
    }
    return null;
  }

  private fromAge(age: number | null): SizeAnswer {
    if (age !== null && this.chart.measures.includes(AGE)) return this.fromMeasures([[AGE, age]], [this.aboutAge()]);
    const height = heightAt(age);
    if (height === null || !this.chart.measures.includes("height_mm")) return this.missing();
    const note = this.speaker.say("age", { needs: this.speaker.needs(["height_mm"]) });
    return this.fromMeasures([["height_mm", height]], [note], "conversion");
  }

  /** What to measure rather than to go by the age. */
  private aboutAge(): string {
    const needs = this.toMeasure();
    return needs.length > 0
      ? this.speaker.say("age", { needs: this.speaker.needs(needs) })
      : this.speaker.say("age_only");
  }

  /** The chart's measures that decide for this garment, else all that it has. */
  private toMeasure(): string[] {
    const rules = this.habit.rules.filter((measure) => this.chart.measures.includes(measure));
    return rules.length > 0 ? rules : this.chart.measures.filter((measure) => measure !== AGE);
  }

  /** Say what to measure: the chart cannot be read with what was given. */
  private missing(said: string[] = []): SizeAnswer {
    const body = this.toMeasure();
    const needs = body.length > 0 ? body : this.chart.measures;
    const notes = needs.length > 0 ? [this.speaker.say("needs", { needs: this.speaker.needs(needs) })] : [];
    return this.build(decision("out_of_range", null, { needs }), [...said, ...notes]);
  }

  private neverShort(measure: string): boolean {
    if (measure === FOOT) return this.habit.why === "toes";
    return measure === "height_mm" && this.kids;
  }
}

function isOneSize(asked: Request): boolean {
  const sold = asked.sizes.map((size) => size.trim().toLowerCase());
  if (sold.length > 0) return sold.length === 1 && ONE_SIZE.includes(sold[0] as string);
  const rows = asked.chart?.rows ?? [];
  const only = rows.length === 1 ? rows[0] : undefined;
  return only !== undefined && ONE_SIZE.includes(only.size.toLowerCase()) && Object.keys(only.values).length === 0;
}
