import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Trial } from "../../pwa/src/lib/apiImports";
import { asked, button, close, here, open, plain, serve, shows, tap, text, trial, type } from "./desk-room";

const NOTHING = { items: [], next_cursor: null };

beforeEach(() => serve({ "GET /imports": NOTHING }));
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

const shown = async (more: Partial<Trial> = {}, answers: Record<string, unknown> = {}) => {
  serve({ "GET /imports": NOTHING, "GET /imports/i1": trial(more), ...answers });
  await open("/desk/import/i1");
  await shows("prix.csv");
};

describe("a dry run under way", () => {
  test("tells how far it is, and ends in what would change, without being asked", async () => {
    const running = { state: "running", progress: { stage: "compile", done: 30, total: 60, percent: 60 } } as const;
    let now: Trial = trial(running);
    serve({ "GET /imports/i1": () => now });
    await open("/desk/import/i1");
    await shows("Calcul du catalogue60 %");
    await shows("30 pièces sur 60");
    now = trial();
    await shows("1 prix change");
  });

  test("says that the network is away, and goes on where it is back", async () => {
    const running = { state: "running", progress: { stage: "sort", done: 1, total: 2, percent: 20 } } as const;
    let isAway = false;
    let now: Trial = trial(running);
    serve({
      "GET /imports/i1": () => {
        if (isAway) throw new TypeError("Failed to fetch");
        return now;
      },
    });
    await open("/desk/import/i1");
    await shows("Rangement par pièce20 %");
    isAway = true;
    await shows("Le réseau manque. Le travail continue à la boutique");
    expect(text()).toContain("Hors ligne : le bureau a besoin du réseau.");
    expect(text()).toContain("Rangement par pièce20 %");
    isAway = false;
    now = trial();
    act(() => void dispatchEvent(new Event("online")));
    await shows("1 prix change");
    expect(text()).not.toContain("Hors ligne");
  });

  test("can be stopped", async () => {
    await shown({ state: "running" }, { "POST /imports/i1/cancel": trial({ state: "cancelled" }) });
    tap("Arrêter");
    await shows("Import interrompu");
    expect(button("Reprendre")).toBeDefined();
  });
});

