import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "../../pwa/src");
const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({
    name,
    text: readFileSync(join(SOURCE, name), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ""),
  }));
const trespassers = (what: RegExp, home: (name: string) => boolean) =>
  files.filter(({ name, text }) => !home(name) && what.test(text)).map(({ name }) => name);

/** Imports point to the left only. What is not in the list (main, app, …) may import everything. */
const LAYERS = ["catalogue", "lib", "db", "state", "components", "features"];

describe("one door for each outside thing", () => {
  test("the network is reached in lib/net.ts alone", () => {
    expect(
      trespassers(
        /(?<![\w.])fetch\(|XMLHttpRequest|sendBeacon|new WebSocket|new EventSource/,
        (name) => name === "lib/net.ts",
      ),
    ).toEqual([]);
  });

  test("IndexedDB is touched in db/ alone", () => {
    expect(trespassers(/\bindexedDB\b|from "idb"/, (name) => name.startsWith("db/"))).toEqual([]);
  });

  test("no other storage of the browser is used", () => {
    expect(trespassers(/\b(?:localStorage|document\.cookie)\b/, () => false)).toEqual([]);
    // Whether this window has tried to let a new version in must outlive its reload, and nothing else.
    expect(trespassers(/\bsessionStorage\b/, (name) => name === "sw-bridge.ts")).toEqual([]);
  });

  test("the console is written to in lib/log.ts alone", () => {
    expect(trespassers(/\bconsole[.[]/, (name) => name === "lib/log.ts")).toEqual([]);
  });

  test("the service worker is spoken to in sw-bridge.ts alone", () => {
    expect(trespassers(/navigator\.serviceWorker|workbox-window/, (name) => name === "sw-bridge.ts")).toEqual([]);
  });
});

describe("imports point one way", () => {
  const layer = (name: string) => LAYERS.indexOf(name.split("/")[0] ?? "");
  test.each(files.filter(({ name }) => layer(name) >= 0).map(({ name, text }) => [name, text] as const))(
    "%s",
    (name, text) => {
      for (const [, types, target] of text.matchAll(/^(?:import|export)\s+(type\s)?[^"]*?from\s+"(\.[^"]+)"/gm)) {
        if (types) continue;
        const reached = join(name, "..", target ?? "");
        const inside = layer(reached) >= 0;
        expect(!inside || layer(reached) <= layer(name), `${name} imports ${reached}`).toBe(true);
      }
    },
  );

  test("a feature does not reach into another one's page", () => {
    const crossing = files.flatMap(({ name, text }) => {
      const own = /^features\/(\w+)\//.exec(name)?.[1];
      const reached = [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, target]) => join(name, "..", target ?? ""));
      const pages = reached.flatMap((path) => /^features\/(\w+)(?:\/index)?$/.exec(path)?.[1] ?? []);
      return pages.filter((other) => own && other !== own).map((other) => `${name} imports ${other}`);
    });
    expect(crossing).toEqual([]);
  });
});

test("every page of the table has its feature", async () => {
  const { loadPage, PAGES } = await import("../../pwa/src/pages");
  for (const { feature } of PAGES) expect(await loadPage(feature), feature).toBeTypeOf("function");
  // All the application's code is read here, on a machine that may do other work.
}, 60_000);
