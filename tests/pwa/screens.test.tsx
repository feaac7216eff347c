import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { App, startGuard } from "../../pwa/src/app";
import { readSession, saveSession } from "../../pwa/src/db";
import { navigate, route, startRouter } from "../../pwa/src/lib/router";
import { closeCatalogue, refreshCatalogue } from "../../pwa/src/state/catalogue";
import { checkSession, enterAs, session, sessionEnded, signOut, startSession } from "../../pwa/src/state/session";
import { catalogue, counts, GTIN_M, json } from "./fixture";

const SESSION = {
  person: { id: "p1", name: "Ana", role: "seller" },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d1" },
};
const PROBLEM = { "content-type": "application/problem+json" };
const refusal = (status: number, code: string, errors: { field: string; message: string }[] = []) =>
  json({ type: "about:blank", title: code, status, code, errors }, { status, headers: PROBLEM });

/** What the server answers in this test, by method and path. */
let answers: Record<string, () => Response>;
let sent: { key: string; body: unknown }[];
let screen: HTMLElement;
let stop: (() => void)[];

const text = () => screen.textContent?.replace(/[\u202f\u00a0]/g, " ") ?? "";
const button = (words: string) =>
  [...screen.querySelectorAll<HTMLElement>("button, a")].find((one) => one.textContent?.includes(words));
const press = async (words: string) => {
  const found = await vi.waitFor(() => {
    const here = button(words);
    if (!here) throw new Error(`no ${words}: ${text()}`);
    return here;
  });
  await act(async () => found.click());
};
const type = (label: string, value: string) =>
  act(async () => {
    const field = [...screen.querySelectorAll("label")].find((one) => one.textContent?.includes(label));
    const input =
      field?.querySelector("input") ?? screen.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    if (!input) throw new Error(`no field ${label}`);
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
const submit = () =>
  act(async () => {
    screen.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });
const shows = (words: string) => vi.waitFor(() => expect(text()).toContain(words));

beforeEach(async () => {
  sent = [];
  answers = {
    "GET /api/v1/shops/miramas/snapshot": () => json(catalogue()),
    "GET /api/v1/shops/miramas/stock": () => json(counts()),
    "GET /api/v1/sessions": () => json({ items: [] }),
  };
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    const key = `${init.method ?? "GET"} ${url.split("?")[0]}`;
    sent.push({ key, body: init.body ? JSON.parse(String(init.body)) : undefined });
    return answers[key]?.() ?? refusal(404, "not-found");
  });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "info").mockImplementation(() => {});
  history.replaceState(null, "", "/app/#/");
  screen = document.body.appendChild(document.createElement("div"));
  stop = [startRouter(), startGuard()];
});

