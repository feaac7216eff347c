import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { partHere } from "../../pwa/src/lib/partHere";
import { setShortcuts } from "../../pwa/src/state/desk";
import { button, close, here, open, press, serve, shows, tap, text } from "./desk-room";

const NOTHING = { items: [], next_cursor: null };
const REVISION = {
  number: 7,
  content_hash: "x",
  published_at: "2026-11-23T09:00:00Z",
  author: "Ana",
  note: "Prix d’hiver",
  counts: null,
};
const SERVER = {
  "GET /imports": NOTHING,
  "GET /revisions": { items: [REVISION], next_cursor: null },
  "GET /completeness": { basis: "recorded", total: 0, rows: [] },
};

beforeEach(() => serve(SERVER));
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

describe("the desk", () => {
  test("opens on what waits, and on what is online", async () => {
    await open("/desk");
    await shows("Rien n’attend votre décision.");
    await shows("7Prix d’hiver");
    expect(document.querySelector("nav [aria-current]")?.textContent).toBe("Accueil");
    expect(partHere.value).toBe("Bureau");
  });

  test("sends a seller back to the shop, and asks the server for nothing", async () => {
    await open("/desk", "seller");
    await shows("Le bureau est réservé au merchandising");
    expect(button("Revenir à la boutique")?.getAttribute("href")).toBe("#/home");
    expect(document.querySelector("nav")).toBeNull();
  });

  test("lets a manager read, and offers nothing that writes", async () => {
    await open("/desk", "manager");
    await shows("7Prix d’hiver");
    expect(button("Importer")).toBeUndefined();
    expect(text()).not.toContain("Prêt à publier");
    close();
    await open("/desk/import", "manager");
    await shows("Il n’y a rien à cette adresse");
  });

  test("says of an address without a room that there is none", async () => {
    await open("/desk/cellar");
    await shows("Il n’y a rien à cette adresse");
  });

  test("says why a list did not come, and asks again when it is told to", async () => {
    serve({ ...SERVER, "GET /revisions": 403 });
    await open("/desk/revisions");
    await shows("Le serveur dit non.");
    serve(SERVER);
    tap("Réessayer");
    await shows("7 · Prix d’hiver");
  });
});

describe("the keys of the desk", () => {
  afterEach(() => setShortcuts(true));

  test("lead from room to room", async () => {
    await open("/desk");
    await shows("7Prix d’hiver");
    press("g");
    press("r");
    await shows("7 · Prix d’hiver");
    expect(here()).toBe("/desk/revisions");
    expect(partHere.value).toBe("Révisions");
  });

  test("are left to whoever writes in a field", async () => {
    await open("/desk");
    const field = document.createElement("input");
    document.body.append(field);
    press("g", field);
    press("r", field);
    press("?", field);
    field.remove();
    expect(here()).toBe("/desk");
    expect(document.querySelector("dialog")).toBeNull();
  });

  test("mean nothing alone: a letter without g before it does nothing", async () => {
    await open("/desk");
    press("r");
    expect(here()).toBe("/desk");
  });

  test("are listed by a question mark, and can be turned off", async () => {
    await open("/desk");
    press("?");
    await shows("Raccourcis d’une seule touche");
    setShortcuts(false);
    tap("Aide et raccourcis");
    document.querySelector("dialog")?.removeAttribute("open");
    press("g");
    press("r");
    expect(here()).toBe("/desk");
  });
});