describe("a dry run that is ready", () => {
  const done = trial({ state: "published", published_revision: 5 });

  test("is published with a note", async () => {
    await shown({}, { "POST /imports/i1/publish": done });
    await shows("349,90 €");
    type("Note pour l’historique", "  Soldes ");
    tap("Publier 1 changement");
    await shows("Révision 5 publiée");
    expect(asked.find(({ what }) => what.startsWith("POST"))?.body).toEqual({ note: "Soldes", confirm_removals: 0 });
    expect(document.querySelector("[aria-current=step]")?.textContent).toContain("Publié");
  });

  test("takes nothing away before its count was in the button", async () => {
    const removals = {
      count: 3,
      variant: 2,
      price: 1,
      listed: [{ kind: "variant", id: "1", name: "Trilogy", size: "L" }],
    };
    await shown({ removals }, { "POST /imports/i1/publish": done });
    await shows("Ce qui disparaît : 2 variantes, 1 prix");
    await shows("Variante : Trilogy, L");
    tap("Publier 1 changement");
    expect(asked.some(({ what }) => what.startsWith("POST"))).toBe(false);
    expect((button("Publier et retirer 2 variantes, 1 prix") as HTMLButtonElement).disabled).toBe(true);
    type("Pour confirmer, tapez 3", "3");
    tap("Publier et retirer 2 variantes, 1 prix");
    await shows("Révision 5 publiée");
    expect(asked.find(({ what }) => what.startsWith("POST"))?.body).toEqual({ note: "", confirm_removals: 3 });
  });

  test("shows whom it would advise otherwise, before and after, and why", async () => {
    const piece = (ref: string) => ({ ref, name: ref, score: 90 });
    await shown({
      advice: {
        customers: 60,
        agree: 59,
        agreed_before: 60,
        changed_count: 1,
        changed: [
          {
            id: "a",
            shop: "miramas",
            says: "Une veste pour la pluie.",
            verdict: "lost",
            before: [piece("Kamet"), piece("Trilogy")],
            after: [piece("Trilogy"), piece("Peak")],
            because: "Elle reste sèche.",
            disagreements: ["Kamet devrait être là."],
          },
        ],
      },
    });
    await shows("« Une veste pour la pluie. »à relire");
    const sides = [...document.querySelectorAll("ol li")].map((one) => plain(one.textContent));
    expect(sides.slice(-4)).toEqual(["1Kametsort", "2Trilogy", "1Trilogyétait 2e", "2Peaknouvelle"]);
    expect(text()).toContain("aujourd’hui 60");
    expect(text()).toContain("Kamet devrait être là.");
    expect(text()).toContain("Ce que le vendeur dira de Trilogy : « Elle reste sèche. »");
  });

  test("repeats nothing of a piece that stays the first", async () => {
    const piece = (ref: string) => ({ ref, name: ref, score: 90 });
    const one = { id: "a", shop: null, says: "Une veste.", verdict: "other" as const, disagreements: [] };
    const sides = { before: [piece("Kamet"), piece("Peak")], after: [piece("Kamet"), piece("Trilogy")] };
    const changed = [{ ...one, ...sides, because: "Elle reste sèche." }];
    await shown({ advice: { customers: 60, agree: 60, agreed_before: 60, changed_count: 1, changed } });
    await shows("1 client type sur 60 entendrait un autre conseil.");
    expect(text()).not.toContain("Elle reste sèche.");
  });

  test("asks real needs first, and says what does it", async () => {
    const piece = (ref: string) => ({ ref, name: ref, score: 90 });
    const causes = [
      { ref: "k", name: "Kamet", what: "facts" as const, fields: ["name", "use.en"] },
      { ref: "k", name: "Kamet", what: "price" as const, before: 34900, after: null },
      { ref: "p", name: "Peak", what: "added" as const },
    ];
    const changed = [
      { shop: "miramas", says: "ski de rando, M", times: 4, before: [piece("Kamet")], after: [], because: "", causes },
    ];
    await shown({
      advice: {
        customers: 60,
        agree: 60,
        agreed_before: 60,
        changed_count: 0,
        changed: [],
        requests: { found: 50, asked: 40, changed_count: 1, changed },
      },
    });
    await shows("1 demande réelle récente recevrait un autre conseil");
    await shows("« ski de rando, M »demandé 4 fois");
    expect(text()).toContain(
      "Pourquoi : Kamet (nom, phrase d’usage (en), prix 349 € → plus vendu), Peak (nouvelle pièce)",
    );
    expect(text()).not.toContain("clients types");
  });

  test("is compared again where somebody published in between", async () => {
    await shown({}, { "POST /imports/i1/publish": 409, "POST /imports/i1/retry": trial({ state: "queued" }) });
    tap("Publier 1 changement");
    await shows("Le serveur dit non.");
    tap("Comparer à la dernière révision");
    await shows("En attente de son tour");
  });

  test("is discarded only when it was asked twice", async () => {
    await shown({}, { "DELETE /imports/i1": null });
    tap("Abandonner");
    await shows("Le catalogue ne change pas.");
    tap("Abandonner cet essai");
    await vi.waitFor(() => expect(here()).toBe("/desk/import"));
    expect(asked.some(({ what }) => what === "DELETE /imports/i1")).toBe(true);
  });
});

describe("what was published", () => {
  const published = { state: "published", published_revision: 5 } as const;
  const revision = (number: number) => ({
    number,
    content_hash: "x",
    published_at: "2026-11-23T10:00:00Z",
    author: "Ana",
    note: "Retour",
  });
  const newest = (number: number) => ({ items: [revision(number)], next_cursor: null });

  test("is taken back in one step, as a new revision", async () => {
    await shown(published, { "POST /revisions/4/restore": revision(6), "GET /revisions": newest(5) });
    await shows("Annuler cette publication");
    tap("Annuler cette publication");
    tap("Revenir à la révision 4");
    await vi.waitFor(() => expect(here()).toBe("/desk/revisions/6"));
  });

  test("is not taken back with what others have published since", async () => {
    await shown(published, { "GET /revisions": newest(7) });
    await shows("La révision 7 a été publiée depuis.");
    expect(button("Annuler cette publication")).toBeUndefined();
    expect(button("Ouvrir l’historique")?.getAttribute("href")).toBe("#/desk/revisions");
  });
});

describe("the end of the road", () => {
  test("has nothing to publish where nothing would change", async () => {
    await shown({ changes: { counts: { prices: 0 } } });
    await shows("il n’y a rien à publier");
    expect(document.querySelector("[aria-label=Publier]")).toBeNull();
    expect(button("Déposer un autre fichier")).toBeDefined();
  });

  test("records counts that come alone, and says how many", async () => {
    await shown({ changes: { counts: { prices: 0 } }, stock: 12 });
    await shows("12 comptages de stock arrivent avec le fichier");
    expect(button("Enregistrer 12 comptages")).toBeDefined();
  });

  test("compares a file again before anything else where another revision was published since", async () => {
    await shown({ outdated: true }, { "POST /imports/i1/retry": trial({ state: "queued" }) });
    await shows("Une autre révision a été publiée");
    expect(button("Publier 1 changement")).toBeUndefined();
    tap("Comparer à la dernière révision");
    await shows("En attente de son tour");
  });
});
