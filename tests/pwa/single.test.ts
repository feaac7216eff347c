import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answers, Finder, Product, Stock } from "../../pwa/src/catalogue/types";
import { alternatives, benefits, rank, refine, why } from "../../pwa/src/finder";
import { localise } from "./localise";

const FOLDER = join(import.meta.dirname, "../vectors/finder");
const NAMES = 8;

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, name), "utf8"));

interface Case {
  answers: Answers;
  stock: boolean;
  lang: "fr" | "en";
  ref: string;
  towards: string;
  size: string | null;
  colour: number | null;
  why: unknown;
  refine: unknown;
  alternatives: unknown;
  benefits: string[];
}

interface Single {
  stock: Pick<Stock, "levels">;
  shelf: Record<string, Pick<Product, "colours" | "variants">>;
  cases: Case[];
}

interface Spoken {
  finder: Finder;
  products: Product[];
}

const single = read("single.json") as Single;
const spoken = {} as Record<"fr" | "en", Spoken>;

beforeAll(() => {
  const { finder, products } = read("advice.json") as Spoken;
  const shelved = products.map((product) => ({ ...product, ...single.shelf[product.ref] }));
  for (const lang of ["fr", "en"] as const) spoken[lang] = localise({ finder, products: shelved }, lang) as Spoken;
});

/** Ask the phone what the case asks, and hold the answer to the server's bytes. */
function hold(ask: (spoken: Spoken, one: Case, stock: Single["stock"] | null) => unknown, key: keyof Case): void {
  for (const one of single.cases) {
    const found = ask(spoken[one.lang], one, one.stock ? single.stock : null);
    expect(JSON.stringify(found), JSON.stringify([one.ref, one.towards, one.answers])).toBe(JSON.stringify(one[key]));
  }
}

describe("what the phone says of a single piece", () => {
  it("tells why, and why not, in the bytes of the server", () => {
    hold(({ finder, products }, { answers, ref }, stock) => why(finder, products, answers, stock, ref), "why");
  });

  it("refines in the bytes of the server", () => {
    hold(
      ({ finder, products }, { answers, ref, towards }, stock) =>
        refine(finder, products, answers, stock, ref, towards),
      "refine",
    );
  });

  it("finds alternatives in the bytes of the server", () => {
    hold(
      ({ finder, products }, { answers, ref, size, colour }, stock) =>
        alternatives(finder, products, answers, stock, ref, size, colour),
      "alternatives",
    );
  });

  it("tells neighbours apart in the bytes of the server", () => {
    hold(({ finder, products }, { answers }, stock) => {
      const { results } = rank(finder, products, answers, stock, NAMES);
      const pieces = results.map((ranked) => ({
        ranked,
        product: products.find(({ ref }) => ref === ranked.ref) as Product,
      }));
      return benefits(finder, pieces, answers);
    }, "benefits");
  });

  it("knows no other piece and no other direction", () => {
    const { finder, products } = spoken.fr;
    expect(() => why(finder, products, {}, null, "nobody")).toThrow(RangeError);
    expect(() => refine(finder, products, {}, null, products[0]?.ref ?? "", "sideways")).toThrow(RangeError);
  });
});
