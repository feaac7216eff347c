import { describe, expect, it } from "vitest";
import { type Charts, defaultChart, SizingError, sizeAdvice } from "../../pwa/src/sizing";
import list from "../vectors/sizing/charts.json";
import inline from "../vectors/sizing/inline.json";
import own from "../vectors/sizing/own.json";
import real from "../vectors/sizing/real.json";
import refused from "../vectors/sizing/refused.json";

interface Case {
  question: Record<string, unknown>;
  answer?: unknown;
  problems?: unknown;
}

const charts = Object.fromEntries(list.map((chart) => [chart.id, chart])) as unknown as Charts;
const files = { own, inline, real, refused } as unknown as Record<string, Case[]>;

function answered(question: Record<string, unknown>): Case {
  try {
    return { question, answer: sizeAdvice(question, charts) };
  } catch (error) {
    if (!(error instanceof SizingError)) throw error;
    return { question, problems: error.problems };
  }
}

describe("size advice", () => {
  for (const [name, cases] of Object.entries(files)) {
    it(`answers the ${cases.length} cases of ${name} as the server does, to the byte`, () => {
      for (const one of cases) expect(JSON.stringify(answered(one.question))).toBe(JSON.stringify(one));
    });
  }

  it("finds the chart of a piece that names none", () => {
    expect(defaultChart("hardshell-jacket", "men", charts)).toBe("men-tops-letters");
    expect(defaultChart("rope", "unisex", charts)).toBe("one-size");
    expect(defaultChart("socks", "kids", {})).toBe("");
  });
});
