import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answers, Product, Stock } from "../../pwa/src/catalogue/types";
import { composer, type Outfit, type Rules, report } from "../../pwa/src/finder/outfit";

interface Case {
  answers: Answers;
  stock: boolean;
  fixed: Record<string, string>;
  without: string[];
  found: { budget: number | null; expected: Outfit }[];
}

interface Shared {
  finder: Rules;
  products: Product[];
  stock: Pick<Stock, "levels">;
  cases: Case[];
}

const FILE = join(import.meta.dirname, "../vectors/finder/outfits.json");
const { finder, products, stock, cases } = JSON.parse(readFileSync(FILE, "utf8")) as Shared;

describe("the outfit on the phone", () => {
  it("is the same as the server's, to the byte, for every customer and budget", () => {
    for (const { answers, stock: stocked, fixed, without, found } of cases) {
      const made = composer(finder, products, answers, stocked ? stock : null, { fixed, without });
      for (const { budget, expected } of found) {
        const outfit = report(made, budget);
        expect(JSON.stringify(outfit), JSON.stringify({ answers, budget, fixed })).toBe(JSON.stringify(expected));
      }
    }
  });

  it("is the same whatever the order of the products", () => {
    const turned = [...products].reverse();
    for (const { answers } of cases.slice(0, 20)) {
      expect(report(composer(finder, turned, answers), null)).toEqual(
        report(composer(finder, products, answers), null),
      );
    }
  });

  it("never costs more than the budget, and never gains by a lower one", () => {
    const made = composer(finder, products, { activity: "mountaineering", temperature_c: -10 });
    const dearest = report(made, null);
    let before = 0;
    for (let budget = 0; budget <= (dearest.total_cents as number); budget += 2500) {
      const outfit = report(made, budget);
      expect(outfit.total_cents).toBeLessThanOrEqual(budget);
      const filled = outfit.slots.filter((slot) => slot.needed === "required" && (slot.piece || slot.filled_by));
      const weight = filled.reduce((total, slot) => total + slot.weight, 0);
      expect(weight).toBeGreaterThanOrEqual(before);
      before = weight;
    }
  });

  it("lets go of a choice that does not go in its place any more", () => {
    const made = composer(finder, products, { activity: "hiking" }, null, { fixed: { shoes: "no-such-piece" } });
    expect(report(made, null).slots.every((slot) => !slot.fixed)).toBe(true);
  });
});
