import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { askedOf, foundFor, type Shelves } from "../../pwa/src/features/desk/everywhere";
import { ROOMS } from "../../pwa/src/features/desk/rooms";
import words from "../../pwa/src/features/desk/words.json";
import { addWords } from "../../pwa/src/lib/i18n";
import { close, here, open, plain, press, serve, shows, type } from "./desk-room";

addWords(words);

const revision = (number: number, note: string) => ({
  number,
  content_hash: "x",
  published_at: "2026-11-23T09:00:00Z",
  author: "Ana",
  note,
  counts: null,
});
const SERVER = {
  "GET /imports": { items: [], next_cursor: null },
  "GET /revisions": { items: [revision(12, "Soldes d’été"), revision(2, "Photos")], next_cursor: null },
  "GET /knowledge": { revision: 12, conditions: [], families: {}, lines: [] },
  "GET /audit": { items: [], next_cursor: null },
  "GET /audit/authors": { items: ["Ana", "Zoé"] },
  "GET /desk/products": (url: string) => ({
    items: url.includes("q=trilogy")
      ? [{ ref: "trilogy-gtx", name: "Trilogy GTX", brand: "Millet", category: "x" }]
      : [],
    facets: {},
    total: 1,
    next_cursor: null,
  }),
  "GET /completeness": { basis: "recorded", total: 0, rows: [] },
};
const field = () => document.querySelector("dialog input") as HTMLInputElement;
const find = (text: string) => type("Produit, GTIN", text);
const NOTHING: Shelves = {
  rooms: [],
  products: undefined,
  imports: undefined,
  revisions: undefined,
  knowledge: undefined,
  authors: undefined,
};

beforeEach(() => serve(SERVER));
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

const ctrlK = (at: EventTarget = document.body) =>
  at.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true, cancelable: true }));

describe("the search over the whole desk", () => {
  test("opens by Ctrl K also while somebody writes, and goes to what it finds first", async () => {
    await open("/desk/revisions/trail");
    await shows("Rien n’a encore été fait ici.");
    ctrlK(document.querySelector("input") as HTMLElement);
    await shows("Un mot, un code ou un numéro suffit.");
    find("trilogy");
    await shows("Trilogy GTX");
    press("Enter", field());
    await vi.waitFor(() => expect(here()).toBe("/desk/products/trilogy-gtx"));
  });

  test("opens by the slash in a room without a field of its own", async () => {
    await open("/desk");
    await shows("12Soldes d’été");
    press("/");
    await shows("Un mot, un code ou un numéro suffit.");
    find("zoe");
    await shows("Zoé");
    const link = [...document.querySelectorAll("dialog a")].find((one) => plain(one.textContent).startsWith("Zoé"));
    expect(link?.getAttribute("href")).toBe("#/desk/revisions/trail?author=Zo%C3%A9");
  });

  test("says when nothing has the words", async () => {
    await open("/desk");
    await shows("12Soldes d’été");
    press("/");
    await shows("Un mot, un code ou un numéro suffit.");
    find("zzz");
    await shows("Rien ne contient « zzz ».");
  });

  test("finds without case and accents, what begins with the words first, and at most five of a kind", () => {
    const revisions = [9, 8, 7, 6, 5, 4].map((number) => revision(number, "ÉTÉ"));
    const [group] = foundFor("ete", { ...NOTHING, revisions });
    expect(group?.found).toHaveLength(5);
    const authors = ["Jean Ana", "Ana", "Luc"];
    expect(foundFor("ana", { ...NOTHING, authors })[0]?.found.map(({ title }) => title)).toEqual(["Ana", "Jean Ana"]);
    expect(foundFor("  ", { ...NOTHING, authors })).toEqual([]);
    expect(foundFor("prix", { ...NOTHING, rooms: ROOMS })[0]?.found[0]?.address).toBe("#/desk/prices");
  });

  test("reads a code as it is printed below the bars", () => {
    expect(askedOf(" 3 612345 678901 ")).toBe("3612345678901");
    expect(askedOf("trilogy 30 ")).toBe("trilogy 30");
  });
});
