import { beforeAll, describe, expect, it } from "vitest";
import { tablesOf } from "../../pwa/src/features/desk/parts/rows";
import { changesIn, isNothing, type SizesLeft, sentencesOf } from "../../pwa/src/features/desk/parts/sentences";
import { fieldLabel, valueText } from "../../pwa/src/features/desk/parts/values";
import words from "../../pwa/src/features/desk/words.json";
import type { Changes, SampleAdvice } from "../../pwa/src/lib/apiImports";
import { addWords } from "../../pwa/src/lib/i18n";

beforeAll(() => addWords(words));

const unknown: SizesLeft = () => null;
const plain = (text: string | undefined) => text?.replace(/[\u202f\u00a0]/g, " ");
const told = (changes: Changes, advice: SampleAdvice | null = null, sizes = unknown) =>
  sentencesOf(changes, advice, sizes).map(({ text, detail }) => [plain(text), plain(detail)]);
const price = (gtin: string, before: number | null, after: number | null, reference: number | null = null) => ({
  shop: "miramas",
  gtin,
  ref: "trilogy",
  before: before === null ? null : ([before, reference] as const),
  after: after === null ? null : ([after, reference] as const),
});
const ADVICE: SampleAdvice = {
  customers: 60,
  agree: 58,
  agreed_before: 59,
  changed_count: 4,
  changed: [
    { id: "a", shop: null, says: "…", verdict: "lost", before: [], after: [], disagreements: [] },
    { id: "b", shop: null, says: "…", verdict: "other", before: [], after: [], disagreements: [] },
  ],
};

describe("a difference in sentences", () => {
  it("counts prices by what becomes of them", () => {
    const prices = [price("1", 1000, 900), price("2", 1000, 1100), price("3", null, 900), price("4", 900, null)];
    expect(told({ counts: { prices: 4 }, prices })).toEqual([
      ["4 prix changent", "1 baisse, 1 monte, 1 entre dans l’assortiment, 1 sort de l’assortiment"],
    ]);
  });

  it("makes no sum of a list that was cut", () => {
    expect(told({ counts: { prices: 5000 }, prices: [price("1", 1000, 900)] })).toEqual([
      ["5 000 prix changent", undefined],
    ]);
  });

  it("says which fields change, the most frequent first", () => {
    const changed = ["a", "b"].map((id) => ({ id, fields: [{ field: "name", before: "x", after: "y" }] }));
    changed[0]?.fields.push({ field: "use.en", before: "x", after: "y" });
    expect(told({ counts: { products_changed: 2 }, products: { added: [], removed: [], changed } })).toEqual([
      ["2 fiches changent", "nom (2), phrase d’usage (en) (1)"],
    ]);
  });

  it("says of a size that it is gone only where no other colour has it", () => {
    const piece = (ref: string) => ({ ref, size: "L", colour: "Noir" });
    const changes: Changes = {
      counts: { variants_removed: 2 },
      variants: { added: [], removed: ["1", "2"], changed: [] },
      pieces: { "1": piece("alone"), "2": piece("other-colour") },
    };
    const left: SizesLeft = (ref) => new Set(ref === "alone" ? ["M"] : ["M", "L"]);
    expect(told(changes, null, left)).toEqual([
      ["2 variantes disparaissent", undefined],
      ["1 pièce n’a plus de taille L", undefined],
    ]);
  });

  it("ends with the advice, and how much of it a good seller would not give", () => {
    expect(told({ counts: {} }, ADVICE)).toEqual([["4 conseils changent", "1 contredit ce que dirait un bon vendeur"]]);
  });

  it("knows when there is nothing to say", () => {
    expect(isNothing({ counts: { prices: 0, products_added: 0 } })).toBe(true);
    expect(isNothing({ counts: { prices: 1 } })).toBe(false);
    expect(changesIn({ counts: { prices: 2, products_added: 3 } })).toBe(5);
  });
});

