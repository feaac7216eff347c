import { afterEach, describe, expect, test, vi } from "vitest";
import { isSparing, waitMs } from "../../pwa/src/lib/rhythm";

const ok = { failures: 0, sparing: false };

describe("the wait before asking again", () => {
  test("is about a minute where all is well, and longer where data is to be saved", () => {
    expect([waitMs(ok, 0), waitMs(ok, 1)]).toEqual([54_000, 66_000]);
    expect(waitMs({ ...ok, sparing: true }, 0)).toBeGreaterThan(200_000);
  });

  test("is short after a first failure, grows, and never goes beyond five minutes", () => {
    const waits = Array.from({ length: 40 }, (_, n) => waitMs({ ...ok, failures: n + 1 }, 1));
    expect(waits.slice(0, 3)).toEqual([5_000, 10_000, 20_000]);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(Math.max(...waits)).toBe(300_000);
  });

  test("is not the same on each phone", () => {
    expect(waitMs({ ...ok, failures: 4 }, 0)).toBe(waitMs({ ...ok, failures: 4 }, 1) / 2);
  });

  test("is as long as the server asked for, within reason", () => {
    expect(waitMs({ ...ok, failures: 1, retryAfterMs: 90_000 }, 0)).toBe(90_000);
    expect(waitMs({ ...ok, failures: 1, retryAfterMs: 86_400_000 }, 0)).toBe(300_000);
    expect(waitMs({ ...ok, failures: 9, retryAfterMs: 1_000 }, 1)).toBe(300_000);
  });
});

describe("saving data", () => {
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    [undefined, false],
    [{}, false],
    [{ saveData: false }, false],
    [{ saveData: true }, true],
  ])("with %o is %s", (connection, sparing) => {
    vi.stubGlobal("navigator", { ...navigator, connection });
    expect(isSparing()).toBe(sparing);
  });
});
