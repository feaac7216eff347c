import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { asked, close, open, serve, shows, text, trial, type } from "./desk-room";

afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

const cents = (n: number) => 10_000 + n;
const price = (n: number) => ({
  shop: "miramas",
  gtin: String(n),
  ref: `r${n}`,
  before: [cents(n), null],
  after: [9_000, null],
});
const names = (from: number, to: number) =>
  Object.fromEntries(Array.from({ length: to - from }, (_, i) => [`r${from + i}`, `Veste ${from + i}`]));
const many = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => price(from + i));

/** Three prices of which the report lists two; the server pages by two and finds by a piece's number. */
const long = (counts: number, listed: number) =>
  trial({
    changes: { counts: { prices: counts }, prices: many(0, listed) as never, names: names(0, listed), pieces: {} },
  });
const page = (from: number, to: number, next: string | null, found = 3) => ({
  counts: { prices: 3 },
  prices: many(from, to),
  names: names(from, to),
  pieces: {},
  found,
  next_cursor: next,
});

test("what is too long to come at once is paged by the server, and searched there", async () => {
  const answers: string[] = [];
  serve({
    "GET /imports/i1": long(3, 2),
    "GET /imports/i1/difference": (url: string) => {
      const query = new URL(url, "http://shop/").searchParams;
      answers.push(`${query.get("part")} ${query.get("q") ?? ""} ${query.get("cursor")}`);
      if (query.get("q")) return page(2, 3, null, 1);
      return query.get("cursor") === "0" ? page(0, 2, "2") : page(2, 3, null);
    },
  });
  await open("/desk/import/i1");
  await shows("Veste 1");
  await shows("Veste 2");
  expect(text()).toContain("3 lignes");
  expect(answers).toEqual(["prices  0", "prices  2"]);
  type("Chercher : pièce", "veste 2");
  await shows("1 trouvée");
  await vi.waitFor(() => expect(text()).not.toContain("Veste 1"));
  expect(answers).toHaveLength(3);
  expect(answers.at(-1)).toBe("prices veste 2 0");
});

test("what is all here is searched here, without case and accents", async () => {
  serve({ "GET /imports/i1": long(30, 30) });
  await open("/desk/import/i1");
  await shows("Veste 20");
  type("Chercher : pièce", "VESTÉ 29");
  await shows("1 trouvée");
  expect(text()).not.toContain("Veste 1");
  type("Chercher : pièce", "moufles");
  await shows("Rien de tel ne change.");
  expect(asked.filter(({ what }) => what.includes("difference"))).toEqual([]);
});

test("a page that does not come is asked for again", async () => {
  let fails = true;
  serve({ "GET /imports/i1": long(3, 2), "GET /imports/i1/difference": () => (fails ? 500 : page(0, 3, null)) });
  await open("/desk/import/i1");
  await shows("Réessayer");
  fails = false;
  const again = [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("Réessayer"));
  act(() => again?.click());
  await shows("Veste 2");
});