describe("a difference in rows", () => {
  const cells = (changes: Changes) =>
    tablesOf(changes, "EUR").map(({ id, rows, more }) => [
      id,
      rows.map(({ what, field, before, after, origin }) => [
        what,
        field,
        plain(before),
        plain(after),
        plain(origin ?? ""),
      ]),
      more,
    ]);

  it("names the piece, its size and its colour beside the price before and after", () => {
    const changes: Changes = {
      counts: { prices: 3 },
      prices: [price("1", 34990, 27990), price("2", 1000, null)],
      names: { trilogy: "Trilogy GTX" },
      pieces: { "1": { ref: "trilogy", size: "M", colour: "Noir" } },
    };
    expect(cells(changes)).toEqual([
      [
        "prices",
        [
          ["Trilogy GTX, M, Noir", "miramas", "349,90 €", "279,90 €", "−20 %"],
          ["Trilogy GTX", "miramas", "10 €", "plus vendu", ""],
        ],
        1,
      ],
    ]);
  });

  it("writes a reference price where it changes", () => {
    const changes: Changes = {
      counts: { prices: 1 },
      prices: [{ ...price("1", 1000, 900), after: [900, 1000] }],
    };
    expect(tablesOf(changes, "EUR")[0]?.rows[0]).toMatchObject({ before: expect.stringMatching(/^10.€$/) });
    expect(plain(tablesOf(changes, "EUR")[0]?.rows[0]?.after)).toBe("9 € au lieu de 10 €");
  });

  it("lists what goes before what comes, and both before what changes", () => {
    const changes: Changes = {
      counts: { products_added: 1, products_removed: 1, products_changed: 1 },
      products: {
        added: ["new"],
        removed: ["old"],
        changed: [{ id: "kept", fields: [{ field: "name", before: "A", after: "B" }] }],
      },
      names: { new: "Neuve", old: "Ancienne", kept: "Gardée" },
    };
    expect(cells(changes)).toEqual([
      [
        "products",
        [
          ["Ancienne", "disparaît", "présent", "–", ""],
          ["Neuve", "nouveau", "–", "présent", ""],
          ["Gardée", "Nom", "A", "B", ""],
        ],
        0,
      ],
    ]);
  });
});

describe("values", () => {
  it.each([
    ["properties.weight_g", { value: 540, provenance: "maker", source: "" }, "540"],
    ["properties.waterproof", { value: true, provenance: "maker", source: "" }, "oui"],
    ["activities", ["hiking", "trekking"], "hiking, trekking"],
    ["name", "", "–"],
    ["name", null, "–"],
    ["rows.M.chest_mm", 960, "960"],
  ])("of %s are written as they are read", (field, value, text) => expect(plain(valueText(field, value))).toBe(text));

  it.each([
    ["rows.M.chest_mm", "M, tour de poitrine"],
    ["use.en", "Phrase d’usage (en)"],
    ["properties.unheard_of", "Unheard_of"],
    ["unheard_of", "unheard_of"],
  ])("of the field %s have a name", (field, name) => expect(fieldLabel(field)).toBe(name));
});

describe("photos of a difference", () => {
  const picture = (photo: string, colour: string | null) => ({ photo, colour, focus: [40, 60] as const });
  const changes: Changes = {
    counts: { photos_added: 2, photos_removed: 1, photos_changed: 1 },
    photos: {
      added: ["trilogy/b", "trilogy/c"],
      removed: ["trilogy/a"],
      changed: [{ id: "trilogy/d", fields: [{ field: "colour", before: "", after: "Noir" }] }],
    },
    names: { trilogy: "Trilogy" },
    pictures: {
      "trilogy/a": picture("a", "Noir"),
      "trilogy/b": picture("b", "Noir"),
      "trilogy/c": picture("c", null),
      "trilogy/d": picture("d", "Noir"),
    },
  };
  const rows = () => tablesOf(changes, "EUR").find(({ id }) => id === "photos")?.rows ?? [];

  it("names the piece and the colour, and shows the picture before and after", () => {
    expect(
      rows().map(({ what, field, pictureBefore, pictureAfter }) => [
        what,
        field,
        pictureBefore?.photo,
        pictureAfter?.photo,
      ]),
    ).toEqual([
      ["Trilogy, Noir", "remplacée", "a", "b"],
      ["Trilogy, tous coloris", "nouvelle", undefined, "c"],
      ["Trilogy, Noir", "Couleur", undefined, undefined],
    ]);
  });

  it("says of which picture a field changes, in words", () => {
    const last = rows().at(-1);
    expect([last?.picture?.photo, last?.before, last?.after]).toEqual(["d", "tous coloris", "Noir"]);
  });

  it("still tells the pieces where an older report has no pictures", () => {
    const { pictures: _, ...older } = changes;
    const told = tablesOf(older, "EUR").flatMap((table) => table.rows);
    expect(told.map(({ what }) => what)).toEqual(Array(4).fill("Trilogy"));
  });
});
