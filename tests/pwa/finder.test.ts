import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answers, Finder, Product, Stock } from "../../pwa/src/catalogue/types";
import { advise, needs, rank, sentences, warmUp } from "../../pwa/src/finder";
import { standings } from "../../pwa/src/finder/evaluate";
import { prepare } from "../../pwa/src/finder/request";
import { applies, childSizes, fitting, normalise } from "../../pwa/src/finder/sizes";
import { accepted } from "../../pwa/src/finder/standing";

const FOLDER = join(import.meta.dirname, "../vectors/finder");
/** Hundreds of rankings: on a busy machine they take longer than other tests. */
const PATIENCE_MS = 60_000;
const LANGUAGES = new Set(["fr", "en", "de", "it", "es"]);

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as T;
}

/** One document in one language, as `catalog.text.localise` makes it. */
function localise(node: unknown, lang: string): unknown {
  if (Array.isArray(node)) return node.map((each) => localise(each, lang));
  if (node === null || typeof node !== "object") return node;
  const entries = Object.entries(node);
  if ("fr" in node && entries.every(([key]) => LANGUAGES.has(key))) {
    const text = node as Record<string, string>;
    return text[lang] || text.en || text.fr;
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, localise(value, lang)]));
}

interface Case {
  answers: Answers;
  stock: boolean;
  lang: string;
  expected: unknown;
  said: unknown[];
}

interface Shop {
  finder: Finder;
  products: Product[];
  stock: Pick<Stock, "levels">;
  limit: number;
  cases: Case[];
}

describe("the finder on the phone", { timeout: PATIENCE_MS }, () => {
  it("ranks made-up shops to the same bytes as the server", () => {
    for (const { finder, products, stock, cases } of read<Shop[]>("universes.json")) {
      for (const { answers, stock: stocked, expected } of cases) {
        const found = rank(finder, products, answers, stocked ? stock : null);
        expect(JSON.stringify(found), JSON.stringify(answers)).toBe(JSON.stringify(expected));
      }
    }
  });

  it("needs the same levels as the server", () => {
    const { needs: tables, cases } = read<{
      needs: Finder["needs"];
      cases: { answers: Answers; family: string; levels: unknown; felt_c: number | null }[];
    }>("needs.json");
    for (const { answers, family, levels } of cases) {
      const found = needs({ needs: tables } as Finder, answers, family);
      expect(JSON.stringify(found), JSON.stringify({ answers, family })).toBe(JSON.stringify(levels));
    }
  });

  it("reads sizes as the server does", () => {
    type Sized = {
      asked: string;
      offered: string[];
      normal: string;
      fits: string[];
      applies: Record<string, boolean>;
      child: string[];
    };
    const heights = { "4": 104, "6": 116, "8": 128 };
    for (const { asked, offered, normal, fits, applies: meant, child } of read<Sized[]>("sizes.json")) {
      expect(normalise(asked)).toBe(normal);
      expect(fitting(normal, offered), `${asked} in ${offered.join()}`).toEqual(fits);
      expect(childSizes(110, offered, heights)).toEqual(child);
      for (const kind in meant) expect(applies(normal, kind, new Set([kind, "pack"])), asked).toBe(meant[kind]);
    }
  });

  it("advises from the real knowledge in the same order and in the same words", () => {
    const shop = read<Shop>("advice.json");
    const spoken = new Map([...LANGUAGES].map((lang) => [lang, localise(shop, lang) as Shop]));
    for (const { answers, stock, lang, expected, said } of shop.cases) {
      const { finder, products } = spoken.get(lang) as Shop;
      const found = rank(finder, products, answers, stock ? shop.stock : null, shop.limit);
      const product = (ref: string) => products.find((each) => each.ref === ref) as Product;
      const words = found.results.map((each) => sentences(finder, product(each.ref), each, answers));
      expect(JSON.stringify(found), JSON.stringify(answers)).toBe(JSON.stringify(expected));
      expect(JSON.stringify(words), JSON.stringify(answers)).toBe(JSON.stringify(said));
    }
  });

  it("answers the same whether it was warmed up or not, and whatever was asked before", () => {
    const shop = localise(read<Shop>("advice.json"), "fr") as Shop;
    const { finder, products, stock, cases, limit } = shop;
    expect([...warmUp(finder, products, stock)].length).toBeGreaterThan(products.length / 100);
    for (const { answers, stock: stocked, expected } of [...cases].reverse()) {
      const found = rank(finder, products, answers, stocked ? stock : null, limit);
      expect(JSON.stringify(found), JSON.stringify(answers)).toBe(JSON.stringify(expected));
    }
  });

  it("finds the best few as it finds all, and of each piece what it says of the whole", () => {
    const { finder, products: few, stock, cases } = localise(read<Shop>("advice.json"), "fr") as Shop;
    const products = ["a", "b", "c", "d", "e"].flatMap((part) =>
      few.map((one) => ({ ...one, ref: `${one.ref}-${part}` })),
    );
    let longest = 0;
    for (const { answers } of [{ answers: {} }, ...cases.filter((_, place) => place % 8 === 0)]) {
      const all = accepted(standings(prepare(finder, answers, stock.levels), products).all());
      const refs = all.map(({ product }) => product.ref);
      const advice = advise(finder, products, answers, stock);
      longest = Math.max(longest, all.length);
      // A few are found in one walk, more by sorting; and both again once all are sorted.
      for (const count of [1, 12, 64, 65, all.length, 12]) {
        expect(advice.foremost(count).map(({ ref }) => ref)).toEqual(refs.slice(0, count));
      }
      expect(advice.remaining).toBe(all.length);
      expect(advice.here).toBe(all.filter(({ inStock }) => inStock > 0).length);
      for (const product of products) expect(advice.of(product)?.ref).toBe(refs.find((ref) => ref === product.ref));
      const { criterion } = finder.wishes[0] as Finder["wishes"][number];
      const meets = ({ product }: { product: Product }) =>
        (product.verdicts[criterion] as number) >= finder.parameters.meets_from;
      expect(advice.meeting(criterion)).toBe(all.filter(meets).length);
    }
    expect(longest).toBeGreaterThan(100);
  });

  it("tells what it found even after the stock was renewed", () => {
    const { finder, products, stock } = localise(read<Shop>("advice.json"), "fr") as Shop;
    const before = advise(finder, products, {}, stock);
    advise(finder, products, {}, { levels: {} });
    expect(before.foremost(12).some((each) => each.in_stock > 0)).toBe(true);
  });

  it("counts anew when the stock is replaced", () => {
    const { finder, products, stock } = localise(read<Shop>("advice.json"), "fr") as Shop;
    const none = Object.fromEntries(
      Object.entries(stock.levels).map(([gtin, level]) => [gtin, { ...level, quantity: 0 }]),
    );
    const before = rank(finder, products, {}, stock).results.map((each) => each.in_stock);
    expect(Math.max(...before)).toBeGreaterThan(0);
    expect(rank(finder, products, {}, { levels: none }).results.every((each) => each.in_stock === 0)).toBe(true);
    expect(rank(finder, products, {}, stock).results.map((each) => each.in_stock)).toEqual(before);
  });

  it("passes over a wish that this catalogue does not know", () => {
    const { finder, products } = localise(read<Shop>("advice.json"), "fr") as Shop;
    expect(rank(finder, products, { must: ["no-such-wish"] })).toEqual(rank(finder, products, { must: [] }));
  });
});
