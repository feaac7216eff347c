import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { hex, oklch, shadesOf } from "../../pwa/src/components/colour";
import { contrast, theme } from "./colours";

const SRC = join(dirname(fileURLToPath(import.meta.url)), "../../pwa/src");
const GROUNDS = ["ground", "surface"];
const TEXT = ["ink", "ink-2", "ink-3", "action-text", "dry", "warm", "fits", "unknown", "plain"];
/** Words on something else than the ground. */
const ON: [string, string][] = [
  ["on-action", "action"],
  ["on-action", "action-pressed"],
  ["ink-on-ink", "ink"],
  ["ink", "veil"],
  ["ink-2", "veil"],
  ["ink-3", "veil"],
  ["unknown", "unknown-tint"],
  ["ground", "plain"],
  ["ground", "fits"],
  ["on-lens", "lens"],
];
/** Lines and fillings that carry meaning. */
const DRAWN = ["edge", "focus", "dry", "warm", "plain", "fits", "unknown", "action"];

const themes = [
  { name: "light", text: 4.5, drawn: 3 },
  { name: "dark", text: 4.5, drawn: 3 },
  { name: "bright", text: 7, drawn: 4.5 },
] as const;

describe.each(themes)("the $name theme", ({ name, text, drawn }) => {
  const tokens = theme(name);
  const ratio = (front: string, back: string) => contrast(tokens[front] as string, tokens[back] as string);

  it.each(TEXT.flatMap((front) => GROUNDS.map((back) => [front, back])).concat(ON))(
    "makes %s readable on %s",
    (front, back) => {
      expect(ratio(front, back)).toBeGreaterThanOrEqual(text);
    },
  );

  it.each(DRAWN.flatMap((front) => GROUNDS.map((back) => [front, back])))("makes %s visible on %s", (front, back) => {
    // Dark theme: the red surface carries white words; the button's edge is not what makes it a button.
    expect(ratio(front, back)).toBeGreaterThanOrEqual(drawn);
  });
});

describe("the styles", () => {
  const files = (readdirSync(SRC, { recursive: true }) as string[]).filter((file) => /\.(css|tsx)$/.test(file));

  it.each(files.filter((file) => !/styles\/(tokens|themes)\.css$/.test(file)))("keep raw colours out of %s", (file) => {
    const code = readFileSync(join(SRC, file), "utf8").replace(/href\("#|"#\/|`#|'#/g, "");
    expect(code.match(/#[0-9a-f]{3,8}\b(?=[\s;,)"'])|\b(rgb|hsl|oklch)a?\(/gi) ?? []).toEqual([]);
  });

  it.each(files.filter((file) => /\.css$/.test(file) && !/styles\/tokens\.css$/.test(file)))(
    "move within the two times of the house in %s",
    (file) => {
      const css = readFileSync(join(SRC, file), "utf8");
      const times = [...css.matchAll(/(?:transition|animation)[^;{}]*/g)].flatMap(
        ([rule]) => rule.match(/[\d.]+m?s\b/g) ?? [],
      );
      // A skeleton breathes for as long as it waits; what appears after a movement waits for its end.
      expect(
        times.filter((time) => time !== "0s" && !(file.endsWith("Skeleton.module.css") && time === "1.6s")),
      ).toEqual([]);
    },
  );

  it("firm up every tone of words and lines where more contrast is asked for", () => {
    const css = readFileSync(join(SRC, "styles/contrast.css"), "utf8");
    const firm = /prefers-contrast: more\) \{([\s\S]*?)\n\}/.exec(css)?.[1] ?? "";
    const bound = Object.fromEntries(
      [...firm.matchAll(/--([\w-]+): var\(--([\w-]+)\)/g)].map(([, name, to]) => [name, to]),
    );
    for (const name of ["light", "dark"] as const) {
      const tokens = theme(name);
      for (const [tone, least] of [
        ["ink-2", 7],
        ["ink-3", 7],
        ["hairline", 3],
      ] as const)
        expect(contrast(tokens[bound[tone] as string] as string, tokens.ground as string)).toBeGreaterThanOrEqual(
          least,
        );
    }
  });

  it("bind every colour of the light theme anew in the dark one", () => {
    const [light, dark] = [theme("light"), theme("dark")];
    // A camera's picture is what it is, by day and by night.
    const fixed = ["on-action", "lens", "on-lens"];
    expect(Object.keys(light).filter((name) => light[name] === dark[name])).toEqual(fixed);
  });
});

describe("the shades of a cloth", () => {
  it("come back to the same colour through OKLCH", () => {
    for (const colour of ["#c3161c", "#123456", "#f1efe9", "#000000", "#ffffff"])
      expect(hex(oklch(colour))).toBe(colour);
  });

  it("shade a light cloth darker, of the same hue", () => {
    const { main, shade } = shadesOf("#5f9fc4");
    expect(oklch(shade).l).toBeLessThan(oklch(main).l);
    expect(Math.abs(oklch(shade).h - oklch(main).h)).toBeLessThan(4);
  });

  it("draw the seams of a black jacket lighter, and of a white one darker", () => {
    expect(contrast(shadesOf("#15171a").line, shadesOf("#15171a").main)).toBeGreaterThan(2);
    expect(contrast(shadesOf("#f4f2ec").line, shadesOf("#f4f2ec").main)).toBeGreaterThan(3);
  });

  it("take what is no colour as grey", () => {
    expect(oklch(shadesOf("bleu").main).c).toBeLessThan(0.02);
  });
});
