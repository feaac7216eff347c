import { effect } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { counted, isOldCount, isOldWord, received, when } from "../../pwa/src/lib/ages";
import { hearTime, nowMs, startClock } from "../../pwa/src/lib/clock";
import { age } from "../../pwa/src/lib/format";
import { useLanguage } from "../../pwa/src/lib/i18n";

/** A moment on this phone's own wall: tests run in any zone. */
const wall = (day: number, hour: number, minute = 0, month = 10, year = 2026): number =>
  new Date(year, month, day, hour, minute).getTime();
const iso = (ms: number): string => new Date(ms).toISOString();
const noon = wall(22, 12);
const said = (ms: number, now = noon): string => when(iso(ms), now);

afterEach(() => useLanguage("fr"));

describe("how old a figure is", () => {
  test.each([
    ["now", noon - 20_000, "à l’instant", "just now"],
    ["this morning", wall(22, 10, 12), "à 10:12", "at 10:12"],
    ["the first minute of the day", wall(22, 0, 0), "à 00:00", "at 00:00"],
    ["the last minute of yesterday", wall(21, 23, 59), "hier à 23:59", "yesterday at 23:59"],
    ["the day before", wall(20, 12), "le 20 nov.", "on 20 Nov"],
    ["the same day a year ago", wall(22, 12, 0, 10, 2025), "le 22 nov. 2025", "on 22 Nov 2025"],
  ])("of %s", async (_, ms, french, english) => {
    expect(said(ms)).toBe(french);
    await useLanguage("en");
    expect(said(ms)).toBe(english);
  });

  test("is never a time that cannot be, on a phone whose clock is behind", () => {
    expect(said(noon + 60_000 * 3)).toBe("à 12:03");
    expect(said(noon + 3 * 3_600_000)).toBe("le 22 nov. à 15:00");
    expect(said(wall(24, 9))).toBe("le 24 nov. à 09:00");
    expect(age(iso(noon + 3 * 3_600_000), new Date(noon))).toBe("22 nov. 15:00");
    expect(age(iso(noon + 60_000), new Date(noon))).toBe("maintenant");
  });

  test("is yesterday also over the nights on which clocks are changed", () => {
    expect(said(wall(24, 23, 30, 9), wall(25, 9, 0, 9))).toBe("hier à 23:30");
    expect(said(wall(28, 23, 30, 2), wall(29, 9, 0, 2))).toBe("hier à 23:30");
  });

  test("is unknown where it is no date", () => {
    expect(when("soon")).toBe("à une date inconnue");
  });
});

describe("a claim", () => {
  test("of a count says when it was, and after a week that it should be taken again", () => {
    expect(counted(iso(wall(22, 10, 12)), noon)).toBe("compté à 10:12");
    expect(counted(iso(wall(16, 12)), noon)).toBe("compté le 16 nov.");
    expect(counted(iso(wall(14, 12)), noon)).toBe("compté le 14 nov., à recompter");
    expect([isOldCount(iso(wall(16, 12)), noon), isOldCount(iso(wall(14, 12)), noon)]).toEqual([false, true]);
  });

  test("of the server is to be checked after half a day of silence", async () => {
    expect(received(iso(wall(22, 9)), noon)).toBe("reçu à 09:00");
    expect(received(iso(wall(21, 18, 2)), noon)).toBe("reçu hier à 18:02, à vérifier");
    expect(isOldWord(iso(wall(22, 1)), noon)).toBe(false);
    await useLanguage("en");
    expect(received(iso(wall(21, 18, 2)), noon)).toBe("received yesterday at 18:02, to be checked");
  });
});

describe("the clock", () => {
  const heard = (ms: number, more = {}) => hearTime(new Headers({ date: new Date(ms).toUTCString(), ...more }));
  beforeEach(() => vi.useFakeTimers({ toFake: ["Date"], now: noon }));
  afterEach(() => {
    heard(Date.now());
    vi.useRealTimers();
  });

  test.each([-86_400_000, 3 * 3_600_000, 40 * 86_400_000])(
    "of the server counts where the phone's is %i ms off",
    (off) => {
      heard(noon + off);
      expect(nowMs()).toBe(noon + off);
      expect(when(iso(noon + off - 3_600_000))).toMatch(/^(?:à|hier à) \d\d:\d\d$/);
    },
  );

  test("of the phone counts where they agree about, and where nobody says the time", () => {
    heard(noon + 90_000);
    expect(nowMs()).toBe(noon);
    heard(noon + 3_600_000);
    hearTime(new Headers());
    hearTime(new Headers({ date: "soon" }));
    expect(nowMs()).toBe(noon + 3_600_000);
  });

  test("is not set by an answer that was kept on the way", () => {
    heard(noon - 7_200_000, { age: "7200" });
    expect(nowMs()).toBe(noon);
  });
});

test("a screen that nobody touches does not say for hours that it was just now", async () => {
  vi.useFakeTimers({ now: noon });
  startClock();
  const counted_at = iso(noon - 10_000);
  const seen: string[] = [];
  const stop = effect(() => void seen.push(when(counted_at)));
  await vi.advanceTimersByTimeAsync(120_000);
  stop();
  vi.useRealTimers();
  expect([seen[0], seen.at(-1)]).toEqual(["à l’instant", "à 11:59"]);
});
