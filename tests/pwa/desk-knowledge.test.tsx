import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { asSaid, readCondition, toggled, writeCondition } from "../../pwa/src/features/desk/knowledge/condition";
import { changes, forget, said, say } from "../../pwa/src/features/desk/knowledge/draft";
import KnowledgeRoom from "../../pwa/src/features/desk/knowledge/index";
import { rowsOf, sifted } from "../../pwa/src/features/desk/knowledge/rows";
import words from "../../pwa/src/features/desk/knowledge/words.json";
import frame from "../../pwa/src/features/desk/words.json";
import type { KnowledgeShown } from "../../pwa/src/lib/apiKnowledge";
import { addWords } from "../../pwa/src/lib/i18n";
import { route } from "../../pwa/src/state";

const field = (name: string, value: string, house: string | null = null) => ({ field: name, value, house });
const SHOWN: KnowledgeShown = {
  revision: 3,
  families: { shell: "Protection", pack: "Sacs" },
  conditions: [
    {
      key: "slot",
      label: "cherché",
      values: [
        { value: "shell", label: "protection" },
        { value: "any", label: "rien de précis" },
      ],
    },
    {
      key: "windy",
      label: "vent fort",
      values: [
        { value: "false", label: "non" },
        { value: "true", label: "oui" },
      ],
    },
  ],
  criteria: [
    {
      id: "shell-dry",
      name: "La pluie reste dehors.",
      families: ["shell"],
      hard: false,
      on: true,
      weight: 18,
      when: "humidité : 3",
      test: "colonne d'eau : 10000 → 100",
      sources: [{ says: "Une règle", address: "https://example.org/regle" }],
      fields: [
        field("weight", "18", "14"),
        field("on", "yes"),
        field("when", "slot: any, shell"),
        field("scale_1", "0: 0 | 10000: 100"),
        field("reason_fr", "La pluie reste dehors."),
        field("reason_de", "Der Regen bleibt draußen."),
      ],
    },
    {
      id: "pack-light",
      name: "Il est léger.",
      families: ["pack"],
      hard: false,
      on: false,
      weight: 6,
      when: "toujours",
      test: "poids",
      sources: [],
      fields: [field("weight", "6"), field("on", "no", "yes")],
    },
  ],
  questions: [
    {
      id: "weather",
      name: "Par quel temps ?",
      on: false,
      when: "toujours",
      fields: [field("on", "no", "yes"), field("label_fr", "Par quel temps ?")],
      answers: [{ id: "weather.rain", name: "Pluie", fields: [field("label_fr", "Pluie")] }],
    },
  ],
};
const ALL = { search: "", part: "", family: "", state: "" };

let screen: HTMLElement;
let sent: unknown[];
let shown: KnowledgeShown;
let tried: { status: number; body: unknown };

const text = () => document.body.textContent?.replace(/[\u202f\u00a0]/g, " ") ?? "";
const shows = (words: string) => vi.waitFor(() => expect(text()).toContain(words));
const open = (id: string | undefined, mayWrite = true) =>
  act(async () => render(<KnowledgeRoom id={id} query={{}} mayWrite={mayWrite} />, screen));
const control = (label: string) => {
  const found = [...document.querySelectorAll("label")].find((one) => one.textContent?.includes(label));
  const input = found && document.getElementById(found.htmlFor);
  if (
    !(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement || input instanceof HTMLSelectElement)
  )
    throw new Error(`no ${label}`);
  return input;
};
const type = (label: string, value: string) =>
  act(async () => {
    const input = control(label);
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

const press = (name: string) =>
  act(async () => {
    [...document.querySelectorAll("button")].find((one) => one.textContent?.includes(name))?.click();
  });

beforeEach(async () => {
  addWords(frame);
  addWords(words);
  await forget();
  sent = [];
  shown = SHOWN;
  tried = { status: 202, body: { id: "trial-1" } };
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    const isPost = init.method === "POST";
    if (isPost) sent.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify(isPost ? tried.body : shown), {
      status: isPost ? tried.status : 200,
      headers: { "Content-Type": "application/json" },
    });
  });
  screen = document.createElement("main");
  document.body.append(screen);
});

afterEach(async () => {
  render(null, screen);
  screen.remove();
  await forget();
  vi.unstubAllGlobals();
});

