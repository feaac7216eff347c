import { describe, expect, it } from "vitest";
import type { Answers, Criterion, Finder, Question, Wish } from "../../pwa/src/catalogue/types";
import { sumsWorthAsking } from "../../pwa/src/features/advice/Budget";
import { otherPanels, panelOf, shownPanels } from "../../pwa/src/features/advice/panels";
import { droppedWords, relaxed } from "../../pwa/src/features/advice/relaxing";
import { categoriesOf, compareSizes, sizesByAudience } from "../../pwa/src/features/advice/sizes";
import { usefulWishes } from "../../pwa/src/features/advice/usefulWishes";
import { wishState, withWish } from "../../pwa/src/features/need/wishes";
import { needWords, saidOnce } from "../../pwa/src/features/need/words";
import { product } from "./fixture";

const question = (id: Question["id"], answers: [string, string][], given: Partial<Question> = {}): Question => ({
  id,
  label: id,
  short: id,
  kind: "choice",
  stage: 1,
  answers: answers.map(([one, short]) => ({ id: one, label: short, short })),
  when: {},
  ...given,
});

const wish = (id: string, label: string, criterion: number, aliases: string[] = []): Wish => ({
  id,
  label,
  aliases,
  criterion,
});

const finder = {
  questions: [
    question("activity", [["ski-touring", "Ski de rando"]]),
    question("wanted", [["shell", "Protection"]]),
    question("weather", [["snow", "Neige"]]),
    question("temperature_c", [], { kind: "number" }),
    question("effort", [["high", "Soutenu"]]),
    question("duration", [["day", "Journée"]]),
    question("nights_in", [["hut", "Refuge"]], { when: { duration: ["overnight"] } }),
    question("audience", [["women", "Femme"]]),
    question("size", [], { kind: "size" }),
    question("budget_cents", [], { kind: "number" }),
  ],
  wishes: [
    wish("light", "Léger", 0),
    wish("membrane:gore-tex", "Gore-Tex", 1, ["gore-tex"]),
    wish("hood:helmet", "Capuche casque", 2),
  ],
  criteria: [] as Criterion[],
  parameters: { meets_from: 60 },
} as unknown as Finder;

const example: Answers = {
  activity: "ski-touring",
  weather: "snow",
  temperature_c: -8,
  effort: "high",
  audience: "women",
  size: "M",
  budget_cents: 40000,
};
const texts = (answers: Answers, felt: number | null = null) =>
  needWords(finder, answers, felt).map(({ text }) => text.replace(/[\u202f\u00a0]/g, " "));

describe("the need as a sentence", () => {
  it("says each answer as a seller would, in one order whatever came first", () => {
    const said = ["Ski de rando", "neige", "−8 °C (ressenti −17)", "soutenu", "femme", "M", "≤ 400 €"];
    expect(texts(example, -17)).toEqual(said);
    expect(texts(Object.fromEntries(Object.entries(example).reverse()), -17)).toEqual(said);
  });

  it("leaves the felt temperature out where it is the temperature", () => {
    expect(texts({ temperature_c: 4 }, 4)).toEqual(["4 °C"]);
  });

  it("says how firm a wish is, and keeps the capital of a name", () => {
    const answers: Answers = { must: ["hood:helmet"], must_not: ["gore-tex"], prefer: ["light"] };
    expect(texts(answers)).toEqual(["exigé : capuche casque", "refusé : Gore-Tex", "souhaité : léger"]);
  });

  it.each([
    ["Capuche : capuche pour casque", "Capuche pour casque"],
    ["Couches du tissu : 2,5 couches", "2,5 couches"],
    ["Hood: no hood", "No hood"],
    ["Isolant : duvet", "Isolant : duvet"],
    ["Coupe-vent", "Coupe-vent"],
  ])("says nothing twice: %s", (label, said) => {
    expect(saidOnce(label)).toBe(said);
  });

  it("lets a refusal go by the word that refuses", () => {
    const words = droppedWords(finder, { must: ["hood:helmet"], must_not: ["gore-tex"] }, ["hood:helmet", "gore-tex"]);
    expect(words).toEqual(["capuche casque", "refusé : Gore-Tex"].map((word) => word.replace(" :", "\u202f:")));
  });

  it("leads from every word back to its question", () => {
    const ids = needWords(finder, { ...example, must: ["light"] }, null).map(({ id }) => panelOf(id));
    expect(ids).toEqual(["activity", "conditions", "conditions", "effort", "who", "who", "budget", "wishes"]);
  });
});

describe("a wish", () => {
  it("takes each strength in one step, from any other", () => {
    for (const before of ["off", "prefer", "must", "must_not"] as const) {
      for (const after of ["off", "prefer", "must", "must_not"] as const) {
        const answers = withWish(withWish({}, "light", before), "light", after);
        expect(wishState(answers, "light")).toBe(after);
        expect(Object.keys(answers)).toHaveLength(after === "off" ? 0 : 1);
      }
    }
  });

  it("stands in one list only, and leaves the other wishes alone", () => {
    const answers = withWish({ prefer: ["light", "warm"], must: ["hood:helmet"] }, "light", "must");
    expect(answers).toEqual({ prefer: ["warm"], must: ["hood:helmet", "light"] });
  });

  it("is offered where it would divide what remains", () => {
    const verdicts = [
      [90, 90, -1],
      [10, 90, -1],
    ];
    const met = (criterion: number) => (each: number[]) => (each[criterion] ?? -1) >= finder.parameters.meets_from;
    const remaining = {
      remaining: verdicts.length,
      meeting: (criterion: number) => verdicts.filter(met(criterion)).length,
    };
    expect(usefulWishes(finder, remaining, {}, "").map(({ id }) => id)).toEqual(["light"]);
    expect(usefulWishes(finder, remaining, { must: ["hood:helmet"] }, "").map(({ id }) => id)).toEqual([
      "light",
      "hood:helmet",
    ]);
  });

  it("is found by any of its names, accents or not", () => {
    expect(usefulWishes(finder, null, {}, "LEGER").map(({ id }) => id)).toEqual(["light"]);
    expect(usefulWishes(finder, null, {}, "gore").map(({ id }) => id)).toEqual(["membrane:gore-tex"]);
  });
});