afterEach(async () => {
  render(null, screen);
  screen.remove();
  for (const end of stop) end();
  answers["DELETE /api/v1/session"] = () => new Response(null, { status: 204 });
  await signOut();
  closeCatalogue();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const open = (path: string) =>
  act(async () => {
    navigate(path, { replace: true });
    render(<App />, screen);
  });
const enter = async () => {
  answers["POST /api/v1/demonstration/entries"] = () => json(SESSION, { status: 201 });
  await enterAs("seller");
  await refreshCatalogue("miramas", "fr");
};

describe("someone without a session", () => {
  test("is shown the ways in, and comes back to where they wanted to go", async () => {
    await open("/product/trilogy");
    expect(route.value.path).toBe("/welcome");
    await shows("Entrer dans la boutique");
    expect(screen.querySelector("nav")).toBeNull();
    await act(enter);
    expect(route.value.path).toBe("/product/trilogy");
  });

  test("may paste the whole link of an invitation", async () => {
    await open("/welcome");
    await shows("Lien d’invitation");
    await type("Lien d’invitation", "https://shop.example/app/#/invitation/abcDEF_123-xyz");
    await submit();
    expect(route.value.path).toBe("/invitation/abcDEF_123-xyz");
  });

  test("is told what an invitation looks like where it is none", async () => {
    await open("/welcome");
    await shows("Lien d’invitation");
    await type("Lien d’invitation", "bonjour !");
    await submit();
    expect(route.value.path).toBe("/welcome");
    expect(screen.querySelector('form [role="alert"]')?.textContent).toContain("Ce n’est pas une invitation");
  });
});

describe("an invitation", () => {
  test("links the phone, with the first name, and opens the shop", async () => {
    answers["POST /api/v1/enrolments"] = () => json(SESSION, { status: 201 });
    await open("/invitation/secret-token?next=/search");
    await shows("Relier ce téléphone");
    await type("Votre prénom", " Ana ");
    await submit();
    await vi.waitFor(() => expect(route.value.path).toBe("/search"));
    expect(sent.find(({ key }) => key === "POST /api/v1/enrolments")?.body).toEqual({
      invitation: "secret-token",
      name: "Ana",
    });
    expect(await readSession()).toEqual(SESSION);
  });

  test("that was used says so in the server's words, and offers another way", async () => {
    answers["POST /api/v1/enrolments"] = () =>
      refusal(422, "invitation-refused", [{ field: "invitation", message: "Cette invitation a déjà servi." }]);
    await open("/invitation/secret-token");
    await shows("Votre prénom");
    await submit();
    await shows("Cette invitation a déjà servi.");
    expect(button("Coller une autre invitation")).toBeDefined();
    expect(session.value).toBeNull();
  });

  test("behind a hotel's page says what to do", async () => {
    answers["POST /api/v1/enrolments"] = () => new Response("<html>", { headers: { "content-type": "text/html" } });
    await open("/invitation/secret-token");
    await shows("Votre prénom");
    await submit();
    await shows("Le Wi-Fi demande de se connecter");
  });
});

describe("the session", () => {
  test("is there again after a restart, without the server", async () => {
    await saveSession(SESSION as never);
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
    await startSession();
    expect(session.value?.person.name).toBe("Ana");
    await checkSession();
    expect(session.value?.person.name).toBe("Ana");
    expect(sessionEnded.value).toBe(false);
  });

  test("that the server ended is said, and takes nothing from the phone", async () => {
    await enter();
    answers["GET /api/v1/session"] = () => refusal(401, "unauthenticated");
    await checkSession();
    expect(sessionEnded.value).toBe(true);
    expect(await readSession()).toEqual(SESSION);
    await open("/search");
    expect(text()).toContain("n’est plus relié");
  });
});

describe("search", () => {
  beforeEach(enter);

  test("shows the families of the shop first, then what is typed, and opens it", async () => {
    await open("/search");
    await shows("Vestes imperméables");
    await type("Chercher un produit ou un code", "trilogy");
    await shows("1 modèle");
    await shows("2 ici");
    expect(route.value.query.q).toBe("trilogy");
    const row = button("Trilogy Edge GTX Pro");
    expect(row?.getAttribute("href")).toBe("#/product/trilogy");
    expect(row?.textContent).toContain("2 ici");
  });

  test("narrows by what stands in the address, and counts what remains", async () => {
    await open("/search?audience=women");
    await shows("1 modèle");
    expect(text()).toContain("Onega Down");
    expect(text()).not.toContain("Trilogy");
    await press("Femme");
    await press("Tous");
    expect(route.value.path).toBe("/search");
    expect(route.value.query.audience).toBeUndefined();
  });

  test("reads a typed code, and opens that very size", async () => {
    await open(`/search?q=${GTIN_M}`);
    await shows("Ce code est celui de");
    expect(button("Trilogy Edge GTX Pro")?.getAttribute("href")).toBe(`#/product/trilogy?gtin=${GTIN_M}`);
  });

  test("helps where a code is mistyped", async () => {
    await open(`/search?q=${GTIN_M.slice(0, -1)}6`);
    await shows("le dernier devrait être 5");
    expect(button("Trilogy Edge GTX Pro")).toBeDefined();
  });

  test("offers other ways where nothing is found", async () => {
    await open("/search?q=zzzzzz&audience=men");
    await shows("Rien pour « zzzzzz »");
    await press("Retirer les filtres");
    expect(route.value.query).toEqual({ q: "zzzzzz" });
  });
});

describe("the shop", () => {
  beforeEach(enter);

  test("says how fresh everything is, and that it is a demonstration", async () => {
    await open("/shop");
    await shows("du 20 novembre 2026, n° 1");
    for (const words of ["4 modèles", "3 articles", "Boutique de démonstration", "14 novembre 2026", "Ana · vendeur"])
      expect(text()).toContain(words);
    expect(text()).not.toContain("Inviter");
  });

  test("asks again before the phone leaves", async () => {
    answers["DELETE /api/v1/session"] = () => new Response(null, { status: 204 });
    await open("/shop");
    await shows("Quitter la boutique sur ce téléphone");
    await press("Quitter la boutique sur ce téléphone");
    // What waits is sent first.
    await shows("nouvelle invitation pour revenir");
    expect(session.value).not.toBeNull();
    await press("Quitter");
    await vi.waitFor(() => expect(session.value).toBeNull());
    expect(await readSession()).toBeUndefined();
    expect(route.value.path).toBe("/welcome");
  });

  test("lets the seller see other devices end", async () => {
    const device = {
      id: "d2",
      person: SESSION.person,
      shop: "miramas",
      device: "iPhone",
      created_at: "",
      expires_at: "",
    };
    answers["GET /api/v1/sessions"] = () =>
      json({ items: [{ ...device, last_seen_at: "2026-11-20T10:00:00Z", current: false }] });
    answers["DELETE /api/v1/sessions/d2"] = () => new Response(null, { status: 204 });
    await open("/shop");
    await shows("iPhone");
    await press("Déconnecter");
    await vi.waitFor(() => expect(text()).not.toContain("iPhone"));
    expect(sent.map(({ key }) => key)).toContain("DELETE /api/v1/sessions/d2");
  });
});

test("an address that is none says so and leads home", async () => {
  await enter();
  await open("/nowhere");
  await shows("Cette page n’existe pas");
});
