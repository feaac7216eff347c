import { describe, expect, test } from "vitest";
import type { Product, Stock } from "../../pwa/src/catalogue/types";
import { findCode } from "../../pwa/src/features/search/codes";
import { isSearchable, makeEngine } from "../../pwa/src/features/search/engine";
import { bandOf, bySize, FACETS, narrow } from "../../pwa/src/features/search/facets";
import { words } from "../../pwa/src/features/search/fold";
import { makeSynonyms } from "../../pwa/src/features/search/synonyms";
import { checkDigit, digitsIn, isSlip, readGtin } from "../../pwa/src/lib/gtin";
import lexicon from "../../pwa/src/words/lexicon.json";
import type { Lexicon } from "../../pwa/src/words/types";
import { catalogue, counts, GTIN_L, GTIN_M, GTIN_PACK, product } from "./fixture";

/** Pieces of all kinds, the same for the same seed, of which some sizes are here. */
function madeUp(seed: number, count: number) {
  let state = seed * 7_919;
  const draw = <T>(from: readonly T[]): T => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor((state / 2_147_483_648) * from.length)] as T;
  };
  const levels: Stock["levels"] = {};
  const pieces = Array.from({ length: count }, (_, n) =>
    product(`p${n}`, `Piece ${n}`, {
      category: draw(["hardshell-jacket", "down-jacket", "hiking-pack"]),
      audience: draw(["men", "women", "unisex"]),
      activities: draw([[], ["hiking"], ["hiking", "ski-touring"]]),
      variants: ["S", "M", "L"].map((size) => {
        const gtin = `${n}-${size}`;
        if (draw([true, false, true])) levels[gtin] = { quantity: draw([0, 1, 3]), counted_at: "2026-11-22T09:00:00Z" };
        return {
          gtin,
          sku: gtin,
          size,
          colour: 0,
          price_cents: draw([4_900, 9_900, 25_000]),
          reference_price_cents: null,
        };
      }),
    }),
  );
  return { pieces, shelf: counts({ levels }) };
}

const refs = (products: readonly Product[]) => products.map(({ ref }) => ref);

describe("folding", () => {
  test.each([
    ["Chaussures", "chaussure"],
    ["ÉTÉ", "ete"],
    ["verte", "vert"],
    ["bleues", "bleu"],
    ["Gants", "gant"],
    ["femmes", "FEMME"],
    ["œil", "oeil"],
  ])("takes %s for %s", (a, b) => expect(words(a)).toEqual(words(b)));

  test("reads a brand with and without its hyphen", () => {
    expect(words("Gore-Tex")).toEqual(expect.arrayContaining(words("Goretex")));
    expect(words("Gore-Tex")).toEqual(expect.arrayContaining(words("gore tex")));
  });

  test("leaves small words out, and keeps numbers whole", () => {
    expect(words("un sac de 40 l pour la rando")).toEqual(["sac", "40", "rando"]);
    expect(isSearchable("pour la")).toBe(false);
  });
});

