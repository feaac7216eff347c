import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import LabelsRoom from "../../pwa/src/features/desk/labels/index";
import words from "../../pwa/src/features/desk/labels/words.json";
import frame from "../../pwa/src/features/desk/words.json";
import { addWords } from "../../pwa/src/lib/i18n";
import { adopt } from "../../pwa/src/state/session";

const SHEET = {
  labels: 12,
  sheets: 1,
  most: 1200,
  parts: 1,
  part_labels: 12,
  due: 12,
  revision: 7,
  first: "AAAA",
  last: null as unknown,
};
const LAST = { run: "r1", author: "Ana", at: "2026-11-23T09:00:00Z", pieces: 12 };
const json = (data: unknown, status = 200) =>
  new Response(JSON.stringify(data), {
    status,
    headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json" },
  });
const problem = (status: number, detail: string) => json({ title: "Non", status, code: "no", detail }, status);

let screen: HTMLElement;
let asked: { what: string; body: Record<string, unknown> | null }[];
/** What the server answers, by method and the end of the path. */
let answers: Record<string, (body: Record<string, unknown>) => Response>;

const plain = (said: string | null | undefined) => said?.replace(/[\u202f\u00a0]/g, " ") ?? "";
const text = () => plain(document.body.textContent);
const shows = (said: string) => vi.waitFor(() => expect(text()).toContain(said));
const button = (said: string) =>
  [...document.querySelectorAll("button")].find((one) => plain(one.textContent).includes(said));
const press = async (said: string) => {
  await vi.waitFor(() => expect(button(said)?.disabled).toBe(false));
  await act(async () => button(said)?.click());
};
const bodies = (what: string) => asked.filter((one) => one.what === what).map(({ body }) => body);
const open = (query: Record<string, string> = {}) =>
  act(async () => render(<LabelsRoom id={undefined} query={query} mayWrite />, screen));

beforeEach(async () => {
  await adopt({
    person: { id: "ana", name: "Ana", role: "merchandiser" },
    shop: { id: "miramas", name: "Miramas" },
    device: { id: "d" },
  });
  addWords(frame);
  addWords(words);
  asked = [];
  answers = {
    "POST preview": () => json(SHEET),
    "POST labels": () => new Response("%PDF-", { headers: { "Content-Disposition": "attachment; filename=a.pdf" } }),
    "POST printed": () => json({ run: "r1" }),
    "DELETE r1": () => new Response(null, { status: 204 }),
  };
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    if (url.startsWith("/api/v1/shops")) return json({ items: [{ id: "miramas", name: "Miramas", currency: "EUR" }] });
    const what = `${init.method ?? "GET"} ${url.split("/").at(-1)}`;
    const body = init.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : null;
    asked.push({ what, body });
    return answers[what]?.(body ?? {}) ?? json({ items: [] });
  });
  URL.createObjectURL = () => "blob:x";
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(window, "open").mockReturnValue(window);
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  screen = document.createElement("div");
  document.body.append(screen);
});

afterEach(() => {
  act(() => render(null, screen));
  screen.remove();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("the room opens with what is out of date, and empties the list once it is printed", async () => {
  await open();
  await shows("À refaire (12)");
  answers["POST preview"] = () => json({ ...SHEET, labels: 0, due: 0, first: null, last: LAST });
  await press("Enregistrer le PDF");
  await shows("Les étiquettes sont à jour");
  await shows("Dernière impression : 12 pièces");
  expect(bodies("POST labels")).toEqual([expect.objectContaining({ only: "due", revision: 7, part: 1 })]);
  expect(bodies("POST printed")).toEqual([expect.objectContaining({ only: "due", revision: 7, part: 1 })]);
});

test("where nothing is out of date it shows the whole assortment, in files that can be printed", async () => {
  answers["POST preview"] = ({ only }) =>
    json(
      only === "due"
        ? { ...SHEET, labels: 0, due: 0, first: null }
        : { ...SHEET, labels: 1855, sheets: 78, parts: 2, part_labels: 1200, due: 0 },
    );
  await open();
  await shows("1 855 étiquettes, 78 feuilles, en 2 fichiers");
  await shows("Au-delà de 1 200 étiquettes");
  await press("Imprimer 1 sur 2");
  await shows("Imprimer 2 sur 2");
  expect(bodies("POST printed")).toEqual([expect.objectContaining({ only: "all", part: 1 })]);
});

test("who asks for what is out of date is told that nothing is", async () => {
  answers["POST preview"] = () => json({ ...SHEET, labels: 0, due: 0, first: null });
  await open({ only: "due" });
  await shows("Chacune dit ce que le magasin demande aujourd");
  await press("Tout l'assortiment".replace("'", "’"));
  await vi.waitFor(() => expect(bodies("POST preview").at(-1)).toMatchObject({ only: "all" }));
});

test("a printing that never came out is put back", async () => {
  answers["POST preview"] = () => json({ ...SHEET, last: LAST });
  await open();
  await press("Elle n’est pas sortie");
  await vi.waitFor(() => expect(asked.map(({ what }) => what)).toContain("DELETE r1"));
  await vi.waitFor(() => expect(bodies("POST preview").length).toBeGreaterThan(1));
});

test("prices that changed meanwhile are said, and the new sheet is shown", async () => {
  await open();
  await shows("12 étiquettes, 1 feuille");
  answers["POST labels"] = () => problem(409, "Les prix ont changé depuis.");
  answers["POST preview"] = () => json({ ...SHEET, labels: 14, part_labels: 14, due: 14, revision: 8 });
  await press("Enregistrer le PDF");
  await shows("Les prix ont changé depuis.");
  await shows("14 étiquettes, 1 feuille");
  expect(bodies("POST printed")).toEqual([]);
});

test("a file that could not be noted stays in the list, and it is said", async () => {
  answers["POST printed"] = () => problem(500, "Une panne.");
  await open();
  await press("Enregistrer le PDF");
  await shows("restent à refaire dans la liste");
  await shows("12 étiquettes, 1 feuille");
});
