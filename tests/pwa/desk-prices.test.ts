import { beforeEach, describe, expect, it, vi } from "vitest";
import { afterFile, toServer, wishOf, within } from "../../pwa/src/features/desk/labels/wish";
import { range, readCents, typed } from "../../pwa/src/features/desk/prices/amounts";
import { cellsOf, draftsOf, forget, isSafe, opened, shownOf, want } from "../../pwa/src/features/desk/prices/draft";
import { BLANK, ruleOf } from "../../pwa/src/features/desk/prices/typedRule";
import { added, changed, linesOf, scanOf, type Tally } from "../../pwa/src/features/desk/stock/scanning";
import { bySize } from "../../pwa/src/features/desk/stock/sizes";
import type { PricedVariant } from "../../pwa/src/lib/apiPrices";
import type { StockedVariant } from "../../pwa/src/lib/apiStock";
import { deskDraft, keepDeskDraft } from "../../pwa/src/state/deskDrafts";

const variant = (gtin: string, price: number | null, reference: number | null = null): PricedVariant => ({
  gtin,
  sku: "",
  size: "M",
  colour: null,
  price_cents: price,
  reference_price_cents: reference,
  since: null,
  lowest_cents: null,
  lowest_state: "none",
  reduced_since: null,
  is_above: false,
});

describe("an amount", () => {
  it.each([
    ["349,90", 34990],
    ["349.9", 34990],
    ["1 049 €", 104900],
    ["1\u202f049,95\u00a0€", 104995],
    ["0", null],
    ["12,345", null],
    ["-5", null],
    ["gratuit", null],
    ["100001", null],
  ])("is read as it is typed: %s", (text, cents) => {
    expect(readCents(text)).toBe(cents);
  });

  it("stands in its field so that it is read back", () => {
    for (const cents of [1, 90, 100, 34990, 104900]) {
      expect(readCents(typed(cents, "fr"))).toBe(cents);
      expect(readCents(typed(cents, "en"))).toBe(cents);
    }
    expect(typed(null, "fr")).toBe("");
  });

  it("is one for all sizes, or from the lowest to the highest", () => {
    expect(range([1890, 1890], "EUR")).toMatch(/^18,90/);
    expect(range([1890, null, 2490], "EUR")).toMatch(/^18,90–24,90\s€$/);
    expect(range([null], "EUR")).toBeNull();
  });
});

describe("a draft", () => {
  const piece = variant("02000000000015", 34990, 49990);
  beforeEach(() => forget("miramas"));

  it("holds what differs, and nothing that stands already", () => {
    want("miramas", piece, { price: 29990, reference: 49990 });
    expect(shownOf("miramas", piece)).toEqual({ price: 29990, reference: 49990 });
    want("miramas", piece, { price: 34990, reference: 49990 });
    expect(draftsOf("miramas").size).toBe(0);
  });

  it("is one shop's", () => {
    want("miramas", piece, null);
    expect(draftsOf("annecy").size).toBe(0);
    expect(cellsOf("miramas")).toEqual([{ gtin: piece.gtin, carried: false }]);
  });

  it("is kept on this device, and no longer once it is forgotten", async () => {
    want("miramas", piece, { price: 29990, reference: null });
    await vi.waitFor(() => expect(isSafe("miramas")).toBe(true));
    expect(await deskDraft("prices", "miramas")).toMatchObject({
      count: 1,
      content: [[piece.gtin, { price: 29990, reference: null }]],
    });
    await forget("miramas");
    expect(await deskDraft("prices", "miramas")).toBeUndefined();
  });

  it("comes back with the page, without what this build cannot read", async () => {
    const content = [
      ["02000000000015", { price: 29990, reference: null }],
      ["02000000000022", null],
      ["02000000000039", { price: "29990", reference: null }],
      ["02000000000046", { price: -1, reference: null }],
    ];
    await keepDeskDraft("prices", "briancon", { name: "Briançon", count: 4, content });
    await opened("briancon");
    expect([...draftsOf("briancon").keys()]).toEqual(["02000000000015", "02000000000022"]);
    await forget("briancon");
  });

  it("takes a piece in that the shop did not carry", () => {
    const foreign = variant("02000000000046", null);
    expect(shownOf("miramas", foreign)).toBeNull();
    want("miramas", foreign, { price: 9990, reference: null });
    expect(cellsOf("miramas")).toEqual([{ gtin: foreign.gtin, price_cents: 9990, reference_price_cents: null }]);
  });
});

