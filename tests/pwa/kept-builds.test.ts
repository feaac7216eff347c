import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forget, putAside } from "../../pwa/build/previous";

let folder: string;
let out: string;
let minute = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "builds-"));
  out = join(folder, "dist");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Build over what is there, as vite does. */
function build(name: string): void {
  putAside(out);
  for (const kept of existsSync(`${out}-previous`) ? readdirSync(`${out}-previous`) : []) {
    if (kept !== built()) continue;
    minute += 1;
    utimesSync(`${out}-previous/${kept}`, minute * 60, minute * 60);
  }
  rmSync(out, { recursive: true, force: true });
  mkdirSync(`${out}/assets`, { recursive: true });
  writeFileSync(`${out}/assets/index-${name}.js`, name);
  writeFileSync(`${out}/version.json`, JSON.stringify({ version: "1", build: name }));
  forget(out);
}

const built = () => (JSON.parse(readFileSync(`${out}/version.json`, "utf8")) as { build: string }).build;
const kept = () => readdirSync(`${out}-previous`).sort();

test("the files of the two builds before lie beside the build", () => {
  for (const name of ["a1", "b2", "c3", "d4"]) build(name);
  expect(kept()).toEqual(["b2", "c3"]);
  expect(readFileSync(`${out}-previous/c3/index-c3.js`, "utf8")).toBe("c3");
});

test("the same build once more, or an older one again, pushes nothing out", () => {
  for (const name of ["a1", "b2", "c3", "c3", "c3"]) build(name);
  expect(kept()).toEqual(["a1", "b2"]);
  build("b2");
  expect(kept()).toEqual(["a1", "c3"]);
});

test("the first build has nothing to keep", () => {
  build("a1");
  expect(existsSync(`${out}-previous`)).toBe(false);
});
