import { describe, expect, test } from "vitest";
import { fold, type Level, type Move, ordered, quantityOf } from "../../pwa/src/stock/fold";
import cases from "../vectors/stock.json";

type Case = { level: Level | null; moves: Move[]; then: (Level & { quantity: number }) | null };

const NOON = Date.UTC(2026, 10, 21, 12);
let made = 0;
const move = (minutes: number, amount: number, why: Move["why"], given: Partial<Move> = {}): Move => {
  made += 1;
  return { id: `id-${made}`, device: "phone", seq: made, at: NOON + minutes * 60_000, amount, why, ...given };
};

describe("the fold of stock", () => {
  test(`gives the level of each of the ${cases.length} cases that the server was given`, () => {
    for (const { level, moves, then } of cases as Case[]) {
      const found = fold(level, moves);
      expect(found && { ...found, quantity: quantityOf(found) }).toEqual(then);
    }
  });

  test("does not depend on the order in which things are heard", () => {
    for (const { level, moves, then } of cases as Case[])
      expect(fold(level, [...moves].reverse())?.counted).toBe(then?.counted);
  });

  test("begins anew with each count, and adds what came and went since", () => {
    const moves = [
      move(0, 5, null),
      move(1, -1, "sold"),
      move(2, 3, null),
      move(3, -2, "sold"),
      move(4, 1, "returned"),
    ];
    const level = fold(null, moves);
    expect(level).toMatchObject({ counted: 3, counted_at: NOON + 120_000, sold: 2, moved: 1 });
    expect(level && quantityOf(level)).toBe(2);
  });

  test("knows nothing of what nobody counted", () => {
    expect(fold(null, [move(0, -1, "sold")])).toBeNull();
  });

  test("owes nothing to the shelf", () => {
    const level = fold(null, [move(0, 1, null), move(1, -3, "sold")]);
    expect(level && quantityOf(level)).toBe(0);
  });

  test("follows the device's own order where its clock was set back", () => {
    const moves = [move(10, 4, null, { seq: 7 }), move(0, -1, "sold", { seq: 8 })];
    expect(ordered(moves).map(({ seq }) => seq)).toEqual([7, 8]);
    expect(fold(null, moves)).toMatchObject({ counted: 4, sold: 1 });
  });
});
