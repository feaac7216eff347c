import { describe, expect, test } from "vitest";
import type { Product, Variant } from "../../pwa/src/catalogue/types";
import { sellable } from "../../pwa/src/features/outcome/selling";
import { product } from "./fixture";

const SIZES = ["S", "M", "L", "XL", "XXL"];
const variant = (size: string, colour: number): Variant => ({
  gtin: `${colour}${size}`,
  sku: `${colour}${size}`,
  size,
  colour,
  price_cents: 100,
  reference_price_cents: null,
});
const jacket = (colours = 1): Product =>
  product("jacket", "Jacket", {
    variants: Array.from({ length: colours }, (_, colour) => SIZES.map((size) => variant(size, colour))).flat(),
  });
const counted = (...gtins: string[]) =>
  Object.fromEntries(gtins.map((gtin) => [gtin, { quantity: 1, counted_at: "2026-11-20T08:00:00Z" }]));
const all = (piece: Product) => counted(...piece.variants.map(({ gtin }) => gtin));
const nothing = { answers: {}, looked: [], sold: [] };
const likely = (piece: Product, known: Partial<typeof nothing> | object, levels = all(piece)) =>
  sellable([piece], levels, { ...nothing, ...known })[0]?.likely.map(({ gtin }) => gtin);

describe("what may leave the stock with a sale", () => {
  test("is the tag that was read", () => {
    const looked = [{ ref: "jacket", way: "scan" as const, gtin: "1L" }];
    expect(likely(jacket(2), { looked, answers: { size: "M" } })).toEqual(["1L"]);
  });

  test("is the customer's size, in each colour", () => {
    expect(likely(jacket(), { answers: { size: "M" } })).toEqual(["0M"]);
    expect(likely(jacket(2), { answers: { size: "m" } })).toEqual(["0M", "1M"]);
    expect(likely(jacket(2), { answers: { sizes: { garment: "L" } } })).toEqual(["0L", "1L"]);
  });

  test("is any of many where the size is not known, and none of them is put forward", () => {
    const [offered] = sellable([jacket(2)], all(jacket(2)), nothing);
    expect([offered?.likely, offered?.others.length]).toEqual([[], 10]);
  });

  test("is any of few", () => {
    expect(likely(jacket(), {}, counted("0S", "0M"))).toEqual(["0S", "0M"]);
  });

  test("is nothing that was never counted", () => {
    expect(sellable([jacket()], {}, nothing)).toEqual([]);
    expect(likely(jacket(), { answers: { size: "M" } }, counted("0S"))).toEqual(["0S"]);
  });

  test("is no piece of which one has left for this customer already", () => {
    expect(sellable([jacket()], all(jacket()), { ...nothing, sold: ["0L"] })).toEqual([]);
  });
});
