import { expect, test } from "vitest";
import { closure, startingFiles } from "../../pwa/build/chunks";

const ROOT = "/phone/";
const HOME = "src/features/home/index.tsx";
const ADVICE = "src/features/advice/index.tsx";
const RESULTS = "src/features/advice/Results.tsx";
const PRODUCT = "src/features/product/index.tsx";
const COUNT = "src/features/count/index.tsx";
const DESK = "src/features/desk/index.tsx";

/** An application of modules that import each other; what the document leads to is fetched when its turn comes. */
function graph(imports: Record<string, readonly string[]>) {
  const importsOf = new Map(
    Object.entries(imports).map(([path, needed]) => [ROOT + path, needed.map((each) => ROOT + each)]),
  );
  const pages = Object.keys(imports).map((path) => ROOT + path);
  return {
    getModuleInfo: (id: string) => ({
      importedIds: importsOf.get(id) ?? [],
      dynamicallyImportedIds: id === `${ROOT}index.html` ? pages : [],
    }),
  };
}

/** The first file that takes a module, as the bundler chooses. */
function fileOf(path: string, modules: ReturnType<typeof graph>): string | null {
  for (const { name } of startingFiles(ROOT)) {
    const found = typeof name === "function" ? name(ROOT + path, modules) : null;
    if (found) return found;
  }
  return null;
}

test("a screen is one file, what home shares with the others another, and what follows an answer a third", () => {
  const modules = graph({
    [HOME]: ["src/sign.ts", "src/lines.ts"],
    [ADVICE]: ["src/sign.ts", "src/rank.ts"],
    [RESULTS]: ["src/rank.ts", "src/row.tsx"],
    "src/sign.ts": ["src/colour.ts"],
  });
  const files = [HOME, "src/lines.ts", "src/sign.ts", "src/colour.ts", ADVICE, "src/rank.ts", RESULTS, "src/row.tsx"];
  const expected = ["home", "home", "screens", "screens", "advice", "advice", "results", "results"];
  expect(files.map((path) => fileOf(path, modules))).toEqual(expected);
});

test("what a piece's page needs is one file; another page is cut by the bundler", () => {
  const modules = graph({
    [HOME]: ["src/arrow.ts"],
    [PRODUCT]: ["src/bar.tsx", "src/offer.tsx", "src/arrow.ts"],
    [COUNT]: ["src/bar.tsx", "src/camera.ts"],
  });
  const files = [PRODUCT, "src/bar.tsx", "src/offer.tsx", "src/arrow.ts", COUNT, "src/camera.ts"];
  expect(files.map((path) => fileOf(path, modules))).toEqual(["product", "product", "product", "screens", null, null]);
});

test("what only the desk needs is one file, and what a seller's page needs as well another", () => {
  const modules = graph({
    [COUNT]: ["src/camera.ts", "src/film.ts"],
    [DESK]: ["src/features/desk/parts/Table.tsx", "src/features/desk/room.tsx"],
    "src/features/desk/room.tsx": ["src/camera.ts", "src/prices.ts"],
  });
  const files = [DESK, "src/features/desk/parts/Table.tsx", "src/prices.ts", "src/camera.ts", "src/film.ts"];
  const expected = ["desk", "desk", "desk", "shared", null];
  expect([...files, COUNT].map((path) => fileOf(path, modules))).toEqual([...expected, null]);
});

test("what all screens need is taken first", () => {
  expect(startingFiles(ROOT)[0]).toEqual({ name: "app", tags: ["$initial"] });
});

test("modules that need each other are found once", () => {
  const modules = graph({ "src/a.ts": ["src/b.ts"], "src/b.ts": ["src/a.ts", "src/c.ts"] });
  const found = ["src/a.ts", "src/b.ts", "src/c.ts"].map((path) => ROOT + path);
  expect([...closure(`${ROOT}src/a.ts`, modules)]).toEqual(found);
});
