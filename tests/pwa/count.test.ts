import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeText, claimText } from "../../pwa/src/features/count/claim";
import {
  added,
  counted,
  countOf,
  NOTHING,
  newcomers,
  readLines,
  sumOf,
  undone,
  without,
} from "../../pwa/src/features/count/draft";
import { useLanguage } from "../../pwa/src/lib/i18n";
import type { Claim } from "../../pwa/src/state";

describe("a count that is not recorded yet", () => {
  const two = added(added(added(NOTHING, "a"), "b"), "a");

  test("adds one a scan, the latest at the top", () => {
    expect(two.lines).toEqual([
      { gtin: "a", count: 2 },
      { gtin: "b", count: 1 },
    ]);
    expect(sumOf(two)).toBe(3);
  });

  test("keeps a line under the thumb that changes it", () => {
    expect(counted(two, "b", 5).lines.map(({ gtin, count }) => `${gtin}${count}`)).toEqual(["a2", "b5"]);
  });

  test("knows none from not counted", () => {
    expect(countOf(counted(NOTHING, "a", 0), "a")).toBe(0);
    expect(countOf(without(two, "a"), "a")).toBeNull();
  });

  test("holds to what the server takes", () => {
    expect(countOf(counted(NOTHING, "a", -3), "a")).toBe(0);
    expect(countOf(counted(NOTHING, "a", 123_456), "a")).toBe(9_999);
  });

  test("goes back step by step, to nothing and no further", () => {
    const after = without(counted(two, "a", 7), "b");
    expect(undone(after).lines).toHaveLength(2);
    expect(countOf(undone(undone(after)), "a")).toBe(2);
    let back = after;
    for (let i = 0; i < 9; i += 1) back = undone(back);
    expect(back).toEqual(NOTHING);
  });

  test("is taken up again after a restart; what is no line is left out", () => {
    expect(readLines(JSON.stringify(two.lines))).toEqual(two.lines);
    expect(readLines('[{"gtin":"a","count":1},{"gtin":"b","count":-1},{"count":2},null]')).toEqual([
      { gtin: "a", count: 1 },
    ]);
    for (const broken of [undefined, "", "{}", "[", "null"]) expect(readLines(broken)).toEqual([]);
  });
});

test("a tag that stays before the lens is one piece, the same tag of the next piece another", () => {
  const isNew = newcomers(1_200);
  const seen = [0, 130, 260, 1_300, 2_400, 3_700].map((now) => isNew("a", now));
  expect(seen).toEqual([true, false, false, false, false, true]);
  expect(isNew("b", 3_700)).toBe(true);
});

describe("a claim", () => {
  const claim = (given: Partial<Claim> = {}): Claim => ({
    quantity: 2,
    counted: 2,
    counted_at: "2026-11-22T09:12:00Z",
    sold: 0,
    moved: 0,
    own: { counted: false, sold: 0, moved: 0 },
    ...given,
  });
  const said = (one: Claim | null) => claimText(one).replace(/[\u202f\u00a0]/g, " ");

  beforeEach(async () => {
    vi.useFakeTimers({ now: Date.parse("2026-11-22T15:00:00Z"), toFake: ["Date"] });
    await useLanguage("fr");
  });
  afterEach(() => vi.useRealTimers());

  test("is dated", () => {
    expect(said(claim())).toMatch(/^2 comptés à \d\d:12$/);
    expect(said(claim({ counted_at: "2026-11-20T09:12:00Z" }))).toBe("2 comptés le 20 nov.");
    expect(said(claim({ quantity: 0, counted: 0 }))).toMatch(/^aucun compté à/);
    expect(said(null)).toBe("jamais compté ici");
  });

  test("says what came and went since, and what of it is not sent", () => {
    const sold = claim({ quantity: 1, sold: 1, own: { counted: false, sold: 1, moved: 0 } });
    expect(said(sold)).toMatch(/^reste 1 : 2 comptés à \d\d:12 · 1 vendu depuis · pas encore envoyé$/);
    expect(said(claim({ quantity: 6, sold: 1, moved: 5 }))).toMatch(
      /^restent 6 : .* · 1 vendu depuis · 5 arrivés depuis$/,
    );
    expect(said(claim({ own: { counted: true, sold: 0, moved: 0 } }))).toMatch(/ · pas encore envoyé$/);
  });

  test("asks for a count where more was sold than there was", () => {
    expect(said(claim({ quantity: 0, counted: 1, sold: 2 }))).toMatch(
      /^reste aucun : .* · 2 vendus depuis · à recompter$/,
    );
  });

  test("says before recording what changes", () => {
    expect(changeText(claim(), 3)).toBe("2 → 3 (+1)");
    expect(changeText(claim(), 0)).toBe("2 → 0 (−2)");
    expect(changeText(claim(), 2)).toBe("2, inchangé");
    expect(changeText(null, 4)).toBe("jamais compté → 4");
  });
});
