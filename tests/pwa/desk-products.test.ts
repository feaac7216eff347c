import { describe, expect, test } from "vitest";
import { changeOfBulk, emptyBulk, selectionOf } from "../../pwa/src/features/desk/products/bulk";
import { errorsOf } from "../../pwa/src/features/desk/products/errors";
import {
  cents,
  changeOf,
  emptyForm,
  euros,
  type Form,
  formOf,
  isEmpty,
  scalarOf,
  sizeOf,
} from "../../pwa/src/features/desk/products/form";
import { gridOf, withoutVariant, withVariant } from "../../pwa/src/features/desk/products/grid";
import { begin, type Past, redo, step, undo } from "../../pwa/src/features/desk/products/past";
import { rebase } from "../../pwa/src/features/desk/products/rebase";
import { bySize } from "../../pwa/src/features/desk/products/sizes";
import type { Facts } from "../../pwa/src/lib/apiProducts";
import { NetError } from "../../pwa/src/lib/net";

const RED = { name: { fr: "Rouge", en: "Red" }, hex: "#c8102e" };
const facts: Facts = {
  ref: "shell",
  name: "Trilogy",
  brand: "Millet",
  category: "hardshell-jacket",
  audience: "women",
  use: { fr: "Une veste." },
  fit_note: {},
  activities: ["ski-touring"],
  technologies: ["gore-pro"],
  market: "eu",
  season: "",
  size_chart: "",
  care: [],
  sources: ["https://example.com"],
  demonstration: false,
  attributes: { weight_g: { value: 420, provenance: "maker", source: "https://example.com", note: "" } },
  variants: [{ gtin: "02000000000015", sku: "TS-M", size: "M", colour: RED, demonstration: true }],
  prices: [{ shop: "miramas", gtin: "02000000000015", price_cents: 34990, reference_price_cents: 49990 }],
};
const base = formOf(facts);
const weighing = (form: Form, value: string): Form => ({
  ...form,
  attributes: { ...form.attributes, weight_g: { value, provenance: "test", source: "", note: "balance" } },
});

describe("a change", () => {
  test("of nothing is empty", () => {
    expect(isEmpty(changeOf(base, formOf(facts), "tag"))).toBe(true);
    const reordered = { ...base, use: { ...base.use }, attributes: { weight_g: { ...base.attributes.weight_g } } };
    expect(isEmpty(changeOf(base, reordered as Form, "tag"))).toBe(true);
  });

  test("names only what differs", () => {
    const now: Form = { ...weighing(base, "1 410"), name: "Trilogy II", use: { fr: "Une veste.", en: "A jacket." } };
    expect(changeOf(base, now, "tag")).toEqual({
      ref: "shell",
      if_match: "tag",
      set: { name: "Trilogy II", use: { en: "A jacket." } },
      attributes: { weight_g: { value: 1410, provenance: "test", source: "", note: "balance" } },
    });
    expect(sizeOf(changeOf(base, now, "tag"))).toBe(3);
  });

  test("takes away a value that was emptied, a language, a variant and a price", () => {
    const emptied = changeOf(base, { ...weighing(base, " "), use: { fr: "" } }, "tag");
    expect(emptied.attributes).toEqual({ weight_g: null });
    expect(emptied.set).toEqual({ use: { fr: "" } });
    const gone = changeOf(base, withoutVariant(base, "02000000000015"), "tag");
    expect(gone.variants).toEqual([{ gtin: "02000000000015", remove: true }]);
    expect(gone.prices).toBeUndefined();
    const unsold = { ...base, prices: { "miramas/02000000000015": { price: "", reference: "" } } };
    expect(changeOf(base, unsold, "tag").prices).toEqual([{ shop: "miramas", gtin: "02000000000015", remove: true }]);
  });

  test("adds a variant under the barcode that was typed, with its price", () => {
    const { form, key } = withVariant(base, { key: "Rouge #c8102e", ...RED }, "L");
    const variant = form.variants[key];
    if (!variant) throw new Error("no variant");
    expect(variant.gtin).toBe("");
    const typed: Form = {
      ...form,
      variants: { ...form.variants, [key]: { ...variant, gtin: "3614000000010" } },
      prices: { ...form.prices, [`miramas/${key}`]: { price: "349,90", reference: "" } },
    };
    const change = changeOf(base, typed, "tag");
    expect(change.variants).toEqual([{ gtin: "3614000000010", sku: "", size: "L", colour: RED, demonstration: false }]);
    expect(change.prices).toEqual([
      { shop: "miramas", gtin: "3614000000010", price_cents: 34990, reference_price_cents: null },
    ]);
  });

  test("of a variant names only its changed fields", () => {
    const variant = { ...base.variants["02000000000015"], sku: "TS-M2" } as Form["variants"][string];
    const now = { ...base, variants: { "02000000000015": variant } };
    expect(changeOf(base, now, "tag").variants).toEqual([{ gtin: "02000000000015", sku: "TS-M2" }]);
  });

  test("of a new product gives every field that was filled in", () => {
    const change = changeOf(emptyForm("new"), { ...emptyForm("new"), name: "Neuf", category: "vest" }, null);
    expect(change).toEqual({ ref: "new", if_match: null, set: { name: "Neuf", category: "vest" } });
  });
});

