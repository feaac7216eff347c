/** A seller before the cards: what the server has, what stands on the screen, and what the thumb does. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ComponentType, render } from "preact";
import { act } from "preact/test-utils";
import { expect, vi } from "vitest";
import type { Finder, Product } from "../../pwa/src/catalogue/types";
import { readOutbox, saveSession } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import LearnPage from "../../pwa/src/features/learn/index";
import { end } from "../../pwa/src/features/learn/run";
import type { Role } from "../../pwa/src/lib/api";
import { refreshCatalogue, swapCatalogue } from "../../pwa/src/state/catalogue";
import { look } from "../../pwa/src/state/outbox";
import { startSession } from "../../pwa/src/state/session";
import { refreshTraining } from "../../pwa/src/state/training";
import type { Card, MapCell, Review } from "../../pwa/src/training/types";
import { catalogue, json } from "./fixture";
import { localise } from "./localise";

const vector: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "../vectors/finder/advice.json"), "utf8"));
const real = localise(vector, "fr") as { finder: Finder; products: Product[] };
export const [ONE, OTHER] = real.products as [Product, Product];

export const card = (id: string, given: Partial<Card> = {}): Card => ({
  id,
  version: "aaaaaaaaaaaa",
  kind: "fact",
  about: { activity: "hiking", condition: null, family: "shell" },
  question: `Question ${id} ?`,
  choices: [
    { id: "right", text: "La bonne" },
    { id: "wrong", text: "L’autre" },
    { id: "third", text: "Une troisième" },
  ],
  right: "right",
  reason: `Parce que ${id}.`,
  facts: [
    {
      ref: ONE.ref,
      attribute: "weight_g",
      label: "Poids",
      value: 450,
      text: "450 g",
      provenance: "maker",
      source: "https://www.example.com/piece",
    },
  ],
  weight: 10,
  ...given,
});

interface Served {
  cards: Card[];
  mine: Review[];
  coverage: { team: number; cells: MapCell[] } | null;
}

/** What the server has: each test changes it as it likes. */
export const served: Served = { cards: [], mine: [], coverage: null };
let screen: HTMLElement;

const plain = (words: string | null) => words?.replace(/[\u202f\u00a0]/g, " ") ?? "";
export const text = () => plain(document.body.textContent);
export const shows = (words: string) => vi.waitFor(() => expect(text()).toContain(words));
export const button = (words: string | RegExp) =>
  [...document.querySelectorAll<HTMLElement>("button")].find((one) =>
    typeof words === "string" ? plain(one.textContent).includes(words) : words.test(plain(one.textContent)),
  );
export const press = async (words: string | RegExp) => {
  const found = await vi.waitFor(() => {
    const here = button(words);
    if (!here) throw new Error(`no ${words} in ${text()}`);
    return here;
  });
  await act(async () => found.click());
};
export const key = (name: string) =>
  act(async () => void document.body.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true })));
export const open = (mode?: string) =>
  act(async () => render(<LearnPage key={mode ?? ""} params={mode ? { mode } : {}} query={{}} />, screen));
export const openPage = (Page: ComponentType<never>) =>
  act(async () => {
    const Shown = Page as ComponentType;
    render(<Shown />, screen);
  });
export const fetchAll = () => act(async () => void (await refreshTraining()));
export const signIn = async (role: Role) => {
  await saveSession({
    person: { id: "ana", name: "Ana", role },
    shop: { id: "miramas", name: "Miramas" },
    device: { id: "d" },
  });
  await startSession();
};
export const recorded = async () => (await readOutbox()).map(({ kind, payload }) => ({ kind, ...payload }));

export async function setUp(): Promise<void> {
  served.cards = [card("a", { weight: 30 }), card("b", { weight: 20 }), card("c", { weight: 10 })];
  served.mine = [];
  served.coverage = null;
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.includes("/snapshot"))
      return json(catalogue({ ...real, products: [ONE, OTHER], revision: 1, content_hash: "a".repeat(64) }));
    if (url.includes("/training/mine")) return json({ reviews: served.mine });
    if (url.includes("/training/coverage") && served.coverage) return json(served.coverage);
    if (url.includes("/training?"))
      return json({ revision: 1, as_of: "2026-11-23T09:00:00Z", lang: "fr", cards: served.cards });
    throw new TypeError("no network");
  });
  for (const level of ["warn", "info", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  vi.spyOn(window, "scrollTo").mockImplementation(() => {});
  for (const store of ["outbox", "training", "reviews", "evidence"] as const)
    await withDatabase((database) => database.clear(store));
  await signIn("seller");
  await look();
  screen = document.body.appendChild(document.createElement("div"));
  await act(async () => {
    await refreshCatalogue("miramas", "fr");
    swapCatalogue();
  });
  await fetchAll();
}

export function tearDown(): void {
  end();
  render(null, screen);
  screen.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}
