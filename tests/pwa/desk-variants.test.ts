import { describe, expect, test } from "vitest";
import { type Anchor, cellsOf, readBlock } from "../../pwa/src/features/desk/products/block";
import { emptyForm, type Form } from "../../pwa/src/features/desk/products/form";
import { placeAfter } from "../../pwa/src/features/desk/products/gridKeys";
import { planOf, usualPrice, withPasted } from "../../pwa/src/features/desk/products/pasted";
import { bySize, sizesOf } from "../../pwa/src/features/desk/products/sizes";
import words from "../../pwa/src/features/desk/products/words.json";
import { checkDigit } from "../../pwa/src/lib/gtin";
import { addWords } from "../../pwa/src/lib/i18n";

addWords(words);

/** The n-th good code of these tests, as a label has it: thirteen digits. */
const code = (n: number): string => {
  const digits = `36140000${String(n).padStart(4, "0")}`;
  return digits + checkDigit(digits);
};
const kept = (n: number): string => code(n).padStart(14, "0");
const RED = { name: { fr: "Rouge", en: "Red" }, hex: "#c8102e" };
const form: Form = {
  ...emptyForm("shell"),
  variants: {
    [kept(1)]: { gtin: kept(1), sku: "", size: "S", colour: RED, demonstration: false },
    [kept(2)]: { gtin: kept(2), sku: "R-M", size: "M", colour: RED, demonstration: false },
  },
  prices: {
    [`miramas/${kept(1)}`]: { price: "349,90", reference: "" },
    [`miramas/${kept(2)}`]: { price: "349,90", reference: "" },
  },
};
const table = (...rows: string[][]): string => rows.map((row) => row.join("\t")).join("\r\n");
const plan = (text: string, anchor: Anchor | null = null) => planOf(readBlock(text, anchor), form, {});
const problems = (text: string) => plan(text).lines.map(({ problem }) => problem);

describe("a run of sizes", () => {
  test.each([
    ["XS-XXL", ["XS", "S", "M", "L", "XL", "XXL"]],
    ["s \u2013 l", ["S", "M", "L"]],
    ["2XS à S", ["XXS", "XS", "S"]],
    ["36-46/2", ["36", "38", "40", "42", "44", "46"]],
    ["38-41", ["38", "39", "40", "41"]],
    ["S, M, 42,5 43;M", ["S", "M", "42,5", "43"]],
    ["U", ["U"]],
    ["L-S", ["L-S"]],
    ["46-36", ["46-36"]],
    ["1-9000", ["1-9000"]],
    ["36-46/0", ["36-46/0"]],
    [" ", []],
  ])("is read as it is written on labels: %s", (typed, sizes) => {
    expect(sizesOf(typed)).toEqual(sizes);
  });

  test("stands in its order, however it is spelled", () => {
    expect(["4XL", "2XL", "XL", "3XL", "M", "2XS", "XS"].sort(bySize)).toEqual([
      ...["2XS", "XS", "M", "XL", "2XL", "3XL", "4XL"],
    ]);
  });
});

describe("a copied block", () => {
  test("keeps tabs, quotes, line breaks and thin spaces where they belong", () => {
    expect(cellsOf('a\t"b ""c""\nd"\t\r\n\u00a0e\u202f;f\t')).toEqual([
      ["a", 'b "c" d', ""],
      ["e ;f", ""],
    ]);
    expect(cellsOf("a;b,c\nd;e")).toEqual([
      ["a", "b,c"],
      ["d", "e"],
    ]);
  });

  test("with titles is read by them, in French and English, whatever their order", () => {
    const french = table(["Code-barres", "Réf.", "Taille", "Coloris", "PVC"], [code(3), "B-S", "S", "Bleu", "399,90"]);
    expect(readBlock(french, null)).toEqual([
      { line: 2, colour: "Bleu", hex: "", size: "S", gtin: code(3), sku: "B-S", price: "399,90" },
    ]);
    const english = `Colour;Colour hex;Size;EAN\nBlue;#0033AA;S;${code(3)}`;
    expect(readBlock(english, null)).toMatchObject([{ colour: "Blue", hex: "#0033AA", size: "S", gtin: code(3) }]);
  });

  test("without titles is read by what stands in its columns", () => {
    const text = table(["Bleu", "XS", code(3), "B1-XS"], ["Bleu", "S", code(4), "B1-S"]);
    expect(readBlock(text, null)).toMatchObject([
      { line: 1, colour: "Bleu", size: "XS", gtin: code(3), sku: "B1-XS" },
      { line: 2, colour: "Bleu", size: "S", gtin: code(4), sku: "B1-S" },
    ]);
  });

  test("with colours down and sizes across is read as the grid it is; what is empty is no variant", () => {
    const text = table(["", "S", "M"], ["Bleu", code(3), ""], ["Noir", code(4), code(5)]);
    expect(readBlock(text, null).map(({ colour, size, gtin }) => [colour, size, gtin])).toEqual([
      ["Bleu", "S", code(3)],
      ["Noir", "S", code(4)],
      ["Noir", "M", code(5)],
    ]);
  });

  test("of codes alone goes from the place under the hand to the right and down", () => {
    const anchor = { colours: ["Rouge"], sizes: ["L", "XL"] };
    expect(readBlock(table([code(3), code(4)]), anchor)).toMatchObject([
      { colour: "Rouge", size: "L", gtin: code(3) },
      { colour: "Rouge", size: "XL", gtin: code(4) },
    ]);
    expect(plan(table([code(3)], [code(4)]), anchor).lines[1]?.what).toBe("wrong");
  });

  test("without a code is no table of variants", () => {
    expect(readBlock("Bonjour,\nvoici les codes.", null)).toEqual([]);
    expect(readBlock("", null)).toEqual([]);
  });
});

