/** Reads the colour tokens of each theme, and measures contrast as WCAG 2.2 defines it. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const STYLES = join(dirname(fileURLToPath(import.meta.url)), "../../pwa/src/styles");

export type Tokens = Record<string, string>;

const declared = (css: string): Tokens =>
  Object.fromEntries([...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name, value]) => [name, value]));

/** The colours of a theme; what a theme does not bind anew stays as in the light one. */
export function theme(name: "light" | "dark" | "bright"): Tokens {
  const light = declared(readFileSync(join(STYLES, "tokens.css"), "utf8"));
  if (name === "light") return light;
  const block = new RegExp(`data-theme="${name}"\\]\\s*{([^}]*)}`).exec(
    readFileSync(join(STYLES, "themes.css"), "utf8"),
  );
  return { ...light, ...declared(block?.[1] ?? "") };
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const s = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
