import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readSnapshot } from "../../pwa/src/db";
import { closeCatalogue, refreshCatalogue } from "../../pwa/src/state/catalogue";
import { bringLanguage, keepOtherLanguages } from "../../pwa/src/state/languages";
import { catalogue, counts, json } from "./fixture";

let shop = "";
let asked: string[] = [];

/** A server that has the catalogue in every language, in this edition. */
function serve(edition = {}): void {
  asked = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const lang = /lang=(\w+)/.exec(url)?.[1] ?? "fr";
    return json(url.includes("/snapshot") ? catalogue({ lang, ...edition }) : counts(), { headers: { etag: '"1"' } });
  });
}

beforeEach(() => {
  closeCatalogue();
  shop = `shop-${Math.random().toString(36).slice(2)}`;
  serve();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a language that is not on the screen", () => {
  test("is fetched once, then found on the phone", async () => {
    expect(await bringLanguage(shop, "en")).toBe(true);
    expect(await bringLanguage(shop, "en")).toBe(true);
    expect(asked).toHaveLength(1);
    expect((await readSnapshot(shop, "en"))?.document.lang).toBe("en");
  });

  test("is renewed where the shop has moved on", async () => {
    await bringLanguage(shop, "en");
    const content_hash = "b".repeat(64);
    serve({ content_hash, revision: 2 });
    expect(await bringLanguage(shop, "en", content_hash)).toBe(true);
    expect((await readSnapshot(shop, "en"))?.document.revision).toBe(2);
  });

  test("is said to be absent where it is not here and there is no network", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
    expect(await bringLanguage(shop, "en")).toBe(false);
  });

  test("comes by itself once nobody touches the screen, and only once", async () => {
    await refreshCatalogue(shop, "fr");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    keepOtherLanguages(shop);
    keepOtherLanguages(shop);
    expect(asked.filter((url) => url.includes("lang=en"))).toEqual([]);
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await readSnapshot(shop, "en")).toBeDefined());
    keepOtherLanguages(shop);
    expect(asked.filter((url) => url.includes("lang=en"))).toHaveLength(1);
  });
});
