import { afterEach, describe, expect, test, vi } from "vitest";
import { namesOf, trailFile, wantedOf } from "../../pwa/src/features/desk/revisions/trail";
import type { Deed } from "../../pwa/src/lib/apiAudit";
import { parse } from "../../pwa/src/lib/router";
import { button, close, open, plain, serve, shows, tap, text, type } from "./desk-room";

const deed = (author: string, name: string, id = name): Deed => ({
  id,
  at: "2026-11-20T09:00:00Z",
  action: "import-published",
  subject: "i1",
  author,
  role: "merchandiser",
  shop: "",
  details: { name, revision: 4 },
});
const DEEDS = [deed("Ana", "soldes.csv"), deed("Luc", "=cmd.csv")];

/** Answers by the words, the person and the page that the address asks for. */
const audit = (url: string) => {
  const asked = new URL(url, "http://shop/").searchParams;
  const found = DEEDS.filter(
    ({ author, details }) =>
      (!asked.has("author") || author === asked.get("author")) && String(details.name).includes(asked.get("q") ?? ""),
  );
  const from = Number(asked.get("cursor") || 0);
  return { items: found.slice(from, from + 1), next_cursor: found.length > from + 1 ? String(from + 1) : null };
};
const SERVER = {
  "GET /audit": audit,
  "GET /audit/authors": { items: ["", "command line", "Luc", "Ana"] },
  "GET /desk/products": { items: [{ ref: "trilogy", name: "Trilogy GTX" }], facets: {}, total: 1, next_cursor: null },
};
const query = () => parse(location.hash).query;
const choose = (label: string, value: string) => type(label, value);

afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

describe("the trail", () => {
  test("is narrowed by words and by who, and the address says so", async () => {
    serve(SERVER);
    await open("/desk/revisions/trail");
    await shows("Publié : soldes.csv");
    await shows("Luc");
    choose("Qui", "Luc");
    await shows("Publié : =cmd.csv");
    expect(text()).not.toContain("soldes.csv");
    expect(query()).toEqual({ author: "Luc" });
    type("Fichier", "soldes");
    await shows("Aucun geste ne correspond.");
    expect(query()).toEqual({ author: "Luc", q: "soldes" });
    expect(button("Tout montrer")?.getAttribute("href")).toBe("#/desk/revisions/trail");
  });

  test("opens as a shared address says, and names the piece that it is about", async () => {
    serve(SERVER);
    await open("/desk/revisions/trail?piece=trilogy&since=2026-11-20");
    await shows("Pièce : Trilogy GTX");
    tap("Pièce : Trilogy GTX");
    await vi.waitFor(() => expect(query()).toEqual({ since: "2026-11-20" }));
  });

  test("is asked for by what the server knows, whatever stands in an address", () => {
    expect(wantedOf({ author: "-", kind: "prices", since: "2026-11-20" })).toEqual({
      author: "",
      kind: "prices",
      since: "2026-11-20",
    });
    expect(wantedOf({ kind: "moon", until: "yesterday", q: "x" })).toEqual({ q: "x" });
  });

  test("lists people first, then what is no person", () => {
    expect(namesOf(["", "command line", "Luc", "Éva", "Ana"]).map(({ label }) => label)).toEqual([
      "Ana",
      "Éva",
      "Luc",
      "le serveur",
      "la ligne de commande",
    ]);
  });

  test("is taken away whole, as sentences, and no cell is a formula", async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
      saved.push(file as Blob);
      return "blob:x";
    });
    serve(SERVER);
    await open("/desk/revisions/trail");
    await shows("Publié : soldes.csv");
    tap("Emporter la liste");
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    const lines = plain(await (saved[0] as Blob).text()).split("\r\n");
    expect(lines[0]).toContain('"Jour";"Heure";"Qui";"Rôle";"Geste"');
    expect(lines.slice(1, 3).map((line) => line.split(";").slice(2, 5).join(" "))).toEqual([
      '"Ana" "merchandising" "Publié : soldes.csv, révision 4"',
      '"Luc" "merchandising" "Publié : =cmd.csv, révision 4"',
    ]);
    const risky = await trailFile([deed("=1+1", "x")]).text();
    expect(risky).toContain('"\'=1+1"');
    vi.restoreAllMocks();
  });
});
