import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forget } from "../../pwa/src/features/desk/stock/begun";
import StockRoom from "../../pwa/src/features/desk/stock/index";
import { added, NOTHING, scanOf, sumOf, toCheck, withFile } from "../../pwa/src/features/desk/stock/scanning";
import words from "../../pwa/src/features/desk/stock/words.json";
import frame from "../../pwa/src/features/desk/words.json";
import { addWords } from "../../pwa/src/lib/i18n";
import { deskDraft } from "../../pwa/src/state/deskDrafts";
import { adopt } from "../../pwa/src/state/session";

const HAT = "02906310281802";
const SOCKS = "02906310281819";
const STRANGER = "03514112345678";
const NAMES: Record<string, string> = { [HAT]: "Bonnet", [SOCKS]: "Chaussettes" };

interface Line {
  gtin: string;
  quantity: number;
}
const paper = (lines: readonly Line[]) => ({
  lines: lines
    .filter(({ gtin }) => NAMES[gtin])
    .map((line) => ({
      ...line,
      name: NAMES[line.gtin],
      size: "TU",
      colour: null,
      ref: "",
      sku: "",
      before: 3,
      after: 4,
    })),
  pieces: 0,
  uncounted: 0,
  findings: lines
    .filter(({ gtin }) => !NAMES[gtin])
    .map(({ gtin }) => ({
      file: "",
      line: 1,
      column: "gtin",
      severity: "error",
      code: "paper-unknown",
      message: `Aucune pièce ne porte le code ${gtin}.`,
    })),
});
const json = (data: unknown, status = 200) =>
  new Response(JSON.stringify(data), {
    status,
    headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json" },
  });

let screen: HTMLElement;
let asked: { what: string; body: Record<string, unknown> }[];
let reading: (lines: Line[]) => Promise<Response>;
let taking: () => Promise<Response>;

const text = () => document.body.textContent?.replace(/[\u202f\u00a0]/g, " ") ?? "";
const shows = (said: string) => vi.waitFor(() => expect(text()).toContain(said));
const button = (said: string) =>
  [...document.querySelectorAll("button")].find((one) => one.textContent?.includes(said)) as HTMLButtonElement;
const press = async (said: string) => {
  await vi.waitFor(() => expect(button(said)?.disabled).toBe(false));
  await act(async () => button(said).click());
};
const scan = (code: string) =>
  act(() => {
    const label = [...document.querySelectorAll("label")].find((one) => one.textContent?.includes("Scanner ou taper"));
    const field = document.getElementById(label?.htmlFor ?? "") as HTMLInputElement;
    field.value = code;
    field.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });
const open = (id: "delivery" | "count") =>
  act(async () => render(<StockRoom id={id} query={{ shop: "miramas" }} mayWrite />, screen));
const leave = () => act(() => render(null, screen));
const bodies = (what: string) => asked.filter((one) => one.what === what).map(({ body }) => body);

beforeEach(async () => {
  await adopt({
    person: { id: "ana", name: "Ana", role: "merchandiser" },
    shop: { id: "miramas", name: "Miramas" },
    device: { id: "d" },
  });
  addWords(frame);
  addWords(words);
  for (const kind of ["delivery", "count"] as const) await forget(kind, "miramas");
  asked = [];
  reading = async (lines) => json(paper(lines));
  taking = async () => json({ lines: 1 });
  const answers: Record<string, (body: Record<string, unknown>) => Promise<Response>> = {
    "POST scanned": (body) => reading(body.lines as Line[]),
    "POST counts": () => taking(),
    "POST deliveries": () => taking(),
  };
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const what = `${init.method ?? "GET"} ${url.split("/").at(-1)?.split("?")[0]}`;
    const body = init.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {};
    asked.push({ what, body });
    return answers[what]?.(body) ?? json({ items: [] });
  });
  screen = document.createElement("div");
  document.body.append(screen);
});

afterEach(() => {
  leave();
  screen.remove();
  vi.unstubAllGlobals();
});

