import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forget, say } from "../../pwa/src/features/desk/knowledge/draft";
import { sifted, wordsOf } from "../../pwa/src/features/desk/knowledge/rows";
import { figure, problemsOf, readScale, withPoint, writeScale } from "../../pwa/src/features/desk/knowledge/scale";
import { CURVE, ENTRIES, field } from "./known";

const ALL = { search: "", part: "", family: "", state: "" };

beforeEach(forget);
afterEach(forget);

describe("rows are sifted", () => {
  const found = (sieve: Partial<typeof ALL>) => sifted(ENTRIES, { ...ALL, ...sieve });
  const ids = (sieve: Partial<typeof ALL>) => found(sieve).rows.map(({ id }) => id);

  test("by words without accents, family, part and state", () => {
    expect(ids({ search: "leger" })).toEqual(["pack-light"]);
    expect(ids({ family: "shell" })).toEqual(["shell-dry"]);
    expect(ids({ state: "off" })).toEqual(["pack-light", "weather"]);
    expect(ids({ state: "changed" })).toEqual(["shell-dry", "pack-light", "weather"]);
    expect(ids({ part: "question" })).toEqual(["weather"]);
  });

  test("by a whole question: what has most of its words comes, and is told to be near", () => {
    expect(found({ search: "Pourquoi 30 l pour une rando à la journée ?" })).toMatchObject({ near: true });
    expect(ids({ search: "Pourquoi 30 l pour une rando à la journée ?" })).toEqual(["pack.litres"]);
    expect(found({ search: "journées litre" })).toMatchObject({ near: false });
    expect(ids({ search: "300" })).toEqual([]);
  });

  test("by what is drafted", () => {
    say("question", "weather", field("on", "no", "yes"), "yes");
    expect(ids({ state: "drafted" })).toEqual(["weather"]);
  });
});

test("of a question what tells is kept, without endings", () => {
  expect(wordsOf("Why 30 l for a hike?")).toEqual(["why", "30", "for", "hik"]);
});

describe("a scale", () => {
  const curve = readScale("0: 0 | 10000: 100");

  test("is read and written without loss", () => {
    expect(writeScale(readScale("true: 100 | false: 5"))).toBe("true: 100 | false: 5");
    expect(writeScale(readScale("-4: 0 | 0: 100"))).toBe("-4: 0 | 0: 100");
    expect(figure("\u22124")).toBe(-4);
  });

  test("finds what is wrong with each point", () => {
    const points = readScale("0: 0 | x: 5 | 50000: 5 | 40000: 5 | 30000: 101");
    expect(problemsOf(points, CURVE)).toEqual([null, "place", "bounds", "rising", "rising"]);
    expect(problemsOf(readScale("a: 4 | b: 1,5"), { ...CURVE, kind: "words" })).toEqual([null, "degree"]);
  });

  test("gets one more point in its widest gap, on its own line; where there is none, behind the last", () => {
    expect(writeScale(withPoint(curve))).toBe("0: 0 | 5000: 50 | 10000: 100");
    expect(writeScale(withPoint(readScale("0: 10 | 1: 20")))).toBe("0: 10 | 1: 20 | 2: 20");
  });
});
