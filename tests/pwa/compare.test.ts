import { describe, expect, it } from "vitest";
import type { Attribute, PropertyValue, Scalar } from "../../pwa/src/catalogue/types";
import type { GaugeData } from "../../pwa/src/components/Gauges";
import { chosen, clearChosen, toggleChosen } from "../../pwa/src/features/compare/chosen";
import { factRows, gaugeRows } from "../../pwa/src/features/compare/rows";
import { factText } from "../../pwa/src/features/need/facts";
import { telling } from "../../pwa/src/features/show/gauges";
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
