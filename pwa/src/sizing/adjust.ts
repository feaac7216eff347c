/** What moves a size beyond the measure: the chart's standing advice, try-ons, room to grow, a thick layer below. */

import { type Decision, nextRow } from "./decide";
import type { Speaker } from "./messages";
import type { Request } from "./request";
import type { Rule } from "./rules";
import { movesSize, triedSentence, wayOf } from "./tried";
import type { Chart, Way } from "./types";

type Adjusted = [Decision, string[]];

/** The adjustments of one question; each returns the decision and what to say about it. */
export class Adjuster {
  constructor(
    private readonly asked: Request,
    private readonly chart: Chart,
    private readonly rule: Rule,
    private readonly speaker: Speaker,
    private readonly thick: boolean,
  ) {}

  /** Adjust a size that was found; a conflict or an open choice stays as it is. */
  adjust(decided: Decision, measure: string): Adjusted {
    if (decided.row === null || decided.status === "conflict") return [decided, []];
    const [moved, said] = this.byWish(decided, decided.row, measure);
    const [tried, told] = this.byTryOns(moved, moved.row as number, measure);
    return [tried, [...said, ...told]];
  }

  private byWish(decided: Decision, row: number, measure: string): Adjusted {
    if (decided.status !== "exact") return [decided, []];
    const way = this.shift();
    if (way) return this.shifted(decided, row, measure, way);
    if (this.asked.growth) return this.grown(decided, row, measure);
    return this.asked.layering === "thick" && this.thick ? this.beside(decided, row, measure) : [decided, []];
  }

  private shift(): Way | undefined {
    const { layering } = this.asked;
    const worn = layering === "over" || layering === "thick" ? this.rule.over : undefined;
    const wish = layering === "close" ? this.rule.close : worn;
    if (wish === "stay") return undefined;
    return wish ?? this.rule.always;
  }

  private shifted(decided: Decision, row: number, measure: string, way: Way): Adjusted {
    const next = nextRow(this.chart, row, measure, way);
    if (next === null) return [decided, []];
    return [movedTo(decided, row, next), [this.speaker.say("shifted", { size: this.speaker.size(next) })]];
  }

  private grown(decided: Decision, row: number, measure: string): Adjusted {
    if (this.rule.growth === "stay") return [decided, [this.speaker.say("growth_in")]];
    const larger = nextRow(this.chart, row, measure, "up");
    if (larger === null) return [decided, [this.speaker.say("growth_end")]];
    const note = this.speaker.say("growth", { size: this.speaker.size(larger) });
    return [{ ...decided, row: larger, others: [row] }, [note]];
  }

  private beside(decided: Decision, row: number, measure: string): Adjusted {
    const larger = nextRow(this.chart, row, measure, "up");
    if (larger === null) return [decided, []];
    const note = this.speaker.say("thick", { others: this.speaker.size(larger) });
    return [{ ...decided, others: [...decided.others, larger] }, [note]];
  }

  /** Say what try-ons showed; move an exact size where they are many and of one mind, else offer the next one. */
  private byTryOns(decided: Decision, row: number, measure: string): Adjusted {
    const sentence = triedSentence(this.asked.tryOns);
    if (sentence === null) return [decided, []];
    const said = [this.speaker.say(...sentence)];
    const way = wayOf(this.asked.tryOns);
    const next = way ? nextRow(this.chart, row, measure, way) : null;
    if (next === null || decided.status !== "exact" || this.asked.growth) return [decided, said];
    if (!movesSize(this.asked.tryOns)) return [{ ...decided, others: [...decided.others, next] }, said];
    const note = this.speaker.say("tried_moved", { size: this.speaker.size(next) });
    return [movedTo(decided, row, next), [...said, note]];
  }
}

function movedTo(decided: Decision, row: number, next: number): Decision {
  return { ...decided, row: next, others: [row, ...decided.others] };
}
