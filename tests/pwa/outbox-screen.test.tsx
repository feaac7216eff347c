import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readOutbox, readSetAside, readTally, record, saveSession, settle } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import OutboxPage from "../../pwa/src/features/outbox";
import { flush, look } from "../../pwa/src/state/outbox";
import { session, startSession } from "../../pwa/src/state/session";

const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
  phone: null,
};
const draft = (text: string, author = "ana") => ({
  kind: "remark",
  payload: { text, about: "shop" },
  at: new Date().toISOString().replace("Z", "+00:00"),
  shop: "miramas",
  author,
});
const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });

let screen: HTMLElement;
let requests: { url: string; body: { events: { id: string; author: string }[] } }[];
/** What the server says of each event. */
let verdict: { status: string; reason?: string };

const text = () => screen.textContent?.replace(/[\u202f\u00a0]/g, " ") ?? "";
const button = (words: string) =>
  [...screen.querySelectorAll<HTMLElement>("button")].find((one) => one.textContent?.includes(words));
const press = async (words: string) => {
  const found = await vi.waitFor(() => {
    const here = button(words);
    if (!here) throw new Error(`no button ${words}: ${text()}`);
    return here;
  });
  await act(async () => found.click());
};
const shows = (words: string) => vi.waitFor(() => expect(text()).toContain(words));

async function open(role: "seller" | "manager" = "seller") {
  await saveSession({ ...SESSION, person: { ...SESSION.person, role } });
  await startSession();
  await look();
  act(() => render(<OutboxPage />, screen));
}

beforeEach(async () => {
  requests = [];
  verdict = { status: "accepted" };
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    if (url.endsWith("/devices") || url.endsWith("/conflicts")) return json({ items: [] });
    const body = JSON.parse(String(init.body));
    requests.push({ url, body });
    const results = body.events.map(({ id }: { id: string }) => ({ id, ...verdict }));
    return json({ results, received_at: "2026-11-21T10:00:00Z" });
  });
  await withDatabase(async (database) => {
    for (const store of ["outbox", "set_aside", "evidence", "device"] as const) await database.clear(store);
  });
  screen = document.createElement("div");
  document.body.append(screen);
});

afterEach(() => {
  act(() => render(null, screen));
  screen.remove();
  vi.unstubAllGlobals();
});