describe("a rule", () => {
  it.each([
    [
      { ...BLANK, value: "20" },
      { change: "percent", value: -20, of: "price", rounding: "none", reference: "lowest" },
    ],
    [
      { ...BLANK, change: "raise" as const, value: "5", rounding: "90" },
      { change: "percent", value: 5, of: "price", rounding: "90", reference: "lowest" },
    ],
    [
      { ...BLANK, change: "less" as const, value: "10,50" },
      { change: "amount", value: -1050, of: "price", rounding: "none", reference: "lowest" },
    ],
    [
      { ...BLANK, change: "set" as const, value: "99" },
      { change: "set", value: 9900, rounding: "none", reference: "lowest" },
    ],
    [{ ...BLANK, change: "remove" as const }, { change: "remove" }],
    [
      { ...BLANK, change: "copy" as const, from: "annecy" },
      { change: "copy", from_shop: "annecy", reference: "lowest" },
    ],
  ])("is sent as it was typed", (said, rule) => {
    expect(ruleOf(said)).toEqual(rule);
  });

  it.each([
    { ...BLANK },
    { ...BLANK, value: "96" },
    { ...BLANK, value: "2,5" },
    { ...BLANK, change: "set" as const, value: "0" },
    { ...BLANK, change: "copy" as const },
    { ...BLANK, change: "keep" as const, reference: "keep" as const },
  ])("is none while something is missing or out of reason", (said) => {
    expect(ruleOf(said)).toBeNull();
  });
});

describe("a list that is scanned", () => {
  it("takes a number with a right digit, or a tag's address", () => {
    expect(scanOf(" 02000000000015 ")).toEqual({ gtin: "02000000000015" });
    expect(scanOf("https://shop.example/01/02000000000015")).toEqual({ gtin: "02000000000015" });
    expect(scanOf("02000000000016")).toEqual({ wrong: "digit" });
    expect(scanOf("0200")).toEqual({ wrong: "partial" });
    expect(scanOf("bonnet")).toEqual({ wrong: "none" });
  });

  it("counts each scan, the last one at the head", () => {
    let tally: Tally = new Map();
    for (const gtin of ["a", "b", "a"]) tally = added(tally, gtin);
    expect(linesOf(tally)).toEqual([
      { gtin: "a", quantity: 2 },
      { gtin: "b", quantity: 1 },
    ]);
    expect(linesOf(changed(changed(tally, "b", 7), "a", null))).toEqual([{ gtin: "b", quantity: 7 }]);
  });
});

describe("a wish for labels", () => {
  it("is what the address says, and nothing that it cannot mean", () => {
    expect(wishOf({ only: "changed-prices", since: "12" }, "fr")).toMatchObject({ only: "changed-prices", since: 12 });
    expect(wishOf({ only: "?", since: "x", format: "a5" }, "en")).toMatchObject({
      only: "due",
      since: null,
      format: "a4-3x8",
    });
  });

  it("goes on with the next file, and begins again with what is still due", () => {
    const all = wishOf({ only: "all" }, "fr");
    expect(afterFile(all, 2).part).toBe(2);
    expect(afterFile({ ...all, part: 2 }, 2).part).toBe(1);
    expect(afterFile({ ...all, only: "due", part: 2 }, 3).part).toBe(1);
  });

  it("compares with an older revision only where it means one", () => {
    const wish = { ...wishOf({ only: "new", since: "3" }, "fr"), category: "fleece", skip: 30 };
    expect(toServer(wish)).toMatchObject({ since: 3, categories: ["fleece"], skip: 23 });
    expect(toServer({ ...wish, only: "due" }).since).toBeNull();
  });

  it("keeps its numbers within bounds", () => {
    expect([within("0", 1, 50), within("7", 1, 50), within("99", 1, 50), within("", 1, 50)]).toEqual([1, 7, 50, 1]);
  });
});

describe("the sizes of a piece in stock", () => {
  const counted = (size: string, quantity: number | null): StockedVariant => ({
    gtin: `${size} ${quantity}`,
    sku: "",
    size,
    colour: null,
    level:
      quantity === null ? null : { quantity, counted_at: "", counted: quantity, sold: 0, moved: 0, moved_at: null },
  });

  it("stand once, with the pieces of all colours", () => {
    const sizes = bySize([counted("S", 1), counted("M", 0), counted("S", 2), counted("M", 0)]);
    expect(sizes).toEqual([
      { size: "S", quantity: 3 },
      { size: "M", quantity: 0 },
    ]);
  });

  it("are unknown where a colour that was never counted may be all there is", () => {
    expect(bySize([counted("S", null), counted("S", 0)])).toEqual([{ size: "S", quantity: null }]);
    expect(bySize([counted("S", null), counted("S", 1)])).toEqual([{ size: "S", quantity: 1 }]);
  });
});