describe("searching", () => {
  const engine = makeEngine(catalogue());
  test.each([
    ["trilo", "trilogy"],
    ["goretex", "trilogy"],
    ["gore-tex pro", "trilogy"],
    ["veste bleue", "trilogy"],
    ["vestes homme", "trilogy"],
    ["doudoune femme", "onega"],
    ["vert", "onega"],
    ["lafuma 40", "welkin"],
    ["sacs à dos randonnée", "welkin"],
    ["chaussures", "granite"],
    ["GRANITE ete", "granite"],
  ])("finds with « %s » first %s", (query, ref) => expect(refs(engine.find(query).products)[0]).toBe(ref));

  test("forgives a slip, and says so", () => {
    expect(engine.find("trilgoy")).toMatchObject({ close: true });
    expect(refs(engine.find("trilgoy").products)).toContain("trilogy");
    expect(engine.find("trilogy").close).toBe(false);
  });

  test("wants every word where it can", () => {
    expect(refs(engine.find("veste homme").products)).toEqual(["trilogy"]);
  });

  test("finds nothing in what nothing resembles", () => {
    expect(engine.find("zzzzzz").products).toEqual([]);
    expect(engine.near("zzzzzz")).toEqual([]);
  });

  test("says what it took a slip for, and which names are near what it did not know", () => {
    expect(engine.find("veste trilgoy").meant).toBe("veste trilogy");
    expect(refs(engine.near("onigaa"))).toEqual(["onega"]);
  });

  test("puts a whole word before a beginning, and the name before all else", () => {
    const both = makeEngine(
      catalogue({
        products: [
          product("a", "Granitic"),
          product("b", "Millet", { use: "Comme du granite." }),
          product("c", "Granite"),
        ],
      }),
    );
    expect(refs(both.find("granite").products)).toEqual(["c", "a", "b"]);
    expect(refs(both.find("grani").products)[0]).toBe("c");
  });

  test("finds a size where it is sold", () => {
    expect(refs(engine.find("trilogy xl").products)).toEqual(["trilogy"]);
    expect(engine.find("trilogy xl").close).toBe(true);
    expect(engine.find("trilogy m").close).toBe(false);
  });
});

describe("other names", () => {
  const engine = makeEngine(
    catalogue({
      products: [
        ...catalogue().products,
        product("over", "Kerr", {
          category: "hardshell-pants",
          colours: [{ name: "Onde", hex: "#777", family: "red" }],
        }),
      ],
    }),
  );
  engine.learn(makeSynonyms(lexicon as unknown as Lexicon));
  test.each([
    ["surpantalon", "over"],
    ["doudoune", "onega"],
    ["Daunenjacken", "onega"],
    ["puffer jacket", "onega"],
    ["plumífero", "onega"],
    ["piumino donna", "onega"],
    ["gore tex", "trilogy"],
    ["sac à dos", "welkin"],
    ["Rucksack", "welkin"],
    ["rouge", "over"],
    ["dodoune", "onega"],
    ["surpantalon rouge", "over"],
  ])("lets « %s » find %s", (query, ref) => expect(refs(engine.find(query).products)[0]).toBe(ref));

  test("never take away what is written on a piece", () => {
    const plain = makeEngine(catalogue());
    const taught = makeEngine(catalogue());
    taught.learn(makeSynonyms(lexicon as unknown as Lexicon));
    for (const query of [
      "goretex",
      "gore-tex pro",
      "veste bleue",
      "sacs à dos randonnée",
      "lafuma 40",
      "doudoune femme",
    ]) {
      const known = refs(taught.find(query).products);
      for (const ref of refs(plain.find(query).products)) expect(known, query).toContain(ref);
    }
  });
});

