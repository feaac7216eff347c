/** A small catalogue, plainly made up, for what does not depend on the real one. */
import type { Finder, Product, Snapshot, Stock, Variant } from "../../pwa/src/catalogue/types";

export const GTIN_M = "02000000000015";
export const GTIN_L = "02000000000022";
export const GTIN_PACK = "02000000000039";

const variant = (gtin: string, size: string, price_cents = 20000): Variant => ({
  gtin,
  sku: `sku-${gtin}`,
  size,
  colour: 0,
  price_cents,
  reference_price_cents: null,
});

export function product(ref: string, name: string, given: Partial<Product> = {}): Product {
  return {
    ref,
    name,
    brand: "Millet",
    category: "hardshell-jacket",
    audience: "men",
    market: "europe",
    season: "fw26",
    use: "",
    activities: [],
    technologies: [],
    properties: {},
    gauges: {},
    set_aside: [],
    care: [],
    size_chart: "",
    fit_note: "",
    sources: [],
    demonstration: false,
    verdicts: [],
    colours: [{ name: "Bleu nuit", hex: "#123456" }],
    variants: [],
    ...given,
  };
}

const category = (id: string, label: string, plural: string, family: string) => ({
  id,
  label,
  plural,
  family,
  gauges: [],
  silhouette: "<path d='M0 0h96v96H0z'/>",
});

/** No criterion, and so no advice; but the finder knows what each piece is. */
const PARAMETERS: Finder["parameters"] = {
  meets_from: 70,
  unknown_degree: 35,
  words: [],
  stock_weight: 0,
  doubt_weight: 0,
  apart_weight: 0,
  apart_from: 0,
  size_kinds: { shell: "garment", insulation: "garment", pack: "pack", footwear: "shoe" },
  child_heights: {},
  families: {
    "hardshell-jacket": "shell",
    "down-jacket": "insulation",
    "hiking-pack": "pack",
    "hiking-boots": "footwear",
  },
  groups: { shell: ["hardshell-jacket"] },
  active: {},
  cheap_criterion: -1,
};

const NEEDS: Finder["needs"] = {
  wind: { from_kmh: 5, to_c: 10, windy_from_kmh: 30, powers: [] },
  slots: {},
  assumed: {},
  met: {},
  bands: {},
  cases: {},
  families: {},
};

export function catalogue(given: Partial<Snapshot> = {}): Snapshot {
  return {
    format: 1,
    revision: 1,
    content_hash: "a".repeat(64),
    published_at: "2026-11-20T08:00:00Z",
    lang: "fr",
    shop: {
      id: "miramas",
      name: "Miramas",
      place: "Miramas",
      opens_on: "2026-11-14",
      closes_on: "2027-02-28",
      currency: "EUR",
      languages: ["fr", "en"],
      demonstration: true,
    },
    attributes: [],
    categories: [
      category("hardshell-jacket", "veste imperméable", "vestes imperméables", "shell"),
      category("down-jacket", "doudoune en duvet", "doudounes en duvet", "insulation"),
      category("hiking-pack", "sac de randonnée", "sacs de randonnée", "pack"),
      category("hiking-boots", "chaussure de randonnée", "chaussures de randonnée", "footwear"),
    ],
    groups: [{ id: "shell", label: "Protection", categories: ["hardshell-jacket"] }],
    gauges: [],
    technologies: [
      { id: "gore-tex-pro", name: "Gore-Tex Pro", kind: "membrane", line: "", explanation: "", limits: "", source: "" },
    ],
    care: [],
    size_charts: [],
    // Nobody asks for advice here: only the words of the answers are read.
    finder: {
      questions: [
        {
          id: "audience",
          label: "Pour qui ?",
          short: "Pour",
          kind: "choice",
          stage: 1,
          answers: [
            { id: "men", label: "Homme", short: "homme" },
            { id: "women", label: "Femme", short: "femme" },
          ],
          when: {},
        },
      ],
      criteria: [],
      wishes: [],
      parameters: PARAMETERS,
      needs: NEEDS,
    } as Partial<Finder> as Finder,
    products: [
      product("trilogy", "Trilogy Edge GTX Pro", {
        activities: ["ski-touring", "mountaineering"],
        technologies: ["gore-tex-pro"],
        variants: [variant(GTIN_M, "M"), variant(GTIN_L, "L")],
      }),
      product("onega", "Onega Down", {
        category: "down-jacket",
        audience: "women",
        colours: [{ name: "Vert sapin", hex: "#0a4020" }],
      }),
      product("welkin", "Welkin 40", {
        category: "hiking-pack",
        audience: "unisex",
        brand: "Lafuma",
        variants: [variant(GTIN_PACK, "40 L")],
      }),
      product("granite", "Granite Été", { category: "hiking-boots", use: "Pour la randonnée à la journée." }),
    ],
    ...given,
  };
}

export const counts = (given: Partial<Stock> = {}): Stock => ({
  shop: "miramas",
  as_of: "2026-11-22T10:12:00Z",
  demonstration: true,
  levels: {
    [GTIN_M]: { quantity: 2, counted_at: "2026-11-22T09:00:00Z" },
    [GTIN_L]: { quantity: 0, counted_at: "2026-11-22T09:00:00Z" },
  },
  ...given,
});

export const json = (data: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(data), { ...init, headers: { "content-type": "application/json", ...init.headers } });