describe("a relaxation", () => {
  it("names what would be let go as the sentence names it", () => {
    const answers = { ...example, must: ["hood:helmet"] };
    const words = droppedWords(finder, answers, ["budget_cents", "hood:helmet"]).map((word) =>
      word.replace(/[\u202f\u00a0]/g, " "),
    );
    expect(words).toEqual(["≤ 400 €", "capuche casque"]);
  });

  it("lets go of exactly that", () => {
    const answers: Answers = { ...example, must: ["hood:helmet", "light"], must_not: ["gore-tex"] };
    const { budget_cents: _, ...kept } = answers;
    expect(relaxed(answers, ["budget_cents", "hood:helmet"])).toEqual({ ...kept, must: ["light"] });
    expect(relaxed(answers, ["gore-tex"]).must_not).toBeUndefined();
    expect(answers.must).toEqual(["hood:helmet", "light"]);
  });

  it("lets go of all that was said of sizes at once", () => {
    const said: Answers = { sizes: { garment: "M", shoe: "42" }, budget_cents: 20000 };
    expect(droppedWords(finder, said, ["size"]).join()).toContain("42");
    expect(relaxed({ ...said, size: "L" }, ["size"])).toEqual({ budget_cents: 20000 });
  });
});

describe("the questions", () => {
  it("begin with piece and activity together", () => {
    expect(shownPanels(null, "activity", {})).toEqual(["start"]);
  });

  it("bring the one that matters most to the middle", () => {
    expect(shownPanels(null, "effort", { activity: "ski-touring" })).toEqual(["effort"]);
    expect(shownPanels(null, null, { activity: "ski-touring" })).toEqual([]);
  });

  it("ask the plain things before any wish", () => {
    expect(shownPanels(null, "prefer", { activity: "ski-touring" })).toEqual(["wanted"]);
    const plain: Answers = { activity: "ski-touring", wanted: "shell", weather: "snow", audience: "women" };
    expect(shownPanels(null, "prefer", plain)).toEqual(["wishes"]);
  });

  it("keep a panel under the finger, and put the next question below it once it holds an answer", () => {
    const asked: Answers = { activity: "ski-touring" };
    expect(shownPanels("conditions", "effort", asked)).toEqual(["conditions"]);
    expect(shownPanels("conditions", "effort", { ...asked, temperature_c: -8 })).toEqual(["conditions", "effort"]);
    expect(shownPanels("conditions", "wind_kmh", { ...asked, temperature_c: -8 })).toEqual(["conditions"]);
  });

  it("leave as chips what is still to ask, and nothing that does not apply", () => {
    const left = otherPanels(["effort"], finder, { activity: "ski-touring", budget_cents: 40000 });
    expect(left).toEqual(["wanted", "conditions", "duration", "who", "wishes"]);
    expect(otherPanels(["effort"], finder, { activity: "ski-touring", duration: "overnight" })).toContain("nights_in");
  });
});

describe("the sizes on offer", () => {
  it("run from small to large", () => {
    const sizes = ["XL", "40.5", "S", "3XL", "M", "XXS", "40", "L", "XXL", "XS", "104", "9"];
    expect(sizes.sort(compareSizes)).toEqual([
      "XXS",
      "XS",
      "S",
      "M",
      "L",
      "XL",
      "XXL",
      "3XL",
      "9",
      "40",
      "40.5",
      "104",
    ]);
  });

  it("are those of the piece that is looked for", () => {
    const sized = (ref: string, category: string, audience: "women" | "unisex" | "kids", sizes: string[]) =>
      product(ref, ref, {
        category,
        audience,
        variants: sizes.map((size) => ({
          gtin: `${ref}${size}`,
          sku: "",
          size,
          colour: 0,
          price_cents: 1,
          reference_price_cents: null,
        })),
      });
    const products = [
      sized("a", "hardshell-jacket", "women", ["S", "M"]),
      sized("b", "hardshell-jacket", "unisex", ["M", "L"]),
      sized("c", "hiking-pack", "unisex", ["TU"]),
    ];
    const groups = [{ id: "shell", label: "", categories: ["hardshell-jacket"] }];
    const shells = sizesByAudience(products, categoriesOf("shell", groups) ?? new Set());
    expect(Object.fromEntries(shells)).toEqual({ women: ["S", "M", "L"], men: ["M", "L"] });
    expect(sizesByAudience(products, new Set(["hiking-pack"])).get("women")).toEqual([]);
    expect(categoriesOf("outfit", groups)).toBeNull();
  });

  it("have sums beside them that divide the prices of the shop", () => {
    const prices = [7500, 11900, 18000, 22000, 34900, 44900];
    expect(sumsWorthAsking(prices)).toEqual([8000, 10000, 15000, 25000, 30000, 40000]);
    expect(sumsWorthAsking([9900])).toEqual([]);
    expect(withWish({}, "light", "off")).toEqual({});
  });
});
