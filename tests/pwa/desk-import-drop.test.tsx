import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { button, close, here, open, serve, shows, tap, text, trial } from "./desk-room";

const NOTHING = { items: [], next_cursor: null };

beforeEach(() => serve({ "GET /imports": NOTHING }));
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

/** An upload that stands half-way until it is let go. */
class Upload {
  static last: Upload;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onabort?: () => void;
  onerror?: () => void;
  sent: FormData | null = null;
  headers: Record<string, string> = {};
  status = 202;
  responseText = JSON.stringify(trial());
  constructor() {
    Upload.last = this;
  }
  open() {}
  setRequestHeader(name: string, value: string) {
    this.headers[name.toLowerCase()] = value;
  }
  getAllResponseHeaders = () => "content-type: application/json\r\n";
  abort() {
    this.onabort?.();
  }
  send(form: FormData) {
    this.sent = form;
    this.upload.onprogress?.({ loaded: 50, total: 100 });
  }
}

describe("dropping files", () => {
  const drop = async (...names: string[]) => {
    vi.stubGlobal("XMLHttpRequest", Upload);
    await open("/desk/import");
    await shows("Choisir des fichiers");
    const field = document.querySelector("input[type=file]") as HTMLInputElement;
    Object.defineProperty(field, "files", { value: names.map((name) => new File(["a"], name)) });
    act(() => void field.dispatchEvent(new Event("change", { bubbles: true })));
  };

  test("shows how much of them has left, then the dry run", async () => {
    serve({ "GET /imports": NOTHING, "GET /imports/i1": trial() });
    await drop("prix.csv", "stock.csv");
    await shows("Envoi de prix.csv, stock.csv50 %");
    expect(Upload.last.sent?.getAll("file")).toHaveLength(2);
    expect(Upload.last.headers.prefer).toBe("respond-async");
    await act(() => Upload.last.onload?.());
    await shows("1 prix change");
    expect(here()).toBe("/desk/import/i1");
  });

  test("says what the server says of a file that it does not take", async () => {
    await drop("film.csv");
    await shows("50 %");
    Upload.last.status = 413;
    Upload.last.responseText = JSON.stringify({
      title: "Trop grand",
      status: 413,
      detail: "Le fichier dépasse 64 Mo.",
    });
    await act(() => Upload.last.onload?.());
    await shows("Le fichier dépasse 64 Mo.");
    expect(here()).toBe("/desk/import");
  });

  test("keeps a file that the network failed, and sends it again as soon as it is back", async () => {
    serve({ "GET /imports": NOTHING, "GET /imports/i1": trial() });
    await drop("prix.csv");
    await shows("50 %");
    const first = Upload.last;
    await act(() => first.onerror?.());
    await shows("prix.csv n’est pas parti");
    expect(text()).toContain("Pas de réseau");
    expect(button("Envoyer de nouveau")).toBeDefined();
    act(() => void dispatchEvent(new Event("online")));
    await vi.waitFor(() => expect(Upload.last).not.toBe(first));
    expect(Upload.last.sent?.getAll("file")).toHaveLength(1);
    expect(Upload.last.headers["idempotency-key"]).toBe(first.headers["idempotency-key"]);
    await act(() => Upload.last.onload?.());
    await vi.waitFor(() => expect(here()).toBe("/desk/import/i1"));
  });

  test("gives each drop a key of its own", async () => {
    await drop("prix.csv");
    await shows("50 %");
    const first = Upload.last.headers["idempotency-key"];
    expect(first).toMatch(/^"[0-9a-f-]{36}"$/);
    tap("Annuler");
    await shows("Choisir des fichiers");
    await drop("prix.csv");
    await shows("50 %");
    expect(Upload.last.headers["idempotency-key"]).not.toBe(first);
  });

  test("keeps a file that the server failed, and sends it again under the same key", async () => {
    await drop("prix.csv");
    await shows("50 %");
    const first = Upload.last;
    first.status = 500;
    first.responseText = JSON.stringify({ title: "Erreur", status: 500, detail: "" });
    await act(() => first.onload?.());
    await shows("prix.csv n’est pas parti");
    tap("Envoyer de nouveau");
    await shows("50 %");
    expect(Upload.last).not.toBe(first);
    expect(Upload.last.headers["idempotency-key"]).toBe(first.headers["idempotency-key"]);
  });

  test("takes the corrected file where its errors stand", async () => {
    const wrong = { file: "prix.csv", line: 3, column: "price", value: "abc", severity: "error", code: "x" } as const;
    const refused = trial({ state: "refused", findings: [{ ...wrong, message: "Écrivez un prix." }] });
    serve({ "GET /imports": NOTHING, "GET /imports/i0": { ...refused, id: "i0" }, "GET /imports/i1": trial() });
    vi.stubGlobal("XMLHttpRequest", Upload);
    await open("/desk/import/i0");
    await shows("1 erreur à corriger");
    const field = document.querySelector("input[type=file]") as HTMLInputElement;
    Object.defineProperty(field, "files", { value: [new File(["a"], "prix.csv")] });
    act(() => void field.dispatchEvent(new Event("change", { bubbles: true })));
    await shows("Envoi de prix.csv");
    expect(text()).toContain("Écrivez un prix.");
    await act(() => Upload.last.onload?.());
    await shows("1 prix change");
    expect(here()).toBe("/desk/import/i1");
  });

  test("what a room made is not mended by a file", async () => {
    serve({ "GET /imports": NOTHING, "GET /imports/i1": trial({ state: "refused", kind: "prices" }) });
    await open("/desk/import/i1");
    await shows("Retour : Prix et assortiment");
    expect(document.querySelector("input[type=file]")).toBeNull();
  });

  test.each([
    ["Modèle vide, Excel", { format: "xlsx", lang: "fr", empty: "true" }],
    ["Modèle vide, CSV (ZIP)", { format: "csv", lang: "fr", empty: "true" }],
    ["Gamme actuelle, Excel", { format: "xlsx", lang: "fr" }],
    ["Gamme actuelle, CSV (ZIP)", { format: "csv", lang: "fr" }],
  ])("downloads the template: %s", async (name, wish) => {
    const taken = vi.fn((_: string) => 503);
    serve({ "GET /imports": NOTHING, "GET /exports/own": taken });
    await open("/desk/import");
    await shows("Partir d’un modèle");
    act(() => document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click());
    await vi.waitFor(() => expect(taken).toHaveBeenCalled());
    const [url] = taken.mock.calls[0] ?? [""];
    expect(Object.fromEntries(new URL(url, "http://shop/").searchParams)).toEqual(wish);
  });

  test("takes what is dropped beside the place for it", async () => {
    vi.stubGlobal("XMLHttpRequest", Upload);
    await open("/desk/import");
    await shows("Choisir des fichiers");
    const files = [new File(["a"], "stock.csv")];
    const dropped = Object.assign(new Event("drop", { bubbles: true, cancelable: true }), { dataTransfer: { files } });
    act(() => void document.querySelector("h1")?.dispatchEvent(dropped));
    await shows("Envoi de stock.csv");
    expect(dropped.defaultPrevented).toBe(true);
  });

  test("can be stopped, and says nothing of it", async () => {
    await drop("prix.csv");
    await shows("50 %");
    tap("Annuler");
    await shows("Choisir des fichiers");
    expect(document.querySelector("[role=alert]")?.textContent).toBe("");
  });
});
