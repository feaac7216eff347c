import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ComponentType } from "preact";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Finder, Product, Snapshot } from "../../pwa/src/catalogue/types";
import { readDraft, readOutbox, saveSession } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import HomePage from "../../pwa/src/features/home/index";
import NewsPage from "../../pwa/src/features/news/index";
import { NoteSheet } from "../../pwa/src/features/notes/NoteSheet";
import { writing } from "../../pwa/src/features/notes/writing";
import QuestionsPage from "../../pwa/src/features/questions/index";
import { answers, note, route } from "../../pwa/src/state";
import { refreshCatalogue, swapCatalogue } from "../../pwa/src/state/catalogue";
import { nextCustomer } from "../../pwa/src/state/customer";
import { refreshQuestions } from "../../pwa/src/state/questions";
import { compared } from "../../pwa/src/state/range";
import { startSession } from "../../pwa/src/state/session";
import { catalogue, json, product } from "./fixture";
import { localise } from "./localise";

const vector: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "../vectors/finder/advice.json"), "utf8"));
const real = localise(vector, "fr") as { finder: Finder; products: Product[] };
const PIECES = real.products.filter(({ variants }) => variants.length > 0).slice(0, 3);
const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
};
const QUESTION = {
  id: "q1",
  asked_at: "2026-11-23T09:00:00Z",
  question: "Et le casque ?",
  ref: PIECES[0]?.ref ?? null,
  answers: null,
  answer: null as string | null,
  answered_at: null as string | null,
  answered_role: null as string | null,
};

let shown: Snapshot;
let questions: (typeof QUESTION)[];
let screen: HTMLElement;

const text = () => document.body.textContent?.replace(/[\u202f\u00a0]/g, " ") ?? "";
const shows = (words: string) => vi.waitFor(() => expect(text()).toContain(words));
const open = (Page: ComponentType<never>) =>
  act(async () => {
    const Shown = Page as ComponentType;
    render(<Shown />, screen);
  });
const press = async (words: string) => {
  const found = await vi.waitFor(() => {
    const all = [...document.querySelectorAll<HTMLElement>("button, a")];
    const here = all.find((one) => one.textContent?.includes(words));
    if (!here) throw new Error(`no ${words}: ${text()}`);
    return here;
  });
  await act(async () => found.click());
};
const publish = async (given: Partial<Snapshot>) => {
  shown = catalogue({ ...real, products: PIECES, ...given });
  await act(async () => {
    await refreshCatalogue("miramas", "fr");
    swapCatalogue();
  });
};

beforeEach(async () => {
  questions = [];
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.includes("/snapshot")) return json(shown);
    if (url.includes("/questions")) return json({ shop: "miramas", questions });
    if (url.includes("/stock"))
      return json({ shop: "miramas", as_of: "2026-11-20T09:00:00Z", demonstration: true, levels: {} });
    throw new TypeError("no network");
  });
  for (const level of ["warn", "info", "error"] as const) vi.spyOn(console, level).mockImplementation(() => {});
  for (const store of ["outbox", "drafts", "day"] as const) await withDatabase((database) => database.clear(store));
  await saveSession(SESSION);
  await startSession();
  nextCustomer();
  screen = document.body.appendChild(document.createElement("div"));
  await publish({ revision: 1, content_hash: "a".repeat(64) });
});

