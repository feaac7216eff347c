import { afterEach, describe, expect, test, vi } from "vitest";
import { addressOf, deedText } from "../../pwa/src/features/desk/revisions/deeds";
import type { Deed } from "../../pwa/src/lib/apiAudit";
import { asked, button, close, here, open, plain, press, serve, shows, tap, text, type } from "./desk-room";

const revision = (number: number, note: string, counts: Record<string, number> | null = null) => ({
  number,
  content_hash: String(number),
  published_at: "2026-11-20T09:00:00Z",
  author: "Ana",
  note,
  counts,
});
const REVISIONS = [revision(3, "Soldes", { prices: 42 }), revision(2, "Photos"), revision(1, "Première mise en place")];
const differs = (prices: number) => ({ counts: { prices }, prices: [], names: {}, pieces: {} });
const SERVER = {
  "GET /revisions": { items: REVISIONS, next_cursor: null },
  "GET /revisions/2/difference/3": differs(42),
  "GET /revisions/1/difference/3": differs(99),
  "GET /revisions/1/difference/2": differs(0),
};

afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

const opened = async (address: string, role: "merchandiser" | "manager" = "merchandiser", more = {}) => {
  serve({ ...SERVER, ...more });
  await open(address, role);
};

describe("the history", () => {
  test("lists who published what, and how much it changed", async () => {
    await opened("/desk/revisions");
    await shows("3 · SoldesAna · 42 prix changent");
    press("ArrowDown", document.querySelector("table") as Element);
    press("Enter", document.querySelector("table") as Element);
    await vi.waitFor(() => expect(here()).toBe("/desk/revisions/2"));
  });

  test("says of a revision what changed since the one before, or since any other", async () => {
    await opened("/desk/revisions/3");
    await shows("Ce qui a changé depuis la révision 2");
    await shows("42 prix changent");
    type("Comparer avec", "1");
    await shows("99 prix changent");
    expect(text()).toContain("Ce qui a changé depuis la révision 1");
  });

  test("compares two that are picked", async () => {
    await opened("/desk/revisions", "merchandiser", { "GET /revisions/1/difference/3": differs(99) });
    await shows("Cochez deux révisions");
    const table = document.querySelector("table") as Element;
    press(" ", table);
    press("End", table);
    press(" ", table);
    expect(button("Comparer les révisions 1 et 3")?.getAttribute("href")).toBe("#/desk/revisions/3?with=1");
  });

  test("opens one that stands on none of the pages that have come", async () => {
    const old = (url: string) => (url.includes("cursor=") ? [revision(2, "Photos")] : [revision(3, "Soldes")]);
    await opened("/desk/revisions/2", "merchandiser", {
      "GET /revisions": (url: string) => ({ items: old(url), next_cursor: "3" }),
    });
    await shows("« Photos »");
    await shows("Ce qui a changé depuis la révision 1");
  });

  test("goes back to an older state as a new revision, once it was asked twice", async () => {
    await opened("/desk/revisions/2", "merchandiser", { "POST /revisions/2/restore": revision(4, "Retour") });
    await shows("Rien ne change dans le catalogue.");
    tap("Revenir à cet état");
    expect(asked.some(({ what }) => what.startsWith("POST"))).toBe(false);
    tap("Publier de nouveau la révision 2");
    await vi.waitFor(() => expect(here()).toBe("/desk/revisions/4"));
  });

  test("offers no way back from what is online, nor to a manager", async () => {
    await opened("/desk/revisions/3");
    await shows("en ligne");
    expect(button("Revenir à cet état")).toBeUndefined();
    close();
    await opened("/desk/revisions/2", "manager");
    await shows("« Photos »");
    expect(button("Revenir à cet état")).toBeUndefined();
  });

  test("shows the others where one is asked for that is not there", async () => {
    await opened("/desk/revisions/99");
    await shows("Cette révision n’existe pas.");
    await shows("3 · Soldes");
  });
});

describe("who did what", () => {
  const deed = (action: string, details: Deed["details"] = {}, subject = "i1"): Deed => ({
    id: action,
    at: "2026-11-20T09:00:00Z",
    action,
    subject,
    author: "Ana",
    role: "merchandiser",
    shop: "",
    details,
  });

  test.each([
    [
      deed("import-published", { name: "prix.csv", revision: 5 }),
      "Publié : prix.csv, révision 5",
      "#/desk/revisions/5",
    ],
    [deed("import-dropped", { name: "prix.csv" }), "Fichier déposé : prix.csv", "#/desk/import/i1"],
    [deed("revision-restored", { of: 2 }, "6"), "Retour à un état antérieur de la révision 2", "#/desk/revisions/6"],
    [deed("import-discarded", { name: "prix.csv" }), "Essai abandonné : prix.csv", null],
    [deed("prices-planned", { name: "Soldes", count: 3 }), "Prix programmés : Soldes, 3 lignes", "#/desk/prices"],
    [deed("stock-delivered", { name: "BL 4711", count: 1 }), "Livraison reçue : BL 4711, 1 ligne", "#/desk/stock"],
    [deed("photo-given-up", { name: "veste" }), "Photo écartée : veste", "#/desk/photos"],
    [deed("person-invited", { role: "seller", shared: false }), "Invitation : vendeur", null],
    [deed("lock-set", { minutes: 5 }), "Verrouillage des téléphones : 5 minutes", null],
    [deed("moon-landed", { count: 3 }), "moon landed 3 lignes", null],
  ])("is told in words, with the way to it", async (one, words, address) => {
    await opened("/desk/revisions/trail", "merchandiser", { "GET /audit": { items: [one], next_cursor: null } });
    await shows(words);
    expect([plain(deedText(one)), addressOf(one)]).toEqual([words, address]);
  });
});
