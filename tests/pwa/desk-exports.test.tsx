import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import ExportsRoom from "../../pwa/src/features/desk/exports/index";
import { kindsFor } from "../../pwa/src/features/desk/exports/kinds";
import words from "../../pwa/src/features/desk/exports/words.json";
import frame from "../../pwa/src/features/desk/words.json";
import { exportUrl } from "../../pwa/src/lib/apiExports";
import { addWords } from "../../pwa/src/lib/i18n";

const TABLES = [
  {
    name: "products",
    title: "Modèles",
    what: "Une ligne par modèle.",
    columns: [{ name: "ref", what: "Le nom.", unit: "", takes: "texte", example: "millet-x", needed: true }],
  },
];
const json = (data: unknown, status = 200) =>
  new Response(JSON.stringify(data), {
    status,
    headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json" },
  });

let screen: HTMLElement;
let asked: string[];
let file: () => Response;
const saved: string[] = [];

const text = () => document.body.textContent?.replace(/[\u202f\u00a0]/g, " ") ?? "";
const shows = (said: string) => vi.waitFor(() => expect(text()).toContain(said));
const press = async (said: string) => {
  const found = await vi.waitFor(() => {
    const here = [...document.querySelectorAll("button")].find((one) => one.textContent?.includes(said));
    if (!here) throw new Error(`no ${said}: ${text()}`);
    return here;
  });
  await act(async () => found.click());
};
const open = (id: string | undefined, mayWrite = true) =>
  act(async () => render(<ExportsRoom id={id} query={{}} mayWrite={mayWrite} />, screen));

beforeEach(() => {
  addWords(frame);
  addWords(words);
  asked = [];
  saved.length = 0;
  file = () =>
    new Response("a", { headers: { "Content-Disposition": "attachment; filename=cordee-catalogue-r3.xlsx" } });
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    if (url.startsWith("/api/v1/exports/template")) return json({ tables: TABLES });
    if (url.startsWith("/api/v1/shops")) return json({ items: [{ id: "annecy", name: "Millet Annecy" }] });
    return file();
  });
  URL.createObjectURL = () => "blob:x";
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  screen = document.createElement("main");
  document.body.append(screen);
});

afterEach(() => {
  render(null, screen);
  screen.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("the room of exports", () => {
  test("saves the file under the name that the server gives it", async () => {
    await open(undefined);
    await shows("Tableaux Cordée");
    await press("Télécharger");
    await vi.waitFor(() => expect(saved).toEqual(["cordee-catalogue-r3.xlsx"]));
    expect(asked).toContain("/api/v1/exports/own?format=xlsx&lang=fr");
  });

  test("shows how far the file is, and how large it was", async () => {
    let more: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        more = controller;
      },
    });
    file = () =>
      new Response(body, {
        headers: { "Content-Disposition": "attachment; filename=cordee.zip", "Content-Length": "4000000" },
      });
    await open("own");
    await press("Télécharger");
    await shows("Le serveur écrit le fichier");
    await act(async () => more?.enqueue(new Uint8Array(1_000_000)));
    await shows("1 Mo sur 4 Mo");
    expect(text()).toContain("25 %");
    await act(async () => {
      more?.enqueue(new Uint8Array(3_000_000));
      more?.close();
    });
    await vi.waitFor(() => expect(saved).toEqual(["cordee.zip"]));
    expect(text()).not.toContain("Le serveur écrit");
  });

  test("says what a form carries and what stays behind", async () => {
    await open("google");
    await shows("Une offre par taille et couleur vendue");
    await shows("Les pièces sans prix dans ce magasin");
  });

  test("asks for a shop before it makes a feed of offers", async () => {
    await open("google");
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("Télécharger"));
    expect(button?.disabled).toBe(true);
    await shows("Millet Annecy");
    const select = document.querySelectorAll("select")[1];
    await act(async () => {
      if (!select) throw new Error("no shop to choose");
      select.value = "annecy";
      select.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await press("Télécharger");
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(asked.some((url) => url.includes("shop=annecy"))).toBe(true);
  });

  test("says why nothing came, and saves nothing", async () => {
    file = () => json({ title: "Trop de demandes", status: 429, detail: "Patientez une minute." }, 429);
    await open("own");
    await press("Télécharger");
    await vi.waitFor(() => expect(document.querySelector("[role=alert]")?.textContent).toMatch(/\S/));
    expect(saved).toEqual([]);
  });

  test("gives the empty template and explains its columns", async () => {
    await open(undefined);
    await shows("Une ligne par modèle.");
    await shows("millet-x");
    await press("Modèle CSV vide");
    await vi.waitFor(() => expect(saved).toHaveLength(1));
    expect(asked).toContain("/api/v1/exports/own?format=csv&lang=fr&empty=true");
  });
});

test("the whole source is for whoever keeps the range", () => {
  expect(kindsFor(true).map(({ id }) => id)).toContain("json");
  expect(kindsFor(false).map(({ id }) => id)).not.toContain("json");
});

test("an address names only what was chosen", () => {
  expect(exportUrl({ kind: "google", format: "xml", shop: "a", category: "" })).toBe(
    "/api/v1/exports/google?format=xml&shop=a",
  );
});
