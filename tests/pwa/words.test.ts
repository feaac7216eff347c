import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { LANGS, type Lexicon, makeNames, makeUnderstand } from "../../pwa/src/words";
import lexicon from "../../pwa/src/words/lexicon.json";
import { tokenise } from "../../pwa/src/words/text";

interface Case {
  lang: string;
  text: string;
  answers: Record<string, unknown>;
  rest: string[];
}

const cases: Case[] = JSON.parse(readFileSync(join(import.meta.dirname, "../vectors/words.json"), "utf8"));
const understand = makeUnderstand(lexicon as unknown as Lexicon);
const read = (text: string, lang = "fr") => understand(text, { lang });
const answersOf = (text: string, lang = "fr") => read(text, lang).answers as Record<string, unknown>;

/** Numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

describe("sentences of customers", () => {
  test("there are some hundreds of them, in five languages", () => {
    expect(cases.length).toBeGreaterThanOrEqual(400);
    expect(new Set(cases.map(({ lang }) => lang))).toEqual(new Set(LANGS));
  });

  test.each(cases.map((one) => [`${one.lang}: ${one.text}`, one] as const))(
    "%s",
    (_, { lang, text, answers, rest }) => {
      const got = understand(text, { lang });
      expect({ answers: got.answers, rest: got.rest }).toEqual({ answers, rest });
    },
  );
});

describe("nothing is invented", () => {
  const salad = (seed: number): string => {
    const roll = dice(seed);
    const words = cases.flatMap(({ text }) => text.split(/\s+/));
    const marks = ["", "", "", ",", " -", "!", " 12", " €", "’", " 🧗", "\n"];
    return Array.from({ length: 1 + roll(30) }, () => `${words[roll(words.length)]}${marks[roll(marks.length)]}`).join(
      " ",
    );
  };

  test("any mixture of words is read, twice alike, and every answer comes from words of the text", () => {
    for (let seed = 1; seed <= 150; seed++) expectTraced(salad(seed));
  });

  function expectTraced(text: string): void {
    const { answers, found } = understand(text);
    expect(understand(text).answers).toEqual(answers);
    const said = found.map(({ key }) => key as string);
    expect(said, text).toEqual(expect.arrayContaining(Object.keys(answers)));
    for (const one of found) expect(text.slice(one.from, one.to)).toBe(one.text);
    expect(found.map((one) => one.text)).not.toContain("");
  }

  test.each(["", "   ", "🎿🎿", "€€€", "-", "…", "0", "'", "\u0000", "a".repeat(5000), "12/".repeat(500)])(
    "%j is read without harm",
    (text) => expect(() => read(text)).not.toThrow(),
  );

  test("words of no lexicon are given back as they were written", () => {
    expect(read("Zorglub, une Quinquaille!").rest).toEqual(["Zorglub", "Quinquaille"]);
  });

  test.each([
    ["fr", "le 12 décembre"],
    ["fr", "du 3 au 7 janvier"],
    ["fr", "le 12/02 à 15h30"],
    ["fr", "06 12 34 56 78"],
    ["fr", "dans 8 jours"],
    ["en", "in 2 weeks"],
    ["en", "December 12th 2026"],
    ["en", "3 years ago"],
    ["de", "am 24. Dezember"],
    ["de", "vor drei Jahren"],
    ["it", "il 6 gennaio"],
    ["it", "tra 2 settimane"],
    ["es", "el 12 de diciembre"],
    ["es", "hace 3 años"],
  ])("a date is left alone (%s: %s)", (lang, text) => expect(answersOf(text, lang)).toEqual({}));

  test("a known word is never taken for a slip of another one", () => {
    expect(read("une pente raide et un casque").answers).toEqual({});
  });
});

describe("figures", () => {
  test.each([
    ["moins de 1 000 €", { budget_cents: 100000 }],
    ["1.250,50 euros maximum", { budget_cents: 125050 }],
    ["2-300 euros", { budget_cents: 30000 }],
    ["deux cent cinquante euros", { budget_cents: 25000 }],
    ["quatre-vingt-dix euros", { budget_cents: 9000 }],
    ["jusqu’à −15 °C", { temperature_c: -15 }],
    ["moins dix degrés", { temperature_c: -10 }],
    ["entre 0 et -5 degrés", { temperature_c: -5 }],
    ["10 degrés en dessous de zéro", { temperature_c: -10 }],
    ["vent à 60 km/h", { wind_kmh: 60, prefer: ["windproof"] }],
    ["je mesure 1m78", { height_mm: 1780 }],
    ["128 cm", { height_mm: 1280 }],
    ["tour de poitrine 98 cm", {}],
    ["plus de 200 euros", {}],
    ["200 dollars", {}],
    ["moins de 300 g", {}],
  ])("%s", (text, answers) => expect(answersOf(text)).toEqual(answers));

  test("German writes its numbers in one", () => {
    expect(answersOf("minus fünfundzwanzig Grad", "de")).toEqual({ temperature_c: -25 });
    expect(answersOf("bis zweihundertfünfzig Euro", "de")).toEqual({ budget_cents: 25000 });
  });

  test("the letter of a size is not the letter of an elision", () => {
    expect(answersOf("L'ESCALADE ET L'HIVER").size).toBeUndefined();
    expect(answersOf("en L").size).toBe("L");
  });
});

describe("languages", () => {
  test("a sentence in another language than the screen's is read in its own", () => {
    const { lang, answers } = read("cerco un piumino leggero da donna taglia M rosso, massimo 200 euro", "fr");
    expect(lang).toBe("it");
    expect(answers).toMatchObject({ wanted: "insulation", audience: "women", size: "M", colour: "red" });
  });

  test("a language that nobody knows is found by the words", () => {
    expect(understand("Ich suche eine Regenjacke", { lang: "xx" }).lang).toBe("de");
  });
});

test("the names of the catalogue are set apart, for the search", () => {
  const names = makeNames(["Trilogy GTX Jacket", "Kamet Light GTX Jacket"]);
  const { names: found, rest } = understand("la veste Trilogy en M", { lang: "fr", names });
  expect(found.map(({ text }) => text)).toEqual(["Trilogy"]);
  expect(rest).toEqual(["Trilogy"]);
});

test("tokens lie in the text where they say", () => {
  for (const { text } of cases)
    for (const token of tokenise(text)) expect(text.slice(token.from, token.to)).toBe(token.text);
});
