import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ownedBy } from "../../pwa/src/db";
import { dropDeskDraft, listDeskDrafts } from "../../pwa/src/state/deskDrafts";
import { asked, button, close, here, open, plain, serve, shows, tap, text, type } from "./desk-room";

const WORDS = {
  attributes: [
    { id: "weight_g", label: "poids", kind: "integer", unit: "g", explanation: "", values: [], min: 1, max: 9999 },
  ],
  categories: [{ id: "vest", label: "gilet", family: "garment", decisive: ["weight_g"] }],
  ...{
    technologies: [],
    activities: [],
    care: [],
    size_charts: [],
    markets: ["eu"],
    brands: [],
    seasons: [],
    colours: [],
  },
  shops: [{ id: "miramas", name: "Miramas" }],
};
const weight = (value: number) => ({
  weight_g: { value, provenance: "maker", source: "https://example.com", note: "" },
});
const product = (etag: string, more: object = {}) => ({
  ...{ revision: 4, etag, ref: "gilet", name: "Gilet", brand: "Millet", category: "vest", audience: "men" },
  ...{ use: { fr: "Un gilet." }, fit_note: {}, activities: [], technologies: [], market: "eu", season: "" },
  ...{ size_chart: "", care: [], sources: [], demonstration: false, attributes: weight(300), variants: [], prices: [] },
  ...{ set_aside: [], completed: {}, completed_technologies: [], completed_care: [], completed_size_chart: "" },
  ...{ decisive: ["weight_g"], missing: [], shops: [], photo: false },
  ...more,
});
const LIST = { revision: 4, items: [], total: 0, next_cursor: null, facets: {}, instead: [] };
const PIECE = "GET /desk/products/gilet";
const READ = { "GET /desk/words": WORDS, "GET /desk/products": LIST };
const field = (label: string) => {
  const name = [...document.querySelectorAll("label")].filter((one) => plain(one.textContent) === label).at(-1);
  return document.getElementById(name?.htmlFor ?? "") as HTMLInputElement;
};
/** Type into the field of just this name: others may begin with it. */
const fill = (label: string, value: string) =>
  act(() => {
    field(label).value = value;
    field(label).dispatchEvent(new Event("input", { bubbles: true }));
  });
const kept = () => shows("brouillon gardé ici");
const away = () => vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
const choose = (legend: string, side: number) => {
  const group = [...document.querySelectorAll("legend")].find((one) => plain(one.textContent).startsWith(legend));
  const radio = group?.parentElement?.querySelectorAll<HTMLElement>("input[type=radio]")[side];
  if (!radio) throw new Error(`no choice of ${legend}`);
  act(() => radio.click());
};

beforeEach(async () => {
  ownedBy("");
  for (const { kind, id } of await listDeskDrafts()) await dropDeskDraft(kind, id);
});
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

/** Open the form, change weight and season, and let the draft be kept. */
async function begun(): Promise<void> {
  serve({ ...READ, [PIECE]: product("a") });
  await open("/desk/products/gilet");
  await shows("Caractéristiques");
  type("Poids", "410");
  type("Saison", "H27");
  await kept();
}

