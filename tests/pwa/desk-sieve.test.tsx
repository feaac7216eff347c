import { afterEach, expect, test, vi } from "vitest";
import { parse } from "../../pwa/src/lib/router";
import { close, here, open, press, serve, shows, text, type } from "./desk-room";

const line = (id: string, name: string, behind: readonly string[] = []) => ({
  part: "criterion",
  id,
  name,
  families: [],
  hard: false,
  on: true,
  weight: 14,
  when: "toujours",
  about: "",
  otherwise: false,
  behind,
});
const SERVER = {
  "GET /knowledge": {
    revision: 1,
    conditions: [],
    families: {},
    lines: [line("warm", "Chaude à l’arrêt."), line("dry", "Reste sèche.", ["en"]), line("light", "Légère.", ["en"])],
  },
};

afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

test("a shared address of the advice shows the same rows, and a row that is opened keeps them", async () => {
  serve(SERVER);
  await open("/desk/knowledge?state=behind");
  await shows("Reste sèche.");
  expect(text()).not.toContain("Chaude à l’arrêt.");
  type("Mot, chiffre", "legere");
  await vi.waitFor(() => expect(parse(location.hash).query).toEqual({ state: "behind", q: "legere" }));
  expect(text()).not.toContain("Reste sèche.");
  press("Enter", document.querySelector("table") as Element);
  await vi.waitFor(() => expect(here()).toBe("/desk/knowledge/light"));
  expect(parse(location.hash).query).toEqual({ state: "behind", q: "legere" });
});
