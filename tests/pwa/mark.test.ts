import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { MARK, MARK_BOX, MARK_SMALL } from "../../pwa/src/components/mark";

const ICONS = resolve(__dirname, "../../pwa/public/icons");

function shapes(file: string): string {
  const svg = readFileSync(resolve(ICONS, file), "utf8");
  return (/<g id="mark"[^>]*>(.*)<\/g>\s*<\/svg>/s.exec(svg)?.[1] ?? "").replaceAll("\n", "");
}

/** Width, height and colour type of a PNG, from its first chunk. */
function png(file: string): { width: number; height: number } {
  const bytes = readFileSync(resolve(ICONS, file));
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

describe("the mark", () => {
  it.each([
    ["mark.svg", MARK],
    ["mark-small.svg", MARK_SMALL],
    ["favicon.svg", MARK_SMALL],
  ])("is the same in %s and on the screens", (file, mark) => {
    const drawn =
      file === "favicon.svg" ? readFileSync(resolve(ICONS, file), "utf8").replaceAll("\n", "") : shapes(file);
    expect(drawn).toContain(mark);
    expect(mark).toContain("<path");
  });

  it("stands in the box of its drawings", () => {
    expect(readFileSync(resolve(ICONS, "mark.svg"), "utf8")).toContain(`viewBox="${MARK_BOX}"`);
  });

  it("takes the colour of the text around it and names no other", () => {
    expect(MARK + MARK_SMALL).not.toMatch(/#[0-9a-f]{3}|fill="(?!none)|stroke="(?!currentColor)/i);
  });

  it.each([
    ["icon-192.png", 192],
    ["icon-512.png", 512],
    ["maskable-192.png", 192],
    ["maskable-512.png", 512],
    ["monochrome-512.png", 512],
    ["apple-touch-icon.png", 180],
  ])("is drawn in %s at %i pixels", (file, side) => {
    expect(png(file)).toEqual({ width: side, height: side });
  });
});
