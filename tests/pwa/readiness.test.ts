import { describe, expect, test } from "vitest";
import { filledLines, linesOf, massif, SIDE } from "../../pwa/src/features/learn/massif";
import { knownOfOwn, massifsOf, ownCells } from "../../pwa/src/training/readiness";
import type { Standing } from "../../pwa/src/training/schedule";
import type { About, Card } from "../../pwa/src/training/types";

const card = (id: string, about: About): Card => ({
  id,
  version: "v1",
  kind: "fact",
  about,
  question: "Combien ?",
  choices: [{ id: "a", text: "Dix" }],
  right: "a",
  reason: "Parce que.",
  facts: [],
  weight: 1,
});
const standing = (proven: boolean): Standing => ({
  due: "2026-11-24",
  proven,
  changed: false,
  since: "2026-11-23",
  last: "2026-11-23",
});

describe("the readiness map", () => {
  const cards = [
    card("a", { activity: "hiking", family: "shell" }),
    card("b", { activity: "hiking", family: "shell" }),
    card("c", { activity: "hiking", condition: "rain", family: "shell" }),
    card("d", { activity: "ski-touring", family: "pack" }),
    card("e", { family: null }),
    card("f", { family: "shell" }),
    card("g", { family: "boots" }),
    card("h", { family: "boots" }),
  ];

  test("counts cells, and draws them together by activity in the finder's order", () => {
    const proven = new Map([
      ["a", standing(true)],
      ["d", standing(false)],
    ]);
    const massifs = massifsOf(ownCells(cards, proven), ["ski-touring", "hiking"], knownOfOwn);
    expect(massifs.map(({ activity, family, cards: all, share }) => [activity, family, all, share])).toEqual([
      ["ski-touring", null, 1, 0],
      ["hiking", null, 3, 1 / 3],
      [null, "boots", 2, 0],
      [null, "shell", 1, 0],
      [null, null, 1, 0],
    ]);
    expect(massifs[1]?.cells).toEqual([
      { family: "shell", condition: null, cards: 2, proven: 1 },
      { family: "shell", condition: "rain", cards: 1, proven: 0 },
    ]);
  });

  test("says nothing of a team where one of its places may not be counted", () => {
    const cells = [
      { about: { activity: "hiking", family: "shell" }, cards: 2, proven: 3 },
      { about: { activity: "hiking", family: "pack" }, cards: 6, proven: null },
    ];
    const known = ({ proven }: { proven: number | null }) => (proven === null ? null : proven / 4);
    expect(massifsOf(cells, ["hiking"], known)[0]?.share).toBeNull();
    expect(massifsOf(cells.slice(0, 1), ["hiking"], known)[0]?.share).toBe(0.75);
  });
});

describe("a mountain of the map", () => {
  const points = (path: string) =>
    [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const reach = (path: string, [x, y]: number[]) =>
    points(path).map(([a, b]) => Math.hypot((a ?? 0) - (x ?? 0), (b ?? 0) - (y ?? 0)));

  test("is always the same, and another one for another activity", () => {
    expect(massif("hiking", 9)).toEqual(massif("hiking", 9));
    expect(massif("hiking", 9)).not.toEqual(massif("climbing", 9));
  });

  test.each(
    ["hiking", "climbing", "ski-touring", "everywhere", "travel", "pack"].flatMap((seed) => [
      [seed, 0.01],
      [seed, 1],
    ]) as [string, number][],
  )("%s of size %d has no line that meets the next one", (seed, size) => {
    const lines = massif(seed, linesOf(size));
    for (const [at, line] of lines.slice(1).entries()) {
      const lower = points(lines[at] ?? "");
      const gap = points(line).map((point) =>
        Math.min(...lower.map(([a, b]) => Math.hypot((a ?? 0) - (point[0] ?? 0), (b ?? 0) - (point[1] ?? 0)))),
      );
      expect(Math.min(...gap), `line ${at + 1}`).toBeGreaterThan(0.4);
      const middle = [SIDE / 2, SIDE / 2];
      expect(Math.max(...reach(line, middle))).toBeLessThan(Math.max(...reach(lines[at] ?? "", middle)));
    }
    expect(Math.max(...points(lines[0] ?? "").flat())).toBeLessThanOrEqual(SIDE + 2);
  });

  test("is higher the more there is to know", () => {
    expect([0, 0.25, 1].map(linesOf)).toEqual([4, 7, 10]);
    const width = (size: number) => Math.max(...reach(massif("hiking", linesOf(size))[0] ?? "", [SIDE / 2, SIDE / 2]));
    expect(width(0.1)).toBeLessThan(width(1));
  });

  test("fills from the foot, wholly only where all is known", () => {
    expect([0, 0.01, 0.5, 0.99, 1].map((share) => filledLines(share, 9))).toEqual([0, 1, 5, 8, 9]);
  });
});