describe("the outbox", () => {
  test("shows what waits in words, and sends it at a tap", async () => {
    await record(draft("une capuche"));
    await open();
    await shows("1 en attente");
    await shows("« une capuche »");
    await press("Envoyer maintenant");
    await shows("Tout est envoyé");
    await shows("Dernier envoi");
    expect(await readOutbox()).toEqual([]);
  });

  test("tells how much is a colleague's, and not what it says", async () => {
    await record(draft("secret", "ben"));
    await open();
    await shows("1 enregistrement d’un collègue");
    expect(text()).not.toContain("secret");
    expect(button("Les envoyer pour eux")).toBeUndefined();
    expect(button("Enregistrer")).toBeUndefined();
  });

  test("lets a manager carry it; the author stays the author", async () => {
    await record(draft("secret", "ben"));
    await open("manager");
    await flush();
    expect(requests).toEqual([]);
    await press("Les envoyer pour eux");
    await shows("Tout est envoyé");
    expect(requests[0]?.body.events.map(({ author }) => author)).toEqual(["ben"]);
    await record(draft("later", "ben"));
    await flush();
    expect(await readOutbox()).toHaveLength(1);
  });

  test("shows what was refused, with its reason, and sends it again", async () => {
    verdict = { status: "rejected", reason: "invalid" };
    await record(draft("x"));
    await open();
    await act(() => flush());
    await shows("1 refusé");
    await shows("Il y manque quelque chose, ou une valeur ne peut pas être juste.");
    verdict = { status: "accepted" };
    await press("Renvoyer");
    await shows("Tout est envoyé");
    expect(await readSetAside()).toEqual([]);
  });

  test("lets what was refused be put right: a new record in its place, at the same moment", async () => {
    const wrong = await record(draft(""));
    await settle([], [{ event: wrong, reason: "invalid", message: "", refused_at: wrong.at }]);
    await open();
    await press("Corriger");
    await press("Enregistrer et envoyer");
    await shows("Ce champ est nécessaire.");
    await act(async () => {
      const field = screen.querySelector("textarea") as HTMLTextAreaElement;
      field.value = "une capuche amovible";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await press("Enregistrer et envoyer");
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    const sent = requests[0]?.body.events[0];
    expect(sent).toMatchObject({ at: wrong.at, payload: { text: "une capuche amovible", about: "shop" } });
    expect(sent?.id).not.toBe(wrong.id);
    expect(await readSetAside()).toEqual([]);
  });

  test("deletes only on a second word, and remembers that the number is free", async () => {
    const wrong = await record(draft("x"));
    await settle([], [{ event: wrong, reason: "invalid", message: "", refused_at: wrong.at }]);
    await open();
    await press("Supprimer");
    await shows("il est perdu");
    await press("Garder");
    expect(await readSetAside()).toHaveLength(1);
    await press("Supprimer");
    await press("Supprimer pour de bon");
    await vi.waitFor(async () => expect(await readSetAside()).toEqual([]));
    expect((await readTally()).evidence).toMatchObject([{ id: wrong.id, how: "removed" }]);
  });

  test("sends a clashing record as a new one", async () => {
    const clash = await record(draft("x"));
    await settle([], [{ event: clash, reason: "conflict", message: "", refused_at: clash.at }]);
    await open();
    expect(button("Renvoyer")).toBeUndefined();
    await press("Envoyer comme nouveau");
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    expect(requests[0]?.body.events[0]?.id).not.toBe(clash.id);
  });

  test("says in a week that something has to be done", async () => {
    const old = new Date(Date.now() - 8 * 86_400_000).toISOString();
    await record({ ...draft("x"), at: old.replace("Z", "+00:00") });
    await open();
    await shows("depuis plus d’une semaine");
  });

  test("takes a colleague's file over in a manager's hands", async () => {
    await open("manager");
    const input = screen.querySelector<HTMLInputElement>("input[type=file]") as HTMLInputElement;
    const give = async (content: string) => {
      Object.defineProperty(input, "files", { value: [new File([content], "x.json")], configurable: true });
      await act(async () => {
        input.dispatchEvent(new Event("change", { bubbles: true }));
      });
    };
    await give("not a file of ours");
    await shows("Ce n’est pas un fichier");
    await give(JSON.stringify({ format: "cordee-events", version: 1, events: [{ id: "a" }, { id: "b" }] }));
    await shows("2 reçus");
    expect(requests.at(-1)?.url).toBe("/api/v1/events/import");
    verdict = { status: "rejected", reason: "other-shop" };
    await give(JSON.stringify({ format: "cordee-events", version: 1, events: [{ id: "a" }] }));
    await shows("1 refusé");
  });
});

/** The browser's channel, in one page: all but who speaks hear it. */
class Channel extends EventTarget {
  static readonly all = new Set<Channel>();
  constructor(readonly name: string) {
    super();
    Channel.all.add(this);
  }
  postMessage(data: unknown): void {
    for (const one of Channel.all)
      if (one !== this && one.name === this.name) one.dispatchEvent(new MessageEvent("message", { data }));
  }
}

describe("a clash of two records", () => {
  const version = (verdict: string) => ({
    ...{ kind: "try-on", at: "2026-11-21T11:00:00+01:00", device: "d", author: "Ana" },
    ...{ received_at: "2026-11-21T10:00:00Z", payload: { ref: "shell", size_tried: "M", verdict } },
  });
  const clash = (id: string, seen_at: string | null) => ({
    ...{ id, event_id: "e", shop: "miramas", seen_at, seen_by: seen_at && "Tom" },
    ...{ held: version("larger"), came: version("smaller") },
  });
  let items: unknown[];
  let told: string[];
  let answer: () => Response | Promise<Response>;

  beforeEach(() => {
    items = [clash("c1", null), clash("c2", null), clash("c3", "2026-11-21T12:00:00Z")];
    told = [];
    answer = () => new Response(null, { status: 204 });
    vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
      if (url.endsWith("/conflicts")) return json({ items });
      if (init.method !== "PUT") return json({ items: [] });
      told.push(url);
      return answer();
    });
  });

  const seen = () =>
    [...screen.querySelectorAll("button")].filter(({ textContent }) => textContent?.includes("est vu"));

  test("goes for everybody when a manager has seen it; what others have seen is not shown", async () => {
    await open("manager");
    await vi.waitFor(() => expect(screen.textContent).toContain("2 doublons"));
    act(() => seen()[0]?.click());
    await vi.waitFor(() => expect(screen.textContent).toContain("1 doublon à"));
    expect(told).toEqual(["/api/v1/events/conflicts/c1/seen"]);
  });

  test("stays where the server could not be told, and can be tried again", async () => {
    answer = () => Promise.reject(new TypeError("no network"));
    await open("manager");
    await vi.waitFor(() => expect(seen()).toHaveLength(2));
    act(() => seen()[0]?.click());
    await vi.waitFor(() => expect(told).toHaveLength(1));
    await vi.waitFor(() => expect(seen()[0]?.disabled).toBe(false));
    expect(screen.textContent).toContain("2 doublons");
  });

  test("is no seller's business", async () => {
    await open("seller");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.textContent).not.toContain("doublon");
  });
});

describe("two windows", () => {
  test("hear of each other's records and deliveries", async () => {
    vi.stubGlobal("BroadcastChannel", Channel);
    await open();
    vi.resetModules();
    const other = await import("../../pwa/src/state/outbox");
    const { startSession: start } = await import("../../pwa/src/state/session");
    await start();
    await other.startOutbox();
    await other.flush();
    expect(session.value?.person.id).toBe("ana");
    await record(draft("x"));
    new BroadcastChannel("cordee-outbox").postMessage("changed");
    await vi.waitFor(() => expect(other.unsentCount.value).toBe(1));
    const heard = vi.fn();
    other.onDelivered(heard);
    await settle([(await readOutbox())[0]?.id ?? ""], []);
    new BroadcastChannel("cordee-outbox").postMessage("delivered");
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    expect(other.unsentCount.value).toBe(0);
  });
});
