import { describe, expect, it } from "vitest";
import { contours, drawing } from "../../pwa/src/components/contours";

type Point = [number, number];

/** Every point that a path draws through or pulls towards, mirrored handles included. */
function walked(path: string): Point[] {
  const points: Point[] = [];
  let handle: Point = [0, 0];
  let here: Point = [0, 0];
  for (const [, command, body] of path.matchAll(/([MQT])([^MQT]*)/g)) {
    const numbers = (body as string).trim().split(" ").map(Number);
    const to = numbers.slice(-2) as Point;
    if (command === "Q") handle = numbers.slice(0, 2) as Point;
    if (command === "T") handle = [2 * here[0] - handle[0], 2 * here[1] - handle[1]];
    if (command !== "M") points.push(handle);
    points.push(to);
    here = to;
  }
  return points;
}

describe("contour lines", () => {
  it("draws the same mountain for the same seed", () => {
    expect(contours("advice")).toEqual(contours("advice"));
  });

  it("draws another mountain for another seed", () => {
    expect(contours("advice")).not.toEqual(contours("search"));
  });

  it("gives one different path for each height", () => {
    const paths = contours("welcome", 400, 200, 12);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeGreaterThan(9);
    expect(paths.length).toBeLessThanOrEqual(12);
  });

  it("writes only path commands and finite numbers", () => {
    for (const path of contours("numbers")) expect(path).toMatch(/^(M-?[\d.]+ -?[\d.]+Q-?[\d.]+ -?[\d.]+ [-\d.T ]+)+$/);
  });

  it.each([
    [400, 200],
    [320, 96],
    [77, 31],
  ])("stays inside a drawing of %i by %i, a cell over at most", (width, height) => {
    for (const [x, y] of contours("inside", width, height).flatMap(walked)) {
      expect(x).toBeGreaterThan(-2);
      expect(x).toBeLessThan(width + 12);
      expect(y).toBeGreaterThan(-2);
      expect(y).toBeLessThan(height + 12);
    }
  });

  it("fills the width: some line passes every eighth of it", () => {
    const points = contours("wide").flatMap(walked);
    for (let part = 0; part < 8; part++) {
      expect(points.some(([x]) => x >= part * 50 && x < (part + 1) * 50)).toBe(true);
    }
  });

  it("moves in short smooth steps: no line jumps across the drawing", () => {
    for (const path of contours("smooth")) {
      for (const line of path.split(/(?=M)/)) {
        const points = walked(line);
        for (let at = 1; at < points.length; at++) {
          const [a, b] = [points[at - 1] as Point, points[at] as Point];
          expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(15);
        }
      }
    }
  });

  it("gives each height points of its own: lines of a slope do not meet", () => {
    const seen = new Map<string, number>();
    contours("crossing").forEach((path, level) => {
      for (const [x, y] of walked(path)) seen.set(`${x.toFixed(1)} ${y.toFixed(1)}`, level);
    });
    const total = contours("crossing").flatMap((path) => [...new Set(walked(path).map(String))]).length;
    expect(seen.size).toBeGreaterThan(total * 0.98);
  });

  it("draws a plain of no size without failing", () => {
    expect(contours("flat", 0, 0)).toEqual([]);
  });

  it("is drawn in small steps, and gives the frame back between them", () => {
    for (const seed of ["warm up", "other", "steps"]) contours(seed);
    const work = drawing("small steps");
    const times: number[] = [];
    let paths: string[] | undefined;
    while (!paths) {
      const start = performance.now();
      const { done, value } = work.next();
      times.push(performance.now() - start);
      if (done) paths = value;
    }
    expect(paths).toEqual(contours("small steps"));
    const total = times.reduce((sum, time) => sum + time);
    expect(times.length).toBeGreaterThan(15);
    expect(times.sort((a, b) => a - b).at(-2)).toBeLessThan(Math.max(1, total / 3));
  });

  it("costs less than a frame", () => {
    contours("warm up");
    const times = Array.from({ length: 15 }, (_, at) => {
      const start = performance.now();
      contours(`time ${at}`, 390, 180);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(times[7]).toBeLessThan(16);
  });
});