describe("lines against the form", () => {
  const long = (...lines: [string, string, string][]) => table(["Coloris", "Taille", "GTIN"], ...lines);

  test("are new where nothing stands, and find colour and size as they are written already", () => {
    const { lines, colours } = plan(long(["ROUGE", "l", code(3)], ["red", "m", code(2)], ["Bleu nuit", "S", code(4)]));
    expect(lines.map(({ what }) => what)).toEqual(["new", "same", "new"]);
    expect(lines[0]?.colour?.hex).toBe(RED.hex);
    expect(colours.map(({ name }) => name.fr)).toEqual(["Bleu nuit"]);
  });

  test("that cannot be taken say why", () => {
    const wrong = `${code(3).slice(0, -1)}${(Number(code(3).at(-1)) + 1) % 10}`;
    expect(problems(long(["Rouge", "L", wrong]))[0]).toContain("Le dernier chiffre devrait");
    expect(problems(long(["Rouge", "L", "3,61404E+12"]))[0]).toContain("Excel a abrégé ce code");
    expect(problems(long(["Rouge", "L", "361"], ["Rouge", "XL", code(3)]))[0]).toContain("Des chiffres seulement");
    expect(problems(long(["", "L", code(3)]))[0]).toContain("Il manque le coloris ou la taille");
    expect(problems(long(["Bleu", "S", code(1)]))[0]).toContain("Ce code est celui de S, Rouge");
    expect(problems(long(["Rouge", "S", code(3)]))[0]).toContain(`S, Rouge a déjà le code`);
    expect(problems(long(["Bleu", "S", code(3)], ["Bleu", "M", code(3)]))[1]).toContain("plus haut, pour S, Bleu");
    expect(problems(long(["Bleu", "S", code(3)], ["bleu", "s", code(4)]))[1]).toContain("avec un autre code");
  });

  test("are taken with the usual price where the shop is chosen, and leave all else alone", () => {
    const found = plan(long(["Bleu", "S", code(3)], ["Rouge", "S", code(4)]));
    const now = withPasted(form, found, ["miramas"]);
    const added = Object.entries(now.variants).filter(([key]) => !form.variants[key]);
    expect(added.map(([, { gtin, size, colour }]) => [gtin, size, colour.name.fr])).toEqual([[kept(3), "S", "Bleu"]]);
    expect(now.prices[`miramas/${added[0]?.[0]}`]).toEqual({ price: "349,90", reference: "" });
    expect(now.variants[kept(1)]).toEqual(form.variants[kept(1)]);
    expect(Object.keys(withPasted(form, found, []).prices)).toEqual(Object.keys(form.prices));
  });

  test("fill a place that was begun without a code, and change SKU and price of one that is there", () => {
    const begun: Form = {
      ...form,
      variants: {
        ...form.variants,
        "new-1": { gtin: "", sku: "", size: "L", colour: RED, demonstration: false },
      },
    };
    const lines = readBlock(
      table(
        ["Coloris", "Taille", "GTIN", "SKU", "Prix"],
        ["Rouge", "L", code(3), "R-L", ""],
        ["Rouge", "M", code(2), "", "299,90"],
      ),
      null,
    );
    const found = planOf(lines, begun, {});
    expect(found.lines.map(({ what }) => what)).toEqual(["new", "changed"]);
    const now = withPasted(begun, found, ["miramas"]);
    expect(now.variants["new-1"]).toMatchObject({ gtin: kept(3), sku: "R-L" });
    expect(now.prices[`miramas/${kept(2)}`]).toEqual({ price: "299,90", reference: "" });
    expect(now.variants[kept(2)]?.sku).toBe("R-M");
  });

  test("know no usual price where prices differ", () => {
    const prices = { ...form.prices, [`miramas/${kept(2)}`]: { price: "299,90", reference: "" } };
    expect(usualPrice({ ...form, prices }, "miramas")).toBeNull();
    expect(usualPrice(form, "miramas")).toEqual({ price: "349,90", reference: "" });
    expect(usualPrice(form, "salon")).toBeNull();
  });
});

describe("the keys of the grid", () => {
  const from = { row: 1, column: 1 };
  test.each([
    ["ArrowRight", false, { row: 1, column: 2 }],
    ["ArrowLeft", true, { row: 1, column: 0 }],
    ["ArrowDown", false, { row: 2, column: 1 }],
    ["ArrowUp", true, { row: 0, column: 1 }],
    ["Home", false, { row: 1, column: 0 }],
    ["End", true, { row: 2, column: 3 }],
    ["x", false, null],
  ])("%s leads on, and never out of it", (key, isFar, to) => {
    expect(placeAfter(key, isFar, from, 3, 4)).toEqual(to);
    const edge = placeAfter(key, isFar, { row: 2, column: 3 }, 3, 4);
    if (edge) expect([edge.row <= 2, edge.column <= 3]).toEqual([true, true]);
  });
});
