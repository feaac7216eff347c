/** The sentence that is spoken: what was measured, the size, why, and what it is worth. */

import { AGE } from "./chart";
import type { Decision } from "./decide";
import { allowedBy, beyondOf, type Reading, rowsOf } from "./lookup";
import { USUAL } from "./numbers";
import { tables } from "./tables";
import type { Chart } from "./types";

export class Speaker {
  constructor(
    private readonly lang: string,
    private readonly chart: Chart,
    private readonly usual = "",
  ) {}

  /** A sentence with its words filled in. */
  say(key: string, words: Record<string, string> = {}): string {
    let sentence = this.word("sentences", key);
    for (const [name, word] of Object.entries(words)) sentence = sentence.split(`{${name}}`).join(word);
    return sentence;
  }

  /** What the measures say. */
  decision(decision: Decision, readings: Reading[]): string[] {
    const measures = this.listed(readings);
    if (decision.status === "out_of_range") {
      return [this.outside(readings.filter((reading) => reading.status === "out_of_range"))];
    }
    if (decision.status === "conflict") return this.conflict(decision, readings);
    if (decision.row === null) {
      return [this.say("several", { measures, pair: this.sizes(decision.others), needs: this.needs(decision.needs) })];
    }
    if (decision.status === "between" && decision.others.length > 0)
      return [this.between(measures, decision, readings)];
    return [this.say("exact", { measures, size: this.size(decision.row) })];
  }

  measure(measure: string): string {
    return this.word("measures", measure);
  }

  /** A value as it is spoken: centimetres with at most one decimal, years, or a usual size. */
  amount(measure: string, value: number): string {
    if (measure === USUAL) return this.usual;
    const tenths = Math.floor((measure === AGE ? value * 10 : value) + 0.5);
    const rest = tenths % 10;
    const mark = this.lang === "en" ? "." : ",";
    const number = `${(tenths - rest) / 10}${rest ? mark + rest : ""}`;
    const one = tenths === 10 || (this.lang === "fr" && tenths < 20);
    return this.word("units", measure !== AGE ? "cm" : one ? "year" : "years").replace("{n}", number);
  }

  /** Sizes as a list: "S, M et L". */
  sizes(rows: number[], joiner: "join" | "or" = "join"): string {
    const names = rows.map((row) => this.size(row));
    if (names.length < 2) return names.join("");
    return `${names.slice(0, -1).join(", ")}${tables.messages[joiner][this.lang]}${names.at(-1)}`;
  }

  /** Measures as a choice. */
  needs(measures: string[]): string {
    const names = measures.map((measure) => this.measure(measure));
    const last = names.slice(-2).join(tables.messages.or[this.lang]);
    return [...names.slice(0, -2), last].join(", ");
  }

  size(row: number): string {
    return this.chart.rows[row]?.size ?? "";
  }

  private word(table: "sentences" | "measures" | "units" | "why", key: string): string {
    return tables.messages[table][key]?.[this.lang] ?? "";
  }

  private listed(readings: Reading[]): string {
    return capital(readings.map((r) => `${this.measure(r.measure)} ${this.amount(r.measure, r.value)}`).join(", "));
  }

  private between(measures: string, decision: Decision, readings: Reading[]): string {
    const bySize = readings.flatMap((reading) => (reading.measure === decision.measure ? allowedBy(reading) : []));
    const place = (row: number) => (bySize.includes(row) ? bySize.indexOf(row) : bySize.length + row);
    const rows = [decision.row ?? 0, ...decision.others].sort((a, b) => place(a) - place(b));
    return this.say("between", {
      measures,
      pair: this.sizes(rows),
      size: this.size(decision.row ?? 0),
      why: this.word("why", decision.why),
      others: this.sizes(decision.others, "or"),
    });
  }

  private outside(readings: Reading[]): string {
    const named = (reading: Reading) => (readings.length > 1 ? `${this.measure(reading.measure)} ` : "");
    const ranges = readings.map((reading) => `${named(reading)}${this.distance(reading)}`);
    return this.say("out_of_range", { measures: this.listed(readings), ranges: ranges.join(", ") });
  }

  /** How far a value lies beyond the chart's first or last size. */
  private distance(reading: Reading): string {
    const beyond = beyondOf(reading);
    const above = beyond > 0;
    const { interval, rows } = reading.ends[above ? 1 : 0];
    return this.say(above ? "above" : "below", {
      gap: this.amount(reading.measure, Math.abs(beyond)),
      size: this.size((above ? rows.at(-1) : rows[0]) as number),
      end: this.amount(reading.measure, above ? interval.high : interval.low),
    });
  }

  private conflict(decision: Decision, readings: Reading[]): string[] {
    const each = readings.map((reading) =>
      reading.status === "out_of_range"
        ? this.say("outside", { measure: this.measure(reading.measure) })
        : `${this.measure(reading.measure)} ${this.sizes(rowsOf(reading), "or")}`,
    );
    const row = decision.row ?? (decision.others.at(-1) as number);
    const measure = decision.measure ? this.measure(decision.measure) : "";
    return [this.say("conflict", { each: each.join(", ") }), this.say(decision.why, { measure, size: this.size(row) })];
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
