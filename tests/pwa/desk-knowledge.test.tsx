import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { asSaid, readCondition, toggled, writeCondition } from "../../pwa/src/features/desk/knowledge/condition";
import { changes, forget, said, say } from "../../pwa/src/features/desk/knowledge/draft";
import KnowledgeRoom from "../../pwa/src/features/desk/knowledge/index";
import words from "../../pwa/src/features/desk/knowledge/words.json";
import frame from "../../pwa/src/features/desk/words.json";
import type { KnowledgeShown, KnownEntry } from "../../pwa/src/lib/apiKnowledge";
import { addWords } from "../../pwa/src/lib/i18n";
import { route } from "../../pwa/src/state";
import { ENTRIES, field, PREVIEW, SHOWN, TOUCHES } from "./known";

let screen: HTMLElement;
let sent: unknown[];
let shown: KnowledgeShown;
let entries: readonly KnownEntry[];
let previewed: unknown[];
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
  entries = ENTRIES;
  previewed = [];
  const answer = (status: number, body: unknown) =>
    new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (url.endsWith("/preview")) {
      previewed.push(JSON.parse(String(init.body)));
      return answer(200, PREVIEW);
    }
    if (url.includes("/touches")) return answer(200, TOUCHES);
    if (init.method === "POST") {
      sent.push(JSON.parse(String(init.body)));
      return answer(tried.status, tried.body);
    }
    const one = entries.find(({ part, id }) => url.includes(`/knowledge/${part}/${id}?`));
    return answer(200, one ?? shown);
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
    await type("français", "Il pleut dehors.");
    await shows("À relire : anglais, allemand");
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
    await shows("Quand elle vient");
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
    entries = ENTRIES.map((each) => ({
      ...each,
      revision: 4,
      fields: each.fields.map((one) => (one.value === "18" ? field("weight", "16", "14") : one)),
    }));
    shown = { ...SHOWN, revision: 4, lines: entries };
    const errors = [{ field: "changes.0.value", message: "Quelqu’un a publié « 16 » entre-temps." }];
    tried = { status: 409, body: { title: "Non", status: 409, code: "knowledge-outdated", errors } };
    await press("Voir ce que");
    await shows("quelqu'un a publié « 16 »".replace("'", "’"));
    await shows("1 valeur a été publiée autrement");
    await shows("à corriger");
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

describe("a need", () => {
  test("tells whom each line decides for, and takes another figure", async () => {
    await open("pack.litres");
    await shows("Décide pour 4 clients types et 7 demandes récentes");
    await shows("« Un sac à la journée. »");
    await type("durée : journée", "28");
    expect(changes.value).toEqual([{ part: "need", id: "pack.litres", field: "value_2", value: "28", was: "20" }]);
  });

  test("says at a threshold that it does not rise", async () => {
    await open("pack.litres");
    await shows("Cran 2");
    await type("Cran 2", "8");
    await shows("plus haut que le précédent");
    await type("Cran 2", "22");
    expect(text()).not.toContain("plus haut que le précédent");
    expect(changes.value).toMatchObject([{ field: "steps", value: "12 | 22 | 30" }]);
  });
});

describe("a scale", () => {
  const degree = () => control("Points pour 10000 mm");

  test("is edited by rows; the pieces stand by it before and after", async () => {
    await open("shell-dry");
    await shows("1 montent, 0 baissent");
    await type("Points pour 10000 mm", "80");
    expect(changes.value).toMatchObject([{ field: "scale_1", value: "0: 0 | 10000: 80" }]);
    await vi.waitFor(() =>
      expect(previewed.at(-1)).toEqual({ fields: [{ field: "scale_1", value: "0: 0 | 10000: 80" }], level: null }),
    );
    await press("Ajouter une ligne");
    expect(changes.value).toMatchObject([{ value: "0: 0 | 5000: 40 | 10000: 80" }]);
  });

  test("says at its row what cannot be, and asks for no preview of it", async () => {
    await open("shell-dry");
    await shows("1 montent");
    await type("Points pour 10000 mm", "180");
    await shows("De 0 à 100, sans virgule.");
    expect(degree().getAttribute("aria-invalid")).toBe("true");
    await type("Points pour 10000 mm", "100");
    expect(text()).not.toContain("sans virgule");
    expect(changes.value).toEqual([]);
  });
});
