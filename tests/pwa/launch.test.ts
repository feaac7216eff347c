import { afterEach, beforeEach, expect, test, vi } from "vitest";
import manifest from "../../pwa/public/manifest.webmanifest?raw";
import { arrive, destination } from "../../pwa/src/lib/launch";
import { match, route, startRouter } from "../../pwa/src/lib/router";
import { PAGES } from "../../pwa/src/pages";

const APP = "https://shop.example/app/";
const shared = (given: Record<string, string>) => `${APP}?${new URLSearchParams(given)}`;

test.each([
  ["the sign on the home screen", `${APP}?source=pwa`, null],
  ["a shortcut", `${APP}?source=shortcut#/scan`, "/scan"],
  ["a link to a piece", `${APP}#/product/trilogy`, "/product/trilogy"],
  ["a shared page of ours", shared({ url: "https://shop.example/p/trilogy-jacket" }), "/product/trilogy-jacket"],
  ["a shared tag", shared({ text: "https://id.example/01/02900000000018" }), "/search?q=02900000000018"],
  [
    "a link in a sentence",
    shared({ text: "Regarde : https://shop.example/p/trilogy-jacket ?" }),
    "/product/trilogy-jacket",
  ],
  ["a shared name", shared({ title: "Veste", text: "veste bleue" }), "/search?q=veste+bleue"],
])("%s leads to its page", (_what, address, expected) => expect(destination(address)).toBe(expected));

test("a shared novel is cut", () => expect(destination(shared({ text: "a".repeat(5000) }))?.length).toBeLessThan(300));

/** A browser with a queue of launches. */
const launch = vi.fn<(launched: { targetURL?: string }) => void>();
let stop: () => void;

beforeEach(() => {
  vi.stubGlobal("launchQueue", { setConsumer: launch.mockImplementation.bind(launch) });
  stop = startRouter();
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

test("a start goes where it is asked, once", () => {
  history.replaceState(null, "", "/app/?source=shortcut#/scan");
  startRouter(arrive())();
  expect([location.search, location.hash, route.value.path]).toEqual(["", "#/scan", "/scan"]);
  expect(arrive()).toBeUndefined();
});

test("a launch while it is open moves the page, and the sign alone moves nothing", () => {
  arrive();
  launch({ targetURL: `${APP}?source=shortcut#/search` });
  expect(route.value.path).toBe("/search");
  const entries = history.length;
  launch({ targetURL: `${APP}?source=pwa` });
  launch({ targetURL: `${APP}?source=shortcut#/search` });
  expect(route.value.path).toBe("/search");
  expect(history.length).toBe(entries);
});

test("each shortcut of the manifest opens a page that there is", () => {
  const { shortcuts } = JSON.parse(manifest) as { shortcuts: { url: string }[] };
  expect(shortcuts).toHaveLength(4);
  for (const { url } of shortcuts) {
    const path = destination(new URL(url, APP).href) ?? "";
    expect(
      PAGES.some(({ pattern }) => match(pattern, path) !== null),
      url,
    ).toBe(true);
  }
});