describe("a product in its form", () => {
  test("is gone on with where no network is: nothing typed is lost", async () => {
    await begun();
    away();
    await open("/desk/products/gilet");
    await shows("Votre brouillon est retrouvé");
    expect([field("Poids").value, field("Saison").value]).toEqual(["410", "H27"]);
    type("Saison", "H28");
    await kept();
    await tap("Voir ce qui changerait");
    await shows("Pas de réseau : sans lui, le bureau ne peut ni lire ni écrire.");
    await open("/desk/products/gilet");
    await shows("Votre brouillon est retrouvé");
    expect(field("Saison").value).toBe("H28");
  });

  test("that others published meanwhile shows both values, and goes on with those that are chosen", async () => {
    await begun();
    const theirs = product("b", { revision: 5, season: "E28", brand: "Lafuma", attributes: weight(290) });
    serve({ ...READ, [PIECE]: theirs, "POST /desk/changes": { id: "i9" }, "GET /imports/i9": 404 });
    await open("/desk/products/gilet");
    await shows("Publié entre-temps, révision 5");
    await shows("Marque : Millet → Lafuma");
    expect(field("Poids").value).toBe("410");
    const on = () => button("Continuer avec ces valeurs") as HTMLButtonElement;
    expect([on().disabled, (button("Voir ce qui changerait") as HTMLButtonElement).disabled]).toEqual([true, true]);
    choose("Weight_g", 0);
    expect(on().disabled).toBe(true);
    choose("Saison", 1);
    await tap("Continuer avec ces valeurs");
    await vi.waitFor(() => expect(field("Poids").value).toBe("290"));
    expect([field("Saison").value, field("Marque").value]).toEqual(["H27", "Lafuma"]);
    await tap("Voir ce qui changerait");
    await vi.waitFor(() => expect(here()).toBe("/desk/import/i9"));
    const sent = asked.find(({ what }) => what === "POST /desk/changes")?.body;
    expect(sent).toMatchObject({ changes: [{ ref: "gilet", if_match: "b", set: { season: "H27" } }] });
    expect(JSON.stringify(sent)).not.toContain("weight_g");
    expect(await listDeskDrafts()).toEqual([]);
  });

  test("that was refused as outdated shows what stands now, and keeps what was typed", async () => {
    await begun();
    serve({ ...READ, [PIECE]: product("b", { season: "E28" }), "POST /desk/changes": 409 });
    await tap("Voir ce qui changerait");
    await shows("Le serveur dit non.");
    expect([field("Poids").value, field("Saison").value]).toEqual(["410", "H27"]);
  });

  test("that somebody took out of the catalogue can be published again as a new one", async () => {
    await begun();
    serve({ ...READ, "POST /desk/changes": { id: "i9" }, "GET /imports/i9": 404 });
    await open("/desk/products/gilet");
    await shows("Ce produit a été retiré du catalogue");
    expect((button("Voir ce qui changerait") as HTMLButtonElement).disabled).toBe(true);
    await tap("Le remettre comme nouveau produit");
    await tap("Voir ce qui changerait");
    await vi.waitFor(() => expect(here()).toBe("/desk/import/i9"));
    expect(asked.find(({ what }) => what === "POST /desk/changes")?.body).toMatchObject({
      changes: [{ ref: "gilet", if_match: null, set: { name: "Gilet", season: "H27" } }],
    });
  });

  test("begun as new stands beside one that somebody published under the same reference", async () => {
    serve({ ...READ });
    await open("/desk/products/gilet?new=1");
    await shows("Fiche du produit");
    fill("Nom", "Mon gilet");
    await kept();
    serve({ ...READ, [PIECE]: product("a") });
    await open("/desk/products/gilet");
    await shows("Publié entre-temps, révision 4");
    expect(field("Nom").value).toBe("Mon gilet");
    choose("Nom", 0);
    await tap("Continuer avec ces valeurs");
    await vi.waitFor(() => expect(field("Nom").value).toBe("Gilet"));
    await shows("Rien n’est changé");
  });

  test("is copied without codes, prices and pages, and its values become estimates", async () => {
    const variants = [{ gtin: "03614000000013", sku: "", size: "M", colour: { name: { fr: "Noir" }, hex: "#000000" } }];
    serve({ ...READ, [PIECE]: product("a", { variants, sources: ["https://example.com"] }) });
    await open("/desk/products/gilet");
    await shows("Caractéristiques");
    await tap("Copier ce produit");
    await shows("Copie de Gilet");
    fill("Nom", "Gilet II");
    await vi.waitFor(() => expect(field("Référence").value).toBe("millet-gilet-ii"));
    await tap("Ouvrir la fiche");
    await vi.waitFor(() => expect(here()).toBe("/desk/products/millet-gilet-ii"));
    await vi.waitFor(() => expect(field("Poids").value).toBe("300"));
    await kept();
    serve({ ...READ, "POST /desk/changes": { id: "i9" }, "GET /imports/i9": 404 });
    await tap("Voir ce qui changerait");
    await vi.waitFor(() => expect(here()).toBe("/desk/import/i9"));
    const sent = asked.find(({ what }) => what === "POST /desk/changes")?.body as { changes: object[] };
    expect(sent.changes).toEqual([
      {
        ref: "millet-gilet-ii",
        if_match: null,
        set: { name: "Gilet II", brand: "Millet", category: "vest", audience: "men", use: { fr: "Un gilet." } },
        attributes: { weight_g: { value: 300, provenance: "estimate", source: "", note: "repris de Gilet" } },
      },
    ]);
  });

  test("whose reference is taken is told so before anything is typed", async () => {
    serve({ ...READ, [PIECE]: product("a") });
    await open("/desk/products");
    await shows("Aucun produit ne réunit tout cela");
    await tap("Nouveau produit");
    type("Référence", "gilet");
    await tap("Ouvrir la fiche");
    await shows("Un produit a déjà cette référence");
    expect(here()).toBe("/desk/products");
  });

  test("goes as a dry run, with the number of variants in the second asking", async () => {
    const variants = [{ gtin: "03614000000013", sku: "", size: "M", colour: { name: { fr: "Noir" }, hex: "#000000" } }];
    serve({ ...READ, [PIECE]: product("a", { variants }), "POST /desk/changes": { id: "i9" }, "GET /imports/i9": 404 });
    await open("/desk/products/gilet");
    await shows("Caractéristiques");
    await tap("Retirer ce produit");
    await tap("Retirer le produit et 1 variante");
    await vi.waitFor(() => expect(here()).toBe("/desk/import/i9"));
    expect(asked.find(({ what }) => what === "POST /desk/changes")?.body).toMatchObject({
      changes: [{ ref: "gilet", if_match: "a", remove: true }],
    });
  });

  test("keeps the drafts of two persons of one laptop apart", async () => {
    await begun();
    close();
    ownedBy("ben");
    serve({ ...READ, [PIECE]: product("a") });
    await open("/desk/products/gilet");
    await shows("Rien n’est changé");
    expect(text()).not.toContain("Votre brouillon est retrouvé");
    type("Saison", "E29");
    await kept();
    close();
    ownedBy("");
    await open("/desk/products/gilet");
    await shows("Votre brouillon est retrouvé");
    expect(field("Saison").value).toBe("H27");
    ownedBy("ben");
    await dropDeskDraft("product", "gilet");
  });
});