afterEach(() => {
  writing.value = null;
  render(null, screen);
  screen.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("home", () => {
  test("helps on the first day, and begins with the next customer", async () => {
    await open(HomePage);
    await shows("Premier jour ?");
    expect(text()).toContain("Catalogue du");
    expect(document.querySelector<HTMLAnchorElement>('a[href="#/advice"]')?.textContent).toContain("Nouveau client");
    expect(text()).not.toContain("fiche");
  });

  test("takes the first answer at once", async () => {
    await open(HomePage);
    await press("Ski de randonnée");
    expect(answers.peek()).toEqual({ activity: "ski-touring" });
    expect(route.peek().path).toBe("/advice");
  });

  test("says what waits to be sent", async () => {
    await open(HomePage);
    await act(async () => void (await note("remark", { text: "x", about: "shop" })));
    await shows("1 enregistrement à envoyer");
  });

  test("says what is new in the range until somebody has looked", async () => {
    await open(HomePage);
    const [first, second] = PIECES as [Product, Product];
    const cheaper = {
      ...second,
      variants: second.variants.map((one) => ({ ...one, price_cents: one.price_cents - 1000 })),
    };
    await publish({
      revision: 2,
      content_hash: "b".repeat(64),
      products: [first, cheaper, product("brand-new", "Brand New", { use: "Pour tout" })],
    });
    await shows("1 nouvelle pièce, 1 prix changé, 1 pièce en moins");
    await open(NewsPage);
    await shows("Brand New");
    expect(text()).toContain("devient");
    await press("J’ai vu");
    await open(NewsPage);
    await shows("Rien de neuf");
  });
});

describe("a range", () => {
  const seen = (prices: Record<string, number | null>) => ({ revision: 1, seen_at: "2026-11-20T08:00:00Z", prices });
  const lowest = Math.min(...(PIECES[0]?.variants.map(({ price_cents }) => price_cents) ?? []));
  const ref = PIECES[0]?.ref ?? "";

  test("that only got another number is no news", () => {
    expect(compared(seen({ [ref]: lowest }), PIECES.slice(0, 1))).toBeNull();
  });

  test("tells prices by the lowest of a piece, and never of a piece without one", () => {
    expect(compared(seen({ [ref]: lowest + 500 }), PIECES.slice(0, 1))?.prices).toEqual([
      { ref, before: lowest + 500, after: lowest },
    ]);
    expect(compared(seen({ [ref]: null }), PIECES.slice(0, 1))).toBeNull();
  });
});

describe("questions", () => {
  test("that were answered stand on home until they were read", async () => {
    questions = [{ ...QUESTION, answer: "Oui.", answered_at: "2026-11-23T10:00:00Z", answered_role: "manager" }];
    await refreshQuestions("miramas");
    await open(HomePage);
    await shows("1 réponse à lire");
    await open(QuestionsPage);
    await shows("La boutique répond");
    expect(text()).toContain("Nouvelles réponses");
    await open(HomePage);
    await shows("Questions et réponses");
    await vi.waitFor(() => expect(text()).not.toContain("réponse à lire"));
  });

  test("cannot be answered by a seller", async () => {
    questions = [QUESTION];
    await refreshQuestions("miramas");
    await open(QuestionsPage);
    await shows("En attente de réponse");
    expect([...document.querySelectorAll("button")].map((one) => one.textContent)).not.toContain("Répondre");
  });
});

describe("a note", () => {
  const field = () => document.querySelector("textarea") as HTMLTextAreaElement;
  const type = (value: string) =>
    act(async () => {
      field().value = value;
      field().dispatchEvent(new Event("input", { bubbles: true }));
    });
  const begin = async (kind: "remark" | "dont-know", ref?: string) => {
    writing.value = ref ? { kind, ref } : { kind };
    await open(NoteSheet as ComponentType<never>);
  };

  test("is kept as a draft at each letter, and gone with its record", async () => {
    await begin("remark");
    await type("Trop\nde noir ");
    await vi.waitFor(async () => expect(await readDraft("remark")).toBe("Trop\nde noir "));
    await press("de la boutique");
    await press("Enregistrer");
    await vi.waitFor(() => expect(writing.value).toBeNull());
    expect((await readOutbox()).map(({ payload }) => payload)).toEqual([{ text: "Trop de noir", about: "shop" }]);
    expect(await readDraft("remark")).toBeUndefined();
  });

  test("takes its piece and the need along", async () => {
    const ref = PIECES[0]?.ref ?? "";
    answers.peek();
    await begin("dont-know", ref);
    await type("Et le casque ?");
    await press("Poser la question");
    await vi.waitFor(() => expect(writing.value).toBeNull());
    expect((await readOutbox())[0]?.payload).toEqual({ question: "Et le casque ?", ref });
  });

  test("says so where it was not stored, and keeps what was written", async () => {
    await begin("remark");
    await type("Trop de noir");
    await vi.waitFor(async () => expect(await readDraft("remark")).toBe("Trop de noir"));
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await press("Enregistrer");
    await shows("Pas enregistré");
    spy.mockRestore();
    expect(field().value).toBe("Trop de noir");
    expect(await readOutbox()).toEqual([]);
    expect(await readDraft("remark")).toBe("Trop de noir");
  });
});