describe("narrowing", () => {
  const products = catalogue().products;

  test("keeps what fits all choices", () => {
    expect(refs(narrow(products, { audience: "men" }, counts()).products)).toEqual(["trilogy", "granite"]);
    expect(refs(narrow(products, { audience: "men", category: "hiking-boots" }, counts()).products)).toEqual([
      "granite",
    ]);
  });

  test("counts a size only where a piece of it is here", () => {
    expect(narrow(products, {}, counts()).options("size")).toEqual([{ id: "M", count: 1 }]);
    expect(narrow(products, {}, null).options("size")).toEqual([]);
  });

  test("counts, for each choice, exactly what choosing it brings", () => {
    const all = narrow(products, {}, counts());
    for (const facet of FACETS) expect(all.options(facet).length).toBeGreaterThan(0);
    const chosen = { audience: "men" };
    const found = narrow(products, chosen, counts());
    for (const facet of FACETS) {
      for (const { id, count } of found.options(facet))
        expect(narrow(products, { ...chosen, [facet]: id }, counts()).products).toHaveLength(count);
    }
  });

  test("says, for each choice taken back, exactly what that brings", () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { pieces, shelf } = madeUp(seed, 40);
      const every = narrow(pieces, {}, shelf);
      const chosen = Object.fromEntries(FACETS.map((facet, i) => [facet, every.options(facet)[(seed + i) % 3]?.id]));
      const found = narrow(pieces, chosen, shelf);
      for (const facet of FACETS) {
        const fewer = { ...chosen, [facet]: undefined };
        expect(found.without(facet), facet).toBe(narrow(pieces, fewer, shelf).products.length);
        for (const { id, count } of found.options(facet))
          expect(narrow(pieces, { ...chosen, [facet]: id }, shelf).products, `${facet} ${id}`).toHaveLength(count);
      }
    }
  });

  test.each([
    [0, "0-5000"],
    [4_999, "0-5000"],
    [5_000, "5000-10000"],
    [39_999, "20000-40000"],
    [40_000, "40000-"],
    [129_900, "40000-"],
  ])("puts a price of %i cents into one band", (cents, band) => {
    expect(bandOf(cents)).toBe(band);
  });

  test("orders sizes as a rail does", () => {
    expect(["XL", "42", "S", "38.5", "XXS", "M", "unique", "L"].sort(bySize)).toEqual([
      "XXS",
      "S",
      "M",
      "L",
      "XL",
      "38.5",
      "42",
      "unique",
    ]);
  });
});

describe("an article number", () => {
  test("has its last digit follow from the others", () => {
    // Worked example of GS1: 629104150021 → 3.
    expect(checkDigit("629104150021")).toBe(3);
    expect(readGtin("6291041500213")).toEqual({ state: "complete", gtin: "06291041500213" });
    expect(readGtin("6291041500214")).toEqual({ state: "wrong", expected: 3, digits: "6291041500214" });
  });

  test("is read with spaces, and out of a tag's link", () => {
    expect(digitsIn("629 1041 500213")).toBe("6291041500213");
    expect(digitsIn("https://shop.example/01/06291041500213?lang=fr")).toBe("06291041500213");
    expect(digitsIn("Trilogy 40")).toBeNull();
  });

  test("is known from one slip, not from two", () => {
    expect(isSlip("6291041500213", "6291041500218")).toBe(true);
    expect(isSlip("6291041500213", "6291041502013")).toBe(true);
    expect(isSlip("6291041500213", "6291041500213")).toBe(false);
    expect(isSlip("6291041500213", "6291041500288")).toBe(false);
  });
});

describe("a typed number", () => {
  const variants = new Map(
    catalogue().products.flatMap((product) =>
      product.variants.map((variant) => [variant.gtin, { product, variant }] as const),
    ),
  );

  test("finds its piece, also without the leading zero, and with a space", () => {
    for (const typed of [GTIN_M, GTIN_M.slice(1), `${GTIN_M.slice(1, 7)} ${GTIN_M.slice(7)}`])
      expect(findCode(typed, variants)).toMatchObject({ state: "complete", found: [{ variant: { gtin: GTIN_M } }] });
  });

  test("is told apart from a number that the shop does not carry", () => {
    expect(findCode("6291041500213", variants)).toEqual({ state: "complete", gtin: "06291041500213", found: [] });
  });

  test("with a slip says which digit it expected, and what was meant", () => {
    const slipped = `${GTIN_L.slice(0, 11)}1${GTIN_L.slice(12)}`;
    const code = findCode(slipped, variants);
    expect(code).toMatchObject({ state: "wrong" });
    expect(code?.found.map(({ variant }) => variant.gtin)).toContain(GTIN_L);
  });

  test("is found by its last digits", () => {
    const code = findCode(GTIN_PACK.slice(-6), variants);
    expect(code).toMatchObject({ state: "partial", found: [{ product: { ref: "welkin" } }] });
  });

  test("of few digits is a size or a volume, not a code", () => {
    expect(findCode("40", variants)).toBeNull();
    expect(findCode("veste", variants)).toBeNull();
  });
});