describe("an estimate", () => {
  const guessed = { weight_g: { value: 280, provenance: "estimate", source: "", note: "Par le tissu." } };

  test("that proves right becomes a fact in one tap, with the page where it is read", async () => {
    serve({
      ...READ,
      [PIECE]: product("a", { attributes: {}, completed: guessed, sources: ["https://example.com/gilet"] }),
      ...{ "POST /desk/changes": { id: "i9" }, "GET /imports/i9": 404 },
    });
    await open("/desk/products/gilet");
    await shows("Estimé : 280");
    await act(() => (button("C’est bien 280 : à prouver par une source") as HTMLElement).click());
    await vi.waitFor(() => expect(field("Poids").value).toBe("280"));
    expect(field("Source").value).toBe("https://example.com/gilet");
    await tap("Voir ce qui changerait");
    await vi.waitFor(() => expect(here()).toBe("/desk/import/i9"));
    expect(asked.find(({ what }) => what === "POST /desk/changes")?.body).toMatchObject({
      changes: [{ attributes: { weight_g: { value: 280, provenance: "maker", source: "https://example.com/gilet" } } }],
    });
  });
});

describe("what to find out first", () => {
  const row = (answers_lost: number) => ({
    ...{ ref: "gilet", name: "Gilet", brand: "Millet", category: "vest", attribute: "weight_g", answers_lost },
    ...{ estimated: false, value: null, examples: [{ says: "Ski de rando", times: 2 }] },
  });
  const report = (examined: number, left: number, basis = "recorded") => ({
    ...{ revision: 4, basis, advices: 9, unread: 0, examined, left, total: 1, missing: 1, estimated: 0 },
    rows: [row(examined)],
  });

  test("is counted in parts, and never shows less than it has shown", async () => {
    const parts = [report(5, 4), report(3, 6), report(9, 0)];
    serve({ ...READ, "GET /completeness": () => parts.shift() ?? report(9, 0) });
    await open("/desk/completeness");
    await shows("D’après 9 conseils de cette période.");
    expect(parts).toEqual([]);
    expect(text()).not.toContain("encore");
  });

  test("says that sample customers stand in, and explains what a lost answer is", async () => {
    serve({ ...READ, "GET /completeness": report(64, 0, "samples"), [PIECE]: product("a") });
    await open("/desk/completeness/gilet~weight_g");
    await shows("Aucun conseil n’est noté dans cette période : 64 clients types en tiennent lieu.");
    await shows("de 64 clients types");
    await shows("Un conseil est perdu quand un fait que personne n’affirme");
    await shows("Ils disent où chercher, pas ce qui a été perdu.");
  });
});
