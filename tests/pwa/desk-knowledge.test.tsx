import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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
      fields: [field("label_fr", "Par quel temps ?")],
      answers: [{ id: "weather.rain", name: "Pluie", fields: [field("label_fr", "Pluie")] }],
    },
  ],
};
const ALL = { search: "", part: "", family: "", state: "" };

let screen: HTMLElement;
let sent: unknown[];

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

beforeEach(async () => {
  addWords(frame);
  addWords(words);
  await forget();
  sent = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (init.method === "POST") sent.push(JSON.parse(String(init.body)));
    return new Response(JSON.stringify(init.method === "POST" ? { id: "trial-1" } : SHOWN), {
      status: url.includes("changes") ? 202 : 200,
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
    await act(async () => {
      [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("Voir ce que"))?.click();
    });
    await vi.waitFor(() => expect(route.value.path).toBe("/desk/import/trial-1"));
    expect(sent).toEqual([
      {
        changes: [
          { part: "criterion", id: "shell-dry", field: "weight", value: "20" },
          { part: "criterion", id: "shell-dry", field: "reason_fr", value: "Il pleut dehors." },
        ],
      },
    ]);
    expect(changes.value).toEqual([]);
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
    expect(changes.value).toEqual([{ part: "criterion", id: "shell-dry", field: "weight", value: null }]);
    expect(said("criterion", "shell-dry", known)).toBe("14");
    say("criterion", "shell-dry", known, "18");
    expect(changes.value).toEqual([]);
  });
});

test("rows are sifted by words without accents, family and state", () => {
  const rows = rowsOf(SHOWN);
  const ids = (sieve: Partial<typeof ALL>) => sifted(rows, { ...ALL, ...sieve }).map(({ id }) => id);
  expect(ids({ search: "leger" })).toEqual(["pack-light"]);
  expect(ids({ family: "shell" })).toEqual(["shell-dry"]);
  expect(ids({ state: "off" })).toEqual(["pack-light"]);
  expect(ids({ state: "changed" })).toEqual(["shell-dry", "pack-light"]);
  expect(ids({ part: "question" })).toEqual(["weather"]);
});