test("figures, yes and no, and words are read as they are meant", () => {
  expect(["12", "-15", "\u221215", "20\u202f000", "true", "false", "down", "12,5"].map(scalarOf)).toEqual([
    12,
    -15,
    -15,
    20000,
    true,
    false,
    "down",
    "12,5",
  ]);
});

test("prices survive the way through euros", () => {
  for (let amount = 1; amount < 1_000_000; amount += 37) expect(cents(euros(amount))).toBe(amount);
  expect(["349,9", "349.90", "1 049,95 €", "12,345", "gratuit", ""].map(cents)).toEqual([
    34990,
    34990,
    104995,
    null,
    null,
    null,
  ]);
});

describe("facts published meanwhile", () => {
  test("are taken over where this form changed nothing, and stand beside it where it did", () => {
    const theirs: Form = { ...weighing(base, "390"), season: "H26", brand: "Lafuma" };
    const mine: Form = { ...weighing(base, "410"), name: "Trilogy II", brand: "Lafuma" };
    const { form, taken, overlaps } = rebase(base, mine, theirs);
    expect(taken).toEqual([{ field: "season", was: "", theirs: "H26", mine: "" }]);
    expect(overlaps.map(({ field }) => field)).toEqual(["properties.weight_g"]);
    expect([form.season, form.name, form.brand, form.attributes.weight_g?.value]).toEqual([
      "H26",
      "Trilogy II",
      "Lafuma",
      "410",
    ]);
  });

  test("give way or stand field by field, as it is chosen", () => {
    const theirs: Form = { ...weighing(base, "390"), name: "Trilogy III" };
    const mine: Form = { ...weighing(base, "410"), name: "Trilogy II" };
    const { form, overlaps } = rebase(base, mine, theirs, { name: "theirs", "properties.weight_g": "mine" });
    expect(overlaps.map(({ field, was }) => [field, was])).toEqual([
      ["name", "Trilogy"],
      ["properties.weight_g", base.attributes.weight_g],
    ]);
    expect([form.name, form.attributes.weight_g?.value]).toEqual(["Trilogy III", "410"]);
  });

  test("lose nothing: without own changes they stand as they are, without theirs the form does", () => {
    const words = ["", "a", "b"];
    const forms = words.flatMap((name) => words.map((use): Form => ({ ...base, name, use: use ? { fr: use } : {} })));
    for (const one of forms)
      for (const other of forms) {
        expect(rebase(one, one, other).form).toEqual(other);
        expect(rebase(one, other, one).form).toEqual(other);
        expect(rebase(one, other, other).overlaps).toEqual([]);
      }
  });

  test("keep a variant that one side removed and the other left alone away", () => {
    const gone = withoutVariant(base, "02000000000015");
    expect(rebase(base, gone, base).form.variants).toEqual({});
    expect(rebase(base, base, gone).form.variants).toEqual({});
  });
});