describe("the room of advice", () => {
  test("reads a criterion in words, with its sources", async () => {
    await open("shell-dry");
    await shows("colonne d'eau : 10000 → 100");
    await shows("Une règle");
    expect(control("Poids").value).toBe("18");
  });

  test("sends what is said otherwise and goes to the dry run", async () => {
    await open("shell-dry");
    await shows("Une règle");
    await type("Poids", "20");
    await type("Raison (fr)", "Il pleut dehors.");
    await shows("2 changements à essayer");
    await press("Voir ce que");
    await vi.waitFor(() => expect(route.value.path).toBe("/desk/import/trial-1"));
    expect(sent).toEqual([
      {
        changes: [
          { part: "criterion", id: "shell-dry", field: "weight", value: "20", was: "18" },
          {
            part: "criterion",
            id: "shell-dry",
            field: "reason_fr",
            value: "Il pleut dehors.",
            was: "La pluie reste dehors.",
          },
        ],
      },
    ]);
    expect(changes.value).toEqual([]);
  });

  test("picks a condition's values, and what means the same is no change", async () => {
    await open("shell-dry");
    await shows("Quand il compte");
    await press("rien de précis");
    await shows("1 changement");
    expect(changes.value).toMatchObject([{ field: "when", value: "slot: shell", was: "slot: any, shell" }]);
    await press("rien de précis");
    expect(changes.value).toEqual([]);
    await type("Ajouter une condition", "windy");
    await press("oui");
    expect(changes.value).toMatchObject([{ field: "when", value: "slot: shell, any | windy: true" }]);
  });

  test("marks what is off, and puts back what the house says", async () => {
    await open("weather");
    await shows("éteint");
    await type("Compte", "yes");
    expect(changes.value).toEqual([{ part: "question", id: "weather", field: "on", value: null, was: "no" }]);
  });

  test("says at a field what the server refuses, and keeps the draft", async () => {
    const message = "Écrivez un nombre entier de 1 à 100.";
    const problem = { title: "Non", status: 422, errors: [{ field: "changes.0.value", message }] };
    tried = { status: 422, body: problem };
    await open("shell-dry");
    await shows("Une règle");
    await type("Poids", "200");
    await press("Voir ce que");
    await shows(message);
    await shows("à corriger");
    expect(changes.value).toHaveLength(1);
    await type("Poids", "20");
    expect(text()).not.toContain(message);
  });

  test("overwrites nothing that was published meanwhile", async () => {
    await open("shell-dry");
    await shows("Une règle");
    await type("Poids", "20");
    const [dry, light] = SHOWN.criteria;
    if (!dry || !light) throw new Error("no criteria");
    const fields = dry.fields.map((one) => (one.field === "weight" ? field("weight", "16", "14") : one));
    shown = { ...SHOWN, criteria: [{ ...dry, fields }, light] };
    tried = { status: 409, body: { title: "Non", status: 409, code: "knowledge-outdated", errors: [] } };
    await press("Voir ce que");
    await shows("quelqu'un a publié « 16 »".replace("'", "’"));
    await press("Garder la mienne");
    expect(changes.value).toMatchObject([{ field: "weight", value: "20", was: "16" }]);
    expect(text()).not.toContain("Garder la mienne");
  });

  test("lets a manager read and change nothing", async () => {
    await open("shell-dry", false);
    await shows("Une règle");
    expect(control("Poids").disabled).toBe(true);
  });
});

describe("a draft", () => {
  const known = field("weight", "18", "14");

  test("that says what holds is none, and what the house says puts it back", () => {
    say("criterion", "shell-dry", known, "20");
    expect(said("criterion", "shell-dry", known)).toBe("20");
    say("criterion", "shell-dry", known, "14");
    expect(changes.value).toEqual([{ part: "criterion", id: "shell-dry", field: "weight", value: null, was: "18" }]);
    expect(said("criterion", "shell-dry", known)).toBe("14");
    say("criterion", "shell-dry", known, "18");
    expect(changes.value).toEqual([]);
  });
});

test("a condition is written as the knowledge orders it", () => {
  const { conditions } = SHOWN;
  const condition = readCondition("windy: true | slot: any");
  expect(writeCondition(condition, conditions)).toBe("slot: any | windy: true");
  expect(writeCondition(toggled(condition, "slot", "shell"), conditions)).toBe("slot: shell, any | windy: true");
  expect(writeCondition(toggled(toggled(condition, "slot", "any"), "windy", "true"), conditions)).toBe("always");
  expect(asSaid(condition, conditions, ["always", null, "windy: true | slot: any"])).toBe("windy: true | slot: any");
});

test("rows are sifted by words without accents, family and state", () => {
  const rows = rowsOf(SHOWN);
  const ids = (sieve: Partial<typeof ALL>) => sifted(rows, { ...ALL, ...sieve }).map(({ id }) => id);
  expect(ids({ search: "leger" })).toEqual(["pack-light"]);
  expect(ids({ family: "shell" })).toEqual(["shell-dry"]);
  expect(ids({ state: "off" })).toEqual(["pack-light", "weather"]);
  expect(ids({ state: "changed" })).toEqual(["shell-dry", "pack-light", "weather"]);
  expect(ids({ part: "question" })).toEqual(["weather"]);
});
