import { describe, expect, it } from "vitest";
import type { Attribute, Finder, PropertyValue, Scalar } from "../../pwa/src/catalogue/types";
import type { GaugeData } from "../../pwa/src/components/Gauges";
import { chosen, clearChosen, toggleChosen } from "../../pwa/src/features/compare/chosen";
import { decidingBy } from "../../pwa/src/features/compare/deciding";
import { type FactRow, factRows, type GaugeRow, gaugeRows, judgedOnce } from "../../pwa/src/features/compare/rows";
import { factText } from "../../pwa/src/features/need/facts";
import { matters } from "../../pwa/src/features/show/differences";
import { telling } from "../../pwa/src/features/show/gauges";
import type { Why } from "../../pwa/src/finder";
import { product } from "./fixture";

const attribute = (id: string, given: Partial<Attribute> & { method?: string } = {}): Attribute => ({
  id,
  label: id,
  kind: "integer",
  unit: null,
  better: null,
  explanation: "",
  ...given,
});
const attributes = new Map(
  [
    attribute("weight_g", { unit: "g", better: "lower" }),
    attribute("mvtr_g_m2_24h", { better: "higher", method: "mvtr_method" }),
    attribute("mvtr_method", { kind: "enum" }),
    attribute("recco", { kind: "bool" }),
  ].map((one) => [one.id, one]),
);
const piece = (ref: string, values: Record<string, Scalar>) =>
  product(ref, ref, {
    properties: Object.fromEntries(
      Object.entries(values).map(([id, value]): [string, PropertyValue] => [
        id,
        { value, provenance: "maker", source: "" },
      ]),
    ),
  });
const gauge = (id: string, level: number | null, need: number | null): GaugeData => ({
  id,
  label: id,
  level,
  need,
  provenance: level === null ? null : "maker",
  word: undefined,
});
const rows = (...pieces: ReturnType<typeof piece>[]) => factRows(pieces, attributes, new Set(["recco"]));

describe("pieces side by side", () => {
  it("put first what decided the advice", () => {
    const found = rows(piece("a", { weight_g: 300, recco: true }), piece("b", { weight_g: 400, recco: false }));
    expect(found.map(({ id }) => id)).toEqual(["recco", "weight_g"]);
  });

  it("mark the better figure, and nobody where they are alike or one is unknown", () => {
    const better = (a: Record<string, Scalar>, b: Record<string, Scalar>) =>
      rows(piece("a", a), piece("b", b))
        .find(({ id }) => id === "weight_g")
        ?.cells.map((cell) => cell.better);
    expect(better({ weight_g: 300 }, { weight_g: 400 })).toEqual([true, false]);
    expect(better({ weight_g: 300 }, { weight_g: 300 })).toEqual([false, false]);
    expect(better({ weight_g: 300 }, {})).toEqual([false, false]);
  });

  it("do not compare figures of two methods, nor of one that nobody told", () => {
    const mvtr = (value: number, method?: string) => ({
      mvtr_g_m2_24h: value,
      ...(method ? { mvtr_method: method } : {}),
    });
    const state = (a: Record<string, Scalar>, b: Record<string, Scalar>) => {
      const row = rows(piece("a", a), piece("b", b)).find(({ id }) => id === "mvtr_g_m2_24h");
      return [row?.state, row?.cells.some((cell) => cell.better)];
    };
    expect(state(mvtr(20000, "b1"), mvtr(30000, "b1"))).toEqual(["different", true]);
    expect(state(mvtr(20000, "b1"), mvtr(30000, "a1"))).toEqual(["methods", false]);
    expect(state(mvtr(20000), mvtr(30000))).toEqual(["methods", false]);
  });

  it("do not compare a RET with a MVTR", () => {
    const known = new Map([...attributes, ["ret", attribute("ret", { better: "lower" })]] as [string, Attribute][]);
    const found = factRows([piece("a", { ret: 6 }), piece("b", { mvtr_g_m2_24h: 20000 })], known, new Set());
    expect(found.map(({ id, state }) => [id, state])).toEqual([
      ["mvtr_g_m2_24h", "methods"],
      ["ret", "methods"],
    ]);
  });

  it("let no estimate win", () => {
    const guessed = piece("b", { weight_g: 300 });
    guessed.properties.weight_g = { value: 300, provenance: "estimate", source: "" };
    const [row] = rows(piece("a", { weight_g: 400 }), guessed);
    expect(row?.cells.map(({ better }) => better)).toEqual([false, false]);
  });

  it("are sorted by what moved their scores apart for this need", () => {
    const criterion = (id: string, properties: string[], gauge: string | null = null) => ({ id, properties, gauge });
    const finder = {
      parameters: { unknown_degree: 40 },
      criteria: [criterion("hood", ["hood"]), criterion("light", [], "light"), criterion("same", ["recco"])],
      comparing: { axes: [{ gauge: "light", figures: [{ property: "weight_g" }] }] },
    } as unknown as Finder;
    const why = (degrees: Record<string, number | null>) =>
      ({ criteria: Object.entries(degrees).map(([code, degree]) => ({ code, degree, weight: 10 })) }) as unknown as Why;
    const found = decidingBy(finder, [
      why({ hood: 100, light: 50, same: 70 }),
      why({ hood: null, light: 90, same: 70 }),
    ]);
    expect([...found].sort()).toEqual([
      ["hood", 600],
      ["light", 400],
      ["weight_g", 400],
    ]);
  });

  it("fold away what is equal", () => {
    expect(rows(piece("a", { recco: true }), piece("b", { recco: true })).map(({ state }) => state)).toEqual(["equal"]);
  });

  it("call the gauge nearest to the need better; falling short loses to having more", () => {
    const better = (a: number | null, b: number | null, need: number | null) =>
      gaugeRows([[gauge("warm", a, need)], [gauge("warm", b, need)]])[0]?.better;
    expect(better(3, 5, 3)).toEqual([true, false]);
    expect(better(2, 5, 3)).toEqual([false, true]);
    expect(better(4, 4, 3)).toEqual([false, false]);
    expect(better(null, 4, 3)).toEqual([false, false]);
    expect(better(3, 5, null)).toEqual([false, false]);
  });

  it("are at most three: a fourth takes the place of the first", () => {
    clearChosen();
    for (const ref of ["a", "b", "c", "d", "b"]) toggleChosen(ref);
    expect(chosen.value).toEqual(["c", "d"]);
    clearChosen();
  });
});

