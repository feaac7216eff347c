import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { french } from "../../pwa/build/typography";
import { age, date, moment, money, number, reduction, temperature } from "../../pwa/src/lib/format";
import { lang, loadLanguage, type Messages, speakTo, t, useLanguage, type Words } from "../../pwa/src/lib/i18n";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "../../pwa/src");
const files = readdirSync(join(SOURCE, "messages/fr")).filter((name) => name.endsWith(".json"));
const read = (language: string, file: string) =>
  JSON.parse(readFileSync(join(SOURCE, "messages", language, file), "utf8")) as Messages;
/** The desk's rooms bring their own words. */
const rooms = Object.entries(
  import.meta.glob<Words>("../../pwa/src/features/**/words.json", { eager: true, import: "default" }),
);
const all: Messages = Object.assign({}, ...files.map((file) => read("fr", file)), ...rooms.map(([, { fr }]) => fr));
const sources = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));

const forms = (message: Messages[string] | undefined): string[] =>
  message === undefined ? [] : typeof message === "string" ? [message] : Object.values(message);
const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

describe("the messages", () => {
  test("are in the same files in both languages", () => {
    expect(readdirSync(join(SOURCE, "messages/en")).filter((name) => name.endsWith(".json"))).toEqual(files);
  });

  test.each(files)("of %s have the same keys in both languages", (file) => {
    expect(Object.keys(read("en", file)).sort()).toEqual(Object.keys(read("fr", file)).sort());
  });

  test.each(files)("of %s have the same holes in both languages", (file) => {
    const english = read("en", file);
    for (const [key, message] of Object.entries(read("fr", file))) {
      const union = (texts: string[]) => [...new Set(texts.flatMap(holes))].filter((name) => name !== "n").sort();
      // A singular may say "one" without its number.
      expect(union(forms(english[key])), key).toEqual(union(forms(message)));
    }
  });

  test.each(rooms)("of %s have the same keys and holes in both languages", (_, { fr, en }) => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
    const union = (texts: string[]) => [...new Set(texts.flatMap(holes))].filter((name) => name !== "n").sort();
    for (const [key, message] of Object.entries(fr)) expect(union(forms(en[key])), key).toEqual(union(forms(message)));
  });

  test("have each key in one file only", () => {
    const keys = [
      ...files.flatMap((file) => Object.keys(read("fr", file))),
      ...rooms.flatMap(([, { fr }]) => Object.keys(fr)),
    ];
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test("are all there for the keys that the source names", () => {
    const missing = sources.flatMap((name) => {
      const text = readFileSync(join(SOURCE, name), "utf8");
      return [...text.matchAll(/(?<![\w.])t\(\s*"([^"]+)"/g)]
        .filter(([, key]) => !((key ?? "") in all))
        .map(([, key]) => `${name}: ${key}`);
    });
    expect(missing).toEqual([]);
  });

  test("are all there for the keys that the source puts together", () => {
    const keys = Object.keys(all);
    const missing = sources.flatMap((name) => {
      const text = readFileSync(join(SOURCE, name), "utf8");
      const heads = [...text.matchAll(/(?<![\w.])t\(\s*`([^`$]+)\$\{/g)].map(([, head]) => head ?? "");
      return heads.filter((head) => !keys.some((key) => key.startsWith(head))).map((head) => `${name}: ${head}…`);
    });
    expect(missing).toEqual([]);
  });
});

describe.each(["de", "it", "es"])("the customer's messages in %s", (language) => {
  const own = read(language, "show.json");
  /** What the screen turned to the customer can come to say: its own files, and the parts it is made of. */
  const SHOWN = [/^features\/show\//, /^components\/(Gauge|Price|DemoRibbon|Skeleton|Silhouette|Topo)\.tsx$/];
  const texts = sources
    .filter((name) => SHOWN.some((pattern) => pattern.test(name)))
    .map((name) => readFileSync(join(SOURCE, name), "utf8"));

  test("are there for every key of the screen that is turned to them", () => {
    const keys = texts.flatMap((text) =>
      [...text.matchAll(/(?<![\w.])t\(\s*["`]([\w.-]+)/g)].map(([, key]) => key ?? ""),
    );
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((key) => !(key in own))).toEqual([]);
  });

  test("are messages of the application, with the same holes", () => {
    for (const [key, message] of Object.entries(own)) {
      expect(Object.keys(all), key).toContain(key);
      expect(new Set(forms(message).flatMap(holes)), key).toEqual(new Set(forms(all[key]).flatMap(holes)));
    }
  });
});

test("no screen holds words of its own", () => {
  const NAMES = new Set(["Cordée"]);
  const own = sources
    .filter((name) => name.endsWith(".tsx"))
    .flatMap((name) => literals(readFileSync(join(SOURCE, name), "utf8")).map((words) => `${name}: ${words}`));
  expect(own.filter((found) => !NAMES.has(found.split(": ")[1] ?? ""))).toEqual([]);
  expect(literals('<p class="a">Bonjour à tous</p>')).toEqual(["Bonjour à tous"]);
  expect(literals('<input placeholder="Votre nom" />')).toEqual(["Votre nom"]);
  expect(literals('<p>{t("a.b")} · {x > 1 ? 2 : 3}</p>')).toEqual([]);
});

/** Visible words between tags, and in the attributes that are read aloud. */
function literals(source: string): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "");
  const between = [
    ...text.matchAll(/<\/?[a-zA-Z][^<>]*?(?<!=)>\s*([^<>{}()=;]*\p{L}{2,}[^<>{}()=;]*?)\s*(?=<\/|<[a-zA-Z]|\{)/gu),
  ];
  const spoken = [...text.matchAll(/\b(?:aria-label|placeholder|title|alt|label)="([^"]*\p{L}{2,}[^"]*)"/gu)];
  return [...between, ...spoken].map(([, words]) => (words ?? "").trim());
}

describe("t", () => {
  afterEach(() => useLanguage("fr"));

  test("chooses the plural and writes the number as the language does", async () => {
    expect(t("search.count", { n: 0 })).toBe("0 modèle");
    expect(t("search.count", { n: 1 })).toBe("1 modèle");
    expect(t("search.count", { n: 1234 })).toBe("1\u202f234 modèles");
    await useLanguage("en");
    expect(t("search.count", { n: 0 })).toBe("0 models");
    expect(t("search.count", { n: 1234 })).toBe("1,234 models");
  });

  test("shows the key where there is no message, so that the gap is seen", () => {
    expect(t("no.such.key")).toBe("no.such.key");
  });

  test("loads English when asked, and tells the document", async () => {
    expect(t("nav.shop")).toBe("Boutique");
    await useLanguage("en");
    expect(lang.value).toBe("en");
    expect(t("nav.shop")).toBe("Shop");
    expect(document.documentElement.lang).toBe("en");
  });
});

describe("French typography", () => {
  test.each([
    ["Pour qui ?", "Pour qui\u202f?"],
    ["Rien pour « Trilogy »", "Rien pour «\u202fTrilogy\u202f»"],
    ["l'invitation", "l\u2019invitation"],
    ["20 000 mm", "20\u202f000 mm"],
    ["10:12", "10:12"],
    ["https://shop.example/", "https://shop.example/"],
  ])("sets %s", (text, expected) => expect(french(text)).toBe(expected));
});

describe("formats", () => {
  test("write money and numbers as a customer's language does", async () => {
    await loadLanguage("de");
    speakTo("de");
    expect([money(34990), number(20000), reduction(0.3)]).toEqual(["349,90\u00a0€", "20.000", "\u221230\u00a0%"]);
    await loadLanguage("es");
    speakTo("es");
    expect(number(20000)).toBe("20.000");
    speakTo(null);
    expect(number(20000)).toBe("20\u202f000");
  });

  const now = new Date("2026-11-22T12:00:00");
  afterEach(() => useLanguage("fr"));

  test("write money as the language does", async () => {
    expect(money(34990)).toBe("349,90\u00a0€");
    expect(money(34900)).toBe("349\u00a0€");
    expect(money(104995)).toBe("1\u202f049,95\u00a0€");
    await useLanguage("en");
    expect(money(34990)).toBe("€349.90");
  });

  test("write numbers and temperatures", () => {
    expect(number(20000)).toBe("20\u202f000");
    expect(temperature(-8)).toBe("\u22128\u00a0°C");
    expect(temperature(0)).toBe("0\u00a0°C");
  });

  test("write a reduction with the true minus sign", async () => {
    expect(reduction(0.34)).toMatch(/^\u221234[\u202f\u00a0]%$/);
    await useLanguage("en");
    expect(reduction(0.34)).toBe("\u221234%");
  });

  test("write a bare date as that day in every zone", () => {
    expect(date("2026-11-14")).toBe("14 novembre 2026");
    expect(date("2026-11-14", "short")).toBe("14 nov.");
  });

  test("say how old a figure is", () => {
    expect(age("2026-11-22T11:57:00", now)).toBe("il y a 3 minutes");
    expect(age("2026-11-22T09:00:00", now)).toBe("il y a 3 heures");
    expect(age("2026-11-21T09:00:00", now)).toBe("hier");
    expect(age("2026-11-22T11:59:50", now)).toBe("maintenant");
    expect(age("2026-11-22T12:03:00", now)).toBe("maintenant");
  });

  test("give the hour today, and the day before that", () => {
    expect(moment("2026-11-22T10:12:00", now)).toBe("10:12");
    expect(moment("2026-11-21T10:12:00", now)).toBe("21 nov.");
  });
});
