import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Finder, Product } from "../../pwa/src/catalogue/types";
import { nameOf } from "../../pwa/src/features/need/piece";
import { differenceBy } from "../../pwa/src/finder/differences";
import { directions } from "../../pwa/src/finder/refine";
import { product } from "./fixture";
import { localise } from "./localise";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../vectors/finder", name), "utf8"));
const { finder, products } = localise(read("advice.json"), "fr") as { finder: Finder; products: Product[] };
const plain = (text: string | undefined) => text?.replace(/[\u202f\u00a0]/g, " ");

/** A piece with these stated facts, at a price. */
function piece(facts: Record<string, number | string>, priceCents: number | null = null) {
  const made = product("a", "A", { category: "hardshell-jacket", gauges: {} });
  for (const [id, value] of Object.entries(facts)) made.properties[id] = { value, provenance: "maker", source: "" };
  return { product: made, priceCents };
}
const told = (axis: string, one: ReturnType<typeof piece>, other: ReturnType<typeof piece>) =>
  plain(differenceBy(finder, axis, one, other, "EUR")?.text);

describe("a difference between two pieces", () => {
  it("is told as an amount of weight and of money", () => {
    expect(told("light", piece({ weight_g: 500 }), piece({ weight_g: 360 }))).toBe("140 g de moins");
    expect(told("price", piece({}, 34990), piece({}, 28990))).toBe("60 € de moins");
    expect(told("price", piece({}, 9990), piece({}, 120000))).toBe("1 100,10 € de plus");
  });

  it("is none where it is smaller than what a maker's scales can tell", () => {
    expect(told("light", piece({ weight_g: 500 }), piece({ weight_g: 490 }))).toBeUndefined();
    expect(told("price", piece({}, 10000), piece({}, 9900))).toBeUndefined();
  });

  it("is never made of an estimate's figure, nor across methods", () => {
    const guessed = piece({ weight_g: 300 });
    guessed.product.properties.weight_g = { value: 300, provenance: "estimate", source: "" };
    expect(told("light", piece({ weight_g: 500 }), guessed)).toBeUndefined();
    const airy = (figure: number, method: string) => piece({ mvtr_g_m2_24h: figure, mvtr_method: method });
    expect(told("breathe", airy(10000, "jis-l1099-b1"), airy(30000, "jis-l1099-a1"))).toBeUndefined();
    expect(told("breathe", airy(10000, "jis-l1099-b1"), airy(30000, "jis-l1099-b1"))).toBe(
      "30 000 g/m²/24 h au lieu de 10 000 g/m²/24 h",
    );
  });
});

describe("the directions of a piece", () => {
  it("are those that its gauges can tell, the price first and the colour last", () => {
    const shell = products.find(({ category }) => category === "hardshell-jacket") as Product;
    expect(directions(finder, shell)).toEqual([
      "cheaper",
      "lighter",
      "warmer",
      "drier",
      "more-breathable",
      "more-durable",
      "other-colour",
    ]);
    expect(directions(finder, { ...shell, gauges: {} })).toEqual(["cheaper", "more-durable", "other-colour"]);
  });

  it("are none in a catalogue of before they were known", () => {
    const { comparing: _, ...older } = finder;
    expect(directions(older, products[0] as Product)).toEqual([]);
  });
});

describe("the name of a demonstration article", () => {
  it("leaves its mark to the mark", () => {
    expect(nameOf({ name: "Bonnet (article de démonstration)", demonstration: true })).toBe("Bonnet");
    expect(nameOf({ name: "Trilogy (2024)", demonstration: false })).toBe("Trilogy (2024)");
  });
});