describe("what a customer is shown", () => {
  it("is three gauges that are known, the needed ones first, in the usual order", () => {
    const all = [
      gauge("warm", 2, null),
      gauge("dry", 4, 4),
      gauge("breathe", null, 3),
      gauge("light", 3, null),
      gauge("x", 1, 2),
    ];
    expect(telling(all).map(({ id }) => id)).toEqual(["warm", "dry", "x"]);
  });
});

describe("two pieces beside each other", () => {
  const cell = (figure: string | null, unit = "g") => ({
    text: figure === null ? null : { figure, unit },
    estimate: false,
    better: false,
  });
  const fact = (id: string, given: Partial<FactRow> = {}): FactRow => ({
    id,
    label: id,
    cells: [cell("365"), cell("470")],
    state: "different",
    decides: true,
    ...given,
  });
  const row = (id: string, a: number | null, b: number | null): GaugeRow => ({
    id,
    label: id,
    cells: [gauge(id, a, null), gauge(id, b, null)],
    better: [false, false],
    equal: a === b,
  });

  it("show what differs, is known of both, and matters", () => {
    const gauges = [
      row("dry", 5, 5),
      row("warm", 2, null),
      row("light", 4, 3),
      row("a", 1, 2),
      row("b", 1, 2),
      row("c", 1, 2),
    ];
    expect(matters(gauges, []).gauges.map(({ id }) => id)).toEqual(["light", "a", "b"]);
    const facts = [
      fact("equal", { state: "equal" }),
      fact("methods", { state: "methods" }),
      fact("aside", { decides: false }),
      fact("half-known", { cells: [cell("365"), cell(null)] }),
      fact("breathability", { cells: [cell("5", "/5"), cell("3", "/5")] }),
      fact("ret"),
      fact("waterproof_mm"),
      fact("weight_g"),
    ];
    expect(matters([], facts).facts.map(({ id }) => id)).toEqual(["weight_g"]);
  });

  it("leave the judgement of a figure to the gauge that weighs it against the need", () => {
    const better = (id: string) => fact(id, { cells: [{ ...cell("3"), better: true }, cell("9")] });
    const judging = { ...row("breathe", 5, 4), better: [false, true] };
    const kept = (gauges: GaugeRow[]) =>
      judgedOnce([better("ret"), better("weight_g")], gauges).map(({ cells }) => cells[0]?.better);
    expect(kept([judging])).toEqual([false, true]);
    expect(kept([row("breathe", 5, 4)])).toEqual([true, true]);
  });
});

describe("a fact", () => {
  const text = (given: Partial<Attribute>, value: Scalar) => {
    const { figure, unit } = factText(attribute("x", given), value);
    return `${figure} ${unit}`.trim().replace(/[\u202f\u00a0]/g, " ");
  };

  it("sets the figure apart from its unit, as the language writes it", () => {
    expect(text({ unit: "mm" }, 20000)).toBe("20 000 mm");
    expect(text({ unit: "°C" }, -8)).toBe("−8 °C");
    expect(text({ unit: "µm" }, 8900)).toBe("8,9 mm");
  });

  it("says yes, no and the words of an enumeration", () => {
    expect(text({ kind: "bool" }, true)).toBe("oui");
    expect(text({ kind: "enum", values: [{ id: "helmet", label: "casque" }] }, "helmet")).toBe("casque");
    expect(text({ kind: "enum" }, "unlisted")).toBe("unlisted");
  });
});
