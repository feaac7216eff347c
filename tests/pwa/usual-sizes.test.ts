import { describe, expect, it } from "vitest";
import type { SizeChart } from "../../pwa/src/catalogue/types";
import { converted, millimetres } from "../../pwa/src/features/product/sizeGiven";
import { usualSystems } from "../../pwa/src/features/product/usualSizes";
import charts from "../vectors/sizing/charts.json";

const chart = (id: string) => charts.find((one) => one.id === id) as unknown as SizeChart;
const sizes = (id: string, audience: string, system: string) =>
  usualSystems(chart(id), audience).find((one) => one.system === system)?.sizes;

describe("the usual sizes to choose from", () => {
  it("are those of the chart, letters first", () => {
    const systems = usualSystems(chart("women-clothes"), "women");
    expect(systems[0]).toEqual({ system: "intl", sizes: ["XS", "S", "M", "L", "XL"] });
    expect(sizes("women-clothes", "women", "fr")).toEqual(["34", "36", "38", "40", "42"]);
  });

  it("come in each country's numbers, from those of the chart", () => {
    expect(sizes("women-clothes", "women", "us")).toEqual(["2", "4", "6", "8", "10"]);
    expect(sizes("men-trousers", "men", "it")?.[0]).toBe("42");
    expect(sizes("men-tops", "men", "fr")).toContain("50");
  });

  it("are half numbers for shoes, by the wearer", () => {
    expect(sizes("shoes", "men", "us")).toContain("9.5");
    expect(sizes("shoes", "women", "mondopoint")).toContain("24.5");
    expect(sizes("shoes", "unisex", "us-women")).toContain("8");
  });

  it("spell a short range out, so that one number is one tap", () => {
    expect(sizes("socks", "men", "eu")?.slice(0, 3)).toEqual(["36", "37", "38"]);
  });

  it("are letters where a piece has no chart", () => {
    expect(usualSystems(undefined, "men")).toEqual([
      { system: "intl", sizes: ["XS", "S", "M", "L", "XL", "XXL", "3XL"] },
    ]);
  });
});

describe("measures in the unit of the tape", () => {
  it("are read with a comma or a point", () => {
    expect(millimetres("98,5")).toBe(985);
    expect(millimetres("38.5", "in")).toBe(978);
    expect(millimetres("x", "in")).toBeNull();
  });

  it("turn into the other unit with what was typed", () => {
    expect(converted({ chest_mm: "98", waist_mm: "" }, "cm", "in")).toEqual({ chest_mm: "38.6", waist_mm: "" });
    expect(converted({ chest_mm: "38.6" }, "in", "cm")).toEqual({ chest_mm: "98" });
  });
});
