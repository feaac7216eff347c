import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closure, startingFiles } from "../../pwa/build/chunks";

let root: string;

beforeEach(() => {
  root = `${mkdtempSync(join(tmpdir(), "cordee-chunks-"))}/`;
});

afterEach(() => rmSync(root, { recursive: true }));

const HOME = "src/features/home/index.tsx";
const ADVICE = "src/features/advice/index.tsx";
const RESULTS = "src/features/advice/Results.tsx";
const PRODUCT = "src/features/product/index.tsx";
const COUNT = "src/features/count/index.tsx";

/** An application of modules that import each other. */
function graph(imports: Record<string, readonly string[]>) {
  for (const path of Object.keys(imports)) {
    mkdirSync(dirname(root + path), { recursive: true });
    writeFileSync(root + path, "");
  }
  const importsOf = new Map(
    Object.entries(imports).map(([path, needed]) => [root + path, needed.map((each) => root + each)]),
  );
  return { getModuleInfo: (id: string) => ({ importedIds: importsOf.get(id) ?? [] }) };
}

/** The first file that takes a module, as the bundler chooses. */
function fileOf(path: string, modules: ReturnType<typeof graph>): string | null {
  for (const { name } of startingFiles(root)) {
    const found = typeof name === "function" ? name(root + path, modules) : null;
    if (found) return found;
  }
  return null;
}

test("a screen is one file, what both first screens need another, and what follows an answer a third", () => {
  const modules = graph({
    [HOME]: ["src/sign.ts", "src/lines.ts"],
    [ADVICE]: ["src/sign.ts", "src/rank.ts"],
    [RESULTS]: ["src/rank.ts", "src/row.tsx", "src/lines.ts"],
    "src/sign.ts": ["src/colour.ts"],
  });
  const files = [HOME, "src/lines.ts", "src/sign.ts", "src/colour.ts", ADVICE, "src/rank.ts", RESULTS, "src/row.tsx"];
  expect(files.map((path) => fileOf(path, modules))).toEqual([
    "home",
    "home",
    "screens",
    "screens",
    "advice",
    "advice",
    "results",
    "results",
  ]);
});

test("what a piece's page shares with another page is one file; what one page alone needs stays with it", () => {
  const modules = graph({
    [HOME]: [],
    [ADVICE]: [],
    [RESULTS]: [],
    [PRODUCT]: ["src/bar.tsx", "src/offer.tsx"],
    [COUNT]: ["src/bar.tsx", "src/camera.ts"],
  });
  expect(["src/bar.tsx", "src/offer.tsx", "src/camera.ts", PRODUCT].map((path) => fileOf(path, modules))).toEqual([
    "parts",
    null,
    null,
    null,
  ]);
});

test("what all screens need is taken first", () => {
  graph({ [HOME]: [] });
  expect(startingFiles(root)[0]).toEqual({ name: "app", tags: ["$initial"] });
});

test("modules that need each other are found once", () => {
  const modules = graph({ "src/a.ts": ["src/b.ts"], "src/b.ts": ["src/a.ts", "src/c.ts"] });
  expect([...closure(`${root}src/a.ts`, modules)]).toEqual(
    ["src/a.ts", "src/b.ts", "src/c.ts"].map((path) => root + path),
  );
});
