import { beforeEach, describe, expect, it } from "vitest";
import type { Finder, Product } from "../../pwa/src/catalogue/types";
import { sizesOffered } from "../../pwa/src/features/outfit/offered";
import { spots } from "../../pwa/src/features/outfit/spots";
import { difference, weight } from "../../pwa/src/features/outfit/words";
import type { OutfitPlace } from "../../pwa/src/finder/outfit";
import { useLanguage } from "../../pwa/src/lib/i18n";

const place = (id: string, over: Partial<OutfitPlace> = {}): OutfitPlace => ({
  id,
  needed: "required",
  row: 0,
  weight: 5,
  owned: false,
  fixed: false,
  piece: null,
  filled_by: null,
  alternatives: [],
  empty_reason: null,
  ...over,
});

describe("the spots of the body", () => {
  const torso = ["base-top", "mid", "insulation", "shell"];

  it("fan the layers from skin to shell, and stay inside the drawing", () => {
    for (let count = 1; count <= torso.length; count++) {
      const found = spots(torso.slice(0, count).map((id) => place(id)));
      expect(found.map((spot) => spot.place.id)).toEqual(torso.slice(0, count));
      for (const [at, spot] of found.entries()) {
        expect(spot.x).toBeGreaterThanOrEqual(0);
        expect(spot.x + spot.size).toBeLessThanOrEqual(100);
        if (at > 0) expect(spot.x).toBeGreaterThan(found[at - 1]?.x ?? 100);
      }
    }
  });

  it("stand a single layer in the middle", () => {
    const [only] = spots([place("shell")]);
    expect((only?.x ?? 0) + (only?.size ?? 0) / 2).toBeCloseTo(50);
  });

  it("leave a hole only where a tap can fill it", () => {
    const reasons = ["budget", "owned", "not-needed", "filled", "range", "audience"] as const;
    const found = reasons.filter((empty_reason) => spots([place("shell", { empty_reason })]).length > 0);
    expect(found).toEqual(["budget", "owned"]);
  });
});

describe("the sizes that are asked for", () => {
  const finder = {
    parameters: {
      families: { jacket: "shell", boots: "boots", pack: "pack" },
      size_kinds: { shell: "garment", boots: "shoe", pack: "pack" },
    },
  } as unknown as Finder;
  const product = (category: string, audience: string, sizes: string[]): Product =>
    ({ category, audience, variants: sizes.map((size) => ({ size })) }) as unknown as Product;
  const all = [
    product("jacket", "women", ["L", "S", "M", "S/M"]),
    product("jacket", "men", ["XL"]),
    product("jacket", "kids", ["128"]),
    product("boots", "unisex", ["42.5", "EU 41", "39-42"]),
    product("pack", "unisex", ["TU"]),
  ];
  const categories = new Set(["jacket", "boots", "pack"]);

  it("are those of this person, small to large, without spans", () => {
    expect(sizesOffered(finder, all, categories, "women")).toEqual({
      garment: ["S", "M", "L"],
      shoe: ["41", "42.5"],
      hand: [],
    });
  });

  it("are those of grown-ups where nobody said for whom, and of children where it is for one", () => {
    expect(sizesOffered(finder, all, categories, undefined).garment).toEqual(["S", "M", "L", "XL"]);
    expect(sizesOffered(finder, all, categories, "kids")).toEqual({ garment: ["128"], shoe: [], hand: [] });
  });

  it("are of the pieces of this outfit alone", () => {
    expect(sizesOffered(finder, all, new Set(["boots"]), "women").garment).toEqual([]);
  });
});

describe("the words of an outfit", () => {
  beforeEach(() => useLanguage("fr"));

  it("say a difference with its sign", () => {
    expect(difference(0)).toBe("même prix");
    expect(difference(6000)).toMatch(/^\+\u2060?60\s€$/);
    expect(difference(-1250)).toMatch(/^\u2212\u2060?12,50\s€$/);
  });

  it("say a weight only of what was weighed", () => {
    expect(weight(3600, 10, 10)).toMatch(/^3,6\s?kg$/);
    expect(weight(3600, 8, 10)).toContain("8");
    expect(weight(0, 0, 10)).toBe("");
  });
});