describe("the steps of a form", () => {
  const named = (name: string): Form => ({ ...base, name });

  test("are taken back and put back one by one; typing on is one step", () => {
    let past = begin(named("a"));
    past = step(past, named("ab"), "name", 10_000);
    past = step(past, named("abc"), "name", 10_500);
    past = step(past, named("abc!"), "season", 10_600);
    expect(undo(past).now.name).toBe("abc");
    expect(undo(undo(past)).now.name).toBe("a");
    expect(undo(undo(undo(past))).now.name).toBe("a");
    expect(redo(undo(undo(past))).now.name).toBe("abc");
    expect(step(undo(past), named("x"), "name", 99_000).after).toEqual([]);
  });

  const times = (count: number, past: Past, move: (past: Past) => Past): Past =>
    Array.from({ length: count }).reduce<Past>((now) => move(now), past);
  const typed = (length: number): Past =>
    Array.from({ length }, (_, i) => i).reduce<Past>(
      (past, i) => step(past, named(`${i}`), i % 3 ? "name" : "season", 10_000 + i * (i % 2 ? 100 : 2000)),
      begin(named("begin")),
    );

  test.each([0, 1, 2, 5, 12, 150])("come back to where they began after %i of them", (length) => {
    const past = typed(length);
    const steps = past.before.length;
    const first = times(steps, past, undo);
    expect(first.now.name).toBe("begin");
    expect(times(steps, first, redo).now).toEqual(past.now);
  });
});

describe("the grid of variants", () => {
  test("has sizes across in their order and colours down, with places that are begun", () => {
    const grid = gridOf(base, ["XL", "S"], [{ key: "Noir #000000", name: { fr: "Noir" }, hex: "#000000" }]);
    expect(grid.sizes).toEqual(["S", "M", "XL"]);
    expect(grid.colours.map(({ name }) => name.fr)).toEqual(["Rouge", "Noir"]);
    expect(grid.at("Rouge #c8102e", "M")).toBe("02000000000015");
    expect(grid.at("Noir #000000", "M")).toBeUndefined();
  });

  test("orders letters before figures", () => {
    expect(["42,5", "XL", "9", "U", "XS", "42"].sort(bySize)).toEqual(["XS", "XL", "9", "42", "42,5", "U"]);
  });
});

test("refused fields find the place of the form, whatever their order in the request", () => {
  const { form } = withVariant(base, { key: "Rouge #c8102e", ...RED }, "L");
  const problem = {
    title: "",
    status: 422,
    errors: [
      { field: "changes.0.set.name", message: "name" },
      { field: "changes.0.attributes.weight_g.source", message: "source" },
      { field: "changes.0.variants.0.gtin", message: "gtin" },
      { field: "changes", message: "all" },
    ],
  };
  expect(errorsOf(new NetError("x", "http", 422, problem), base, form)).toEqual({
    "set.name": "name",
    "attributes.weight_g.source": "source",
    "variants.new-1.gtin": "gtin",
    "": "all",
  });
});

describe("a change of many", () => {
  test("is as the server takes it", () => {
    const typed = { value: "12", provenance: "maker", source: "https://example.com", note: "" } as const;
    expect(changeOfBulk({ ...emptyBulk, word: "ret", typed })).toEqual({
      attributes: { ret: { ...typed, value: 12 } },
    });
    expect(changeOfBulk({ ...emptyBulk, kind: "clear", word: "ret" })).toEqual({ attributes: { ret: null } });
    expect(changeOfBulk({ ...emptyBulk, kind: "technology", word: "gore-pro", out: true })).toEqual({
      lists: { technologies: { remove: ["gore-pro"] } },
    });
    expect(changeOfBulk({ ...emptyBulk, kind: "price", amount: "\u221220", shop: "miramas" })).toEqual({
      price: { percent: -20, round: "ninety", shop: "miramas" },
    });
    expect(changeOfBulk({ ...emptyBulk, kind: "price", by: "amount", amount: "15,50", round: "cent" })).toEqual({
      price: { amount_cents: 1550, round: "cent" },
    });
  });

  test.each([
    emptyBulk,
    { ...emptyBulk, kind: "care" as const },
    { ...emptyBulk, kind: "price" as const, amount: "0" },
    { ...emptyBulk, kind: "price" as const, amount: "vingt" },
    { ...emptyBulk, kind: "price" as const, amount: "12,5" },
  ])("is none while something is not said (%#)", (form) => {
    expect(changeOfBulk(form)).toBeNull();
  });

  test("is of the rows that are picked, or of all that the filters show", () => {
    const picked = new Set(["a", "b"]);
    expect(selectionOf(picked, { q: "gtx", sort: "-name" }, false)).toEqual({ refs: ["a", "b"] });
    expect(selectionOf(picked, { q: "gtx", sort: "-name", without_photo: "true", changed_since: "3" }, true)).toEqual({
      q: "gtx",
      without_photo: true,
      changed_since: 3,
    });
  });
});
