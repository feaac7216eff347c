import { afterEach, describe, expect, test, vi } from "vitest";
import { phonesTold, photosTold, pricesTold, textsTold } from "../../pwa/src/features/desk/home/notices";
import words from "../../pwa/src/features/desk/home/words.json";
import type { ShopPhone } from "../../pwa/src/lib/apiDevices";
import type { KnownLine } from "../../pwa/src/lib/apiKnowledge";
import type { PriceChange } from "../../pwa/src/lib/apiPrices";
import { addWords } from "../../pwa/src/lib/i18n";
import { button, close, open, plain, serve, shows, text, trial } from "./desk-room";

addWords(words);

const NOW = Date.parse("2026-11-23T12:00:00Z");
const change = (state: PriceChange["state"], starts_at: string, name: string): PriceChange => ({
  id: `${state} ${name}`,
  shop: "miramas",
  name,
  author: "Ana",
  created_at: "2026-11-20T09:00:00Z",
  state,
  import_id: "i1",
  count: 12,
  starts_at,
  local: null,
  zone: "Europe/Paris",
  decided_at: null,
  decided_by: null,
  published_revision: null,
  problem: state === "failed" ? "Une autre publication est passée avant." : null,
  concerned: [],
});
const phone = (person: string, last_seen_at: string, replaced_by: string | null = null) =>
  ({ person, last_seen_at, replaced_by }) as ShopPhone;
const line = (behind: readonly string[]) => ({ behind }) as KnownLine;

afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

describe("what waits besides imports", () => {
  test("is a planned price that failed lately, and the next one that comes", () => {
    const told = pricesTold(
      [
        change("planned", "2026-12-05T08:00:00Z", "Noël"),
        change("planned", "2026-11-27T08:00:00Z", "Black Friday"),
        change("failed", "2026-11-22T08:00:00Z", "Soldes"),
        change("failed", "2026-10-01T08:00:00Z", "Rentrée"),
        change("published", "2026-11-21T08:00:00Z", "Fait"),
      ],
      NOW,
    );
    expect(told.map(({ figure, name }) => [figure, plain(name)])).toEqual([
      [12, "prix programmés non publiés : Soldes"],
      [2, "changements de prix programmés"],
    ]);
    expect(told[0]?.about).toBe("Une autre publication est passée avant.");
    expect(plain(told[1]?.about)).toContain("Le prochain, Black Friday : 27 nov.");
  });

  test("is a phone that was not heard of for a week, and has no successor", () => {
    const [told, ...more] = phonesTold(
      [
        phone("Ana", "2026-11-23T09:00:00Z"),
        phone("Luc", "2026-11-10T09:00:00Z"),
        phone("Zoé", "2026-11-01T09:00:00Z"),
        phone("Léa", "2026-10-01T09:00:00Z", "another"),
      ],
      NOW,
    );
    expect(more).toEqual([]);
    expect([told?.figure, plain(told?.about)]).toEqual([
      2,
      "Zoé, il y a 22 jours : gamme peut-être ancienne, notes peut-être retenues",
    ]);
  });

  test("is a text that was changed in one language alone", () => {
    const [told] = textsTold({ lines: [line([]), line(["en", "de"]), line(["de"])] });
    expect([told?.figure, plain(told?.about)]).toEqual([2, "Changée ailleurs, pas encore ici : allemand, anglais"]);
  });

  test("is nothing where there is nothing", () => {
    expect([pricesTold([]), phonesTold([]), photosTold([]), textsTold({ lines: [] })]).toEqual([[], [], [], []]);
  });
});

describe("the first page", () => {
  const nothing = { items: [], next_cursor: null };
  const SERVER = {
    "GET /imports": nothing,
    "GET /revisions": nothing,
    "GET /completeness": { basis: "recorded", total: 0, rows: [] },
    "GET /shops": { items: [{ id: "miramas", name: "Miramas" }] },
    "GET /shops/miramas/price-changes": { items: [] },
    "GET /devices": { items: [] },
    "GET /photos/drafts": { items: [] },
    "GET /knowledge": { revision: 1, conditions: [], families: {}, lines: [] },
  };

  test("lists what is to decide and what went wrong lately, and says that nothing else does", async () => {
    const recent = new Date().toISOString();
    const imports: Record<string, unknown> = {
      ready: [trial({ id: "a", name: "ancien.csv", created_at: "2026-01-01T09:00:00Z" })],
      failed: [trial({ id: "b", name: "panne.csv", state: "failed", created_at: recent })],
      refused: [trial({ id: "c", name: "vieux.csv", state: "refused", created_at: "2026-01-01T09:00:00Z" })],
    };
    const answer = (url: string) => ({
      items: imports[new URL(url, "http://shop/").searchParams.get("state") ?? ""] ?? [],
      next_cursor: null,
    });
    serve({ ...SERVER, "GET /imports": answer });
    await open("/desk");
    await shows("ancien.csv");
    expect(text()).toContain("panne.csv");
    expect(text()).not.toContain("vieux.csv");
    await vi.waitFor(() => expect(text()).not.toContain("À regarder"));
  });

  test("does not say that all is well where a part could not be read", async () => {
    serve({ ...SERVER, "GET /devices": 403 });
    await open("/desk");
    await shows("Une partie n’a pas pu être lue");
  });

  test("shows a manager the phones of the shop, and nothing to write with", async () => {
    serve({ ...SERVER, "GET /devices": { items: [phone("Luc", "2026-01-01T09:00:00Z")] } });
    await open("/desk", "manager");
    await shows("1téléphone sans nouvelles depuis une semaine");
    expect(button("Importer un fichier")).toBeUndefined();
    expect(text()).not.toContain("Imports qui attendent");
  });
});
