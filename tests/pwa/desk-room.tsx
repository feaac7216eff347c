/** A desk on the screen, and a server that answers as it is told. */
import { render } from "preact";
import { act } from "preact/test-utils";
import { vi } from "vitest";
import Desk from "../../pwa/src/features/desk/index";
import type { Role } from "../../pwa/src/lib/api";
import type { Trial } from "../../pwa/src/lib/apiImports";
import { match, parse } from "../../pwa/src/lib/router";
import { navigate, route } from "../../pwa/src/state";
import { adopt } from "../../pwa/src/state/session";

export const plain = (text: string | null | undefined) => text?.replace(/[\u202f\u00a0]/g, " ") ?? "";
export const text = () => plain(document.body.textContent);
export const shows = (words: string | RegExp) =>
  vi.waitFor(() => {
    if (typeof words === "string" ? !text().includes(words) : !words.test(text()))
      throw new Error(`${words}: ${text()}`);
  });
export const button = (name: string) =>
  [...document.querySelectorAll<HTMLElement>("button, a")].find((one) => plain(one.textContent).trim() === name);
export const tap = (name: string) => act(() => (button(name) as HTMLElement).click());
export const press = (key: string, at: EventTarget = document.body) =>
  act(() => void at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
export function type(label: string, value: string): void {
  const name = [...document.querySelectorAll("label")].find((one) => plain(one.textContent).startsWith(label));
  const field = document.getElementById(name?.htmlFor ?? "") as HTMLInputElement;
  act(() => {
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

type Answers = Record<string, unknown>;
/** What was asked, as "POST /imports/1/publish", with what was sent. */
export const asked: { what: string; body: unknown }[] = [];

/** Answer by method and path: a function makes the answer, a number is an error's status, null an answer without a body. */
export function serve(answers: Answers): void {
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const what = `${init.method ?? "GET"} ${new URL(url, "http://shop/").pathname.replace("/api/v1", "")}`;
    asked.push({ what, body: init.body ? JSON.parse(String(init.body)) : null });
    const found = answers[what];
    return answer(typeof found === "function" ? found(String(url)) : found);
  });
}

function answer(found: unknown): Response {
  if (typeof found === "number") return problem(found);
  if (found === null) return new Response(null, { status: 204 });
  return found === undefined ? problem(404) : json(found, 200);
}

const json = (data: unknown, status: number) =>
  new Response(JSON.stringify(data), { status, headers: { "content-type": "application/json" } });
const problem = (status: number) =>
  json(
    { title: "Non", status, code: status === 409 ? "import-outdated" : "no", detail: "Le serveur dit non." },
    status,
  );

let host: HTMLElement | undefined;

function Here() {
  const { path, query } = route.value;
  const params = match("/desk/:room/:id", path) ?? match("/desk/:room", path) ?? {};
  return <Desk params={params} query={query} />;
}

/** Open an address of the desk as somebody with this role. */
export async function open(address: string, role: Role = "merchandiser"): Promise<void> {
  close();
  await adopt({
    person: { id: "ana", name: "Ana", role },
    shop: { id: "miramas", name: "Miramas" },
    device: { id: "d" },
  });
  navigate(address, { replace: true });
  host = document.createElement("div");
  document.body.append(host);
  act(() => render(<Here />, host as HTMLElement));
}

export function close(): void {
  if (host) act(() => render(null, host as HTMLElement));
  host?.remove();
  host = undefined;
  asked.length = 0;
}

export const here = () => parse(location.hash).path;

/** A dry run that is ready, where nothing else is said. */
export const trial = (more: Partial<Trial> = {}): Trial => ({
  id: "i1",
  name: "prix.csv",
  kind: "file",
  state: "ready",
  author: "Ana",
  created_at: "2026-11-23T09:00:00Z",
  base_revision: 4,
  published_revision: null,
  outdated: false,
  progress: null,
  failure: null,
  findings: [],
  changes: {
    counts: { prices: 1 },
    prices: [{ shop: "miramas", gtin: "1", ref: "trilogy", before: [34990, null], after: [27990, null] }],
    names: { trilogy: "Trilogy GTX" },
    pieces: {},
  },
  removals: { count: 0, listed: [] },
  advice: null,
  ...more,
});