describe("a list that is scanned", () => {
  test("loses no piece while the server is slow to say what they are", async () => {
    const waiting: (() => void)[] = [];
    reading = (lines) => new Promise((resolve) => waiting.push(() => resolve(json(paper(lines)))));
    await open("count");
    await shows("Scanner ou taper un code");
    for (const code of [HAT, SOCKS, HAT]) scan(code);
    await shows("3 pièces comptées, 2 articles");
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    scan(SOCKS);
    waiting.shift()?.();
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    waiting.shift()?.();
    await shows("Chaussettes");
    await shows("4 pièces comptées, 2 articles");
  });

  test("says which codes no piece has, and goes on without them", async () => {
    await open("count");
    await shows("Scanner ou taper un code");
    scan(STRANGER);
    await shows(`Aucune pièce ne porte le code ${STRANGER}`);
    scan(HAT);
    await shows("1 pièce comptée, 1 article");
    expect(text()).toContain(STRANGER);
  });

  test("takes the address of a label's square code for its piece", () => {
    expect(scanOf(`https://cordee.example/01/${HAT}`)).toEqual({ gtin: HAT });
    expect(scanOf("https://cordee.example/p/x")).toEqual({ wrong: "none" });
  });
});

describe("a list that was sent and not answered", () => {
  test("goes again by itself under the same id, from the page that is opened again as well", async () => {
    taking = () => Promise.reject(new TypeError("cut"));
    await open("count");
    await shows("Scanner ou taper un code");
    scan(HAT);
    await press("Enregistrer 1 pièce comptée");
    await shows("elle n’entrera qu’une fois");
    await vi.waitFor(async () => expect((await deskDraft("count", "miramas"))?.content).toHaveLength(2));
    const [first] = bodies("POST counts");
    leave();
    taking = async () => json({ lines: 1 });
    await open("count");
    await vi.waitFor(() => expect(bodies("POST counts").length).toBeGreaterThan(1));
    await vi.waitFor(async () => expect(await deskDraft("count", "miramas")).toBeUndefined());
    expect(bodies("POST counts").at(-1)).toMatchObject({ id: first?.id, lines: [{ gtin: HAT, quantity: 1 }] });
    expect(bodies("POST counts").at(-1)?.counted_at).toBeTypeOf("string");
  });

  test("can be mended where the server refused it", async () => {
    taking = async () =>
      json({ title: "Non", status: 422, code: "no", detail: "Le serveur dit non.", errors: [] }, 422);
    await open("count");
    await shows("Scanner ou taper un code");
    scan(HAT);
    await press("Enregistrer 1 pièce comptée");
    await shows("Le serveur dit non.");
    scan(HAT);
    await shows("2 pièces comptées, 1 article");
  });
});

describe("a delivery note", () => {
  const note = new Map([
    [HAT, 5],
    [SOCKS, 2],
  ]);

  test("announces what then has come, until somebody says otherwise", () => {
    const list = withFile("delivery", NOTHING, note);
    expect([sumOf(list.tally), sumOf(list.announced)]).toEqual([7, 7]);
  });

  test("is checked by scanning from nought, with more and fewer pieces than announced", () => {
    const list = toCheck(withFile("delivery", NOTHING, note));
    const tally = [HAT, HAT, STRANGER].reduce((now, gtin) => added(now, gtin), list.tally);
    expect([...tally].sort()).toEqual([
      [HAT, 2],
      [SOCKS, 0],
      [STRANGER, 1],
    ]);
  });

  test("does not undo what was scanned before it", () => {
    const scanned = { ...NOTHING, tally: new Map([[HAT, 4]]) };
    const list = withFile("delivery", scanned, note);
    expect([...list.tally]).toEqual([
      [HAT, 4],
      [SOCKS, 0],
    ]);
    expect([...withFile("count", scanned, note).tally]).toEqual([
      [HAT, 4],
      [SOCKS, 2],
    ]);
  });
});
