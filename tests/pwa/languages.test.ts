import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Speech, spokenIn } from "../../pwa/src/catalogue/speech";
import { readSpeech, saveSnapshot, saveSpeech } from "../../pwa/src/db";
import { lang, ownLang, t, useLanguage } from "../../pwa/src/lib/i18n";
import { closeCatalogue, openCatalogue, refreshCatalogue, snapshot } from "../../pwa/src/state/catalogue";
import { bringSpeech, keepOtherLanguages, speak, stopSpeaking } from "../../pwa/src/state/languages";
import { catalogue, counts, json, product } from "./fixture";

let shop = "";
let asked: string[] = [];
const HASH = "a".repeat(64);

const speech = (language: string, given: Partial<Speech> = {}): Speech => ({
  format: 1,
  revision: 1,
  content_hash: HASH,
  lang: language,
  words: { categories: { 0: { label: `Jacke ${language}` } }, products: { a: { use: `Für ${language}` } } },
  ...given,
});
const range = (given = {}) =>
  catalogue({
    shop: { ...catalogue().shop, id: shop, languages: ["fr", "en", "de", "it", "es"] },
    products: [product("a", "Trilogy", { use: "Pour" })],
    ...given,
  });

/** A server that has the catalogue in every language, in this edition. */
function serve(edition = {}): void {
  asked = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const language = /lang=(\w+)/.exec(url)?.[1] ?? "fr";
    const document = url.includes("/speech")
      ? speech(language, edition)
      : url.includes("/snapshot")
        ? range({ lang: language, ...edition })
        : counts();
    return json(document, { headers: { etag: '"1"' } });
  });
}

const offline = () => vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));

beforeEach(() => {
  closeCatalogue();
  shop = `shop-${Math.random().toString(36).slice(2)}`;
  serve();
});

afterEach(async () => {
  stopSpeaking();
  await useLanguage("fr");
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("words laid over a catalogue", () => {
  const french = range();

  test("change texts alone, and copy only what has any", () => {
    const german = spokenIn(french, speech("de"));
    expect(german.lang).toBe("de");
    expect(german.categories[0]?.label).toBe("Jacke de");
    expect(german.products[0]).toMatchObject({ ref: "a", name: "Trilogy", use: "Für de" });
    expect(german.categories[0]?.family).toBe(french.categories[0]?.family);
    expect(german.finder).toBe(french.finder);
    expect(french.products[0]?.use).toBe("Pour");
  });

  test("of another edition, or of the same language, are left alone", () => {
    expect(spokenIn(french, speech("de", { content_hash: "b".repeat(64) }))).toBe(french);
    expect(spokenIn(french, speech("fr"))).toBe(french);
    expect(spokenIn(french, null)).toBe(french);
  });
});

describe("the words of a language that is not on the screen", () => {
  beforeEach(() => refreshCatalogue(shop, "fr"));

  test("are fetched once, then found on the phone", async () => {
    asked = [];
    expect((await bringSpeech(shop, "de"))?.lang).toBe("de");
    offline();
    expect((await bringSpeech(shop, "de"))?.lang).toBe("de");
    expect(asked).toHaveLength(1);
  });

  test("are renewed where the shop has moved on", async () => {
    await saveSpeech(shop, "de", {
      document: speech("de", { content_hash: "b".repeat(64) }),
      etag: '"0"',
      checked_at: "",
    });
    expect((await bringSpeech(shop, "de"))?.content_hash).toBe(HASH);
    expect((await readSpeech(shop, "de"))?.document.content_hash).toBe(HASH);
  });

  test("are not taken for those of the catalogue on the screen", async () => {
    serve({ content_hash: "b".repeat(64) });
    expect(await bringSpeech(shop, "de")).toBeNull();
  });

  test("come by themselves once nobody touches the screen, all of them, and only once", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    keepOtherLanguages(shop);
    keepOtherLanguages(shop);
    expect(asked.filter((url) => url.includes("speech"))).toEqual([]);
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await readSpeech(shop, "es")).toBeDefined());
    keepOtherLanguages(shop);
    const fetched = asked.filter((url) => url.includes("speech")).map((url) => url.slice(-2));
    expect(fetched).toEqual(["en", "de", "it", "es"]);
  });
});

describe("a phone that is turned to a customer", () => {
  beforeEach(() => refreshCatalogue(shop, "fr"));

  test("speaks their language, and the seller's again afterwards", async () => {
    expect(await speak(shop, "de")).toBe(true);
    expect([lang.value, ownLang.value, document.documentElement.lang]).toEqual(["de", "fr", "de"]);
    expect(snapshot.value?.products[0]?.use).toBe("Für de");
    expect(t("ui.close")).toBe("Schließen");
    expect(t("nav.shop"), "what is meant for sellers stays theirs").toBe("Boutique");
    stopSpeaking();
    expect([lang.value, document.documentElement.lang]).toEqual(["fr", "fr"]);
    expect(snapshot.value?.products[0]?.use).toBe("Pour");
  });

  test("changes nothing where the words are not here and there is no network", async () => {
    offline();
    expect(await speak(shop, "it")).toBe(false);
    expect(lang.value).toBe("fr");
    expect(snapshot.value?.lang).toBe("fr");
  });

  test("goes back by the seller's own language too", async () => {
    await speak(shop, "de");
    expect(await speak(shop, "fr")).toBe(true);
    expect([lang.value, snapshot.value?.lang]).toEqual(["fr", "fr"]);
  });
});

test("a seller who changes language without a network finds the words, where they are here", async () => {
  await saveSnapshot(shop, "fr", { document: range(), etag: '"1"', checked_at: "" });
  await saveSpeech(shop, "en", { document: speech("en"), etag: '"1"', checked_at: "" });
  offline();
  await openCatalogue(shop, "en");
  expect(snapshot.value?.lang).toBe("en");
  expect(snapshot.value?.products[0]?.use).toBe("Für en");
});
