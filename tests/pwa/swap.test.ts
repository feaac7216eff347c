import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Snapshot, Stock } from "../../pwa/src/catalogue/types";
import { disconnect, readSnapshot, saveSnapshot } from "../../pwa/src/db";
import {
  closeCatalogue,
  lastSync,
  nextSnapshot,
  openCatalogue,
  refreshCatalogue,
  snapshot,
  stock,
  swapCatalogue,
  syncFailure,
  syncing,
} from "../../pwa/src/state/catalogue";
import { online } from "../../pwa/src/state/online";
import { catalogue, counts, json } from "./fixture";

/** A server that has one catalogue and one stock, and honours ETags. */
function serving(document: Snapshot, levels: Stock = counts()) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    asked.push(url);
    const body = url.includes("/snapshot") ? document : levels;
    const etag = `"${url.includes("/snapshot") ? document.content_hash : levels.as_of}"`;
    if (new Headers(init?.headers).get("if-none-match") === etag) return new Response(null, { status: 304 });
    return json(body, { headers: { etag } });
  });
  return asked;
}

let shop = "";
/** A catalogue of the shop of this test. */
const first = (given: Partial<Snapshot> = {}, id = shop): Snapshot =>
  catalogue({ shop: { ...catalogue().shop, id }, ...given });
const second = (id = shop): Snapshot => first({ revision: 2, content_hash: "b".repeat(64) }, id);

beforeEach(() => {
  closeCatalogue();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  // Each test has a shop of its own, so that none reads what another stored.
  shop = `shop-${Math.random().toString(36).slice(2)}`;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("the catalogue", () => {
  test("is shown at once where there was none", async () => {
    serving(first());
    await refreshCatalogue(shop, "fr");
    expect(snapshot.value?.revision).toBe(1);
    expect(stock.value?.as_of).toBe(counts().as_of);
    expect(lastSync.value).not.toBeNull();
    expect(syncing.value).toBe("idle");
  });

  test("waits while another one is on the screen, and is shown when asked", async () => {
    serving(first());
    await refreshCatalogue(shop, "fr");
    serving(second());
    await refreshCatalogue(shop, "fr");
    expect(snapshot.value?.revision).toBe(1);
    expect(nextSnapshot.value?.revision).toBe(2);
    swapCatalogue();
    expect(snapshot.value?.revision).toBe(2);
    expect(nextSnapshot.value).toBeNull();
  });

  test("is stored before it is offered, so that the next start has it", async () => {
    serving(first());
    await refreshCatalogue(shop, "fr");
    serving(second());
    await refreshCatalogue(shop, "fr");
    expect((await readSnapshot(shop, "fr"))?.document.revision).toBe(2);
    await openCatalogue(shop, "fr");
    expect(snapshot.value?.revision).toBe(2);
    expect(nextSnapshot.value).toBeNull();
  });

  test("is fetched once while it does not change", async () => {
    serving(first());
    await refreshCatalogue(shop, "fr");
    const shown = snapshot.value;
    await refreshCatalogue(shop, "fr");
    expect(snapshot.value).toBe(shown);
    expect(nextSnapshot.value).toBeNull();
  });

  test("stays where the network fails, and says so", async () => {
    serving(first());
    await refreshCatalogue(shop, "fr");
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
    await refreshCatalogue(shop, "fr");
    expect(snapshot.value?.revision).toBe(1);
    expect(syncFailure.value?.reason).toBe("offline");
    expect(online.value).toBe(false);
  });

  test("stays where a portal answers, and the stored one too", async () => {
    serving(first());
    await refreshCatalogue(shop, "fr");
    vi.stubGlobal("fetch", async () => new Response("<html>", { headers: { "content-type": "text/html" } }));
    await refreshCatalogue(shop, "fr");
    expect(syncFailure.value?.reason).toBe("portal");
    expect((await readSnapshot(shop, "fr"))?.document.revision).toBe(1);
    expect(online.value).toBe(false);
  });

  test("keeps its words in another language until the wanted one is there", async () => {
    await saveSnapshot(shop, "fr", { document: first(), etag: undefined, checked_at: "2026-11-22T10:00:00Z" });
    await openCatalogue(shop, "en");
    expect(snapshot.value?.lang).toBe("fr");
    serving(first({ lang: "en" }));
    await refreshCatalogue(shop, "en");
    expect(snapshot.value?.lang).toBe("en");
  });

  test("does not show what arrives after the shop was changed", async () => {
    let arrive: (answer: Response) => void = () => {};
    const late = new Promise<Response>((resolve) => {
      arrive = resolve;
    });
    const fetched = vi.fn(() => late);
    vi.stubGlobal("fetch", fetched);
    const unwanted = refreshCatalogue(shop, "fr");
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
    serving(second(`${shop}-other`));
    const wanted = refreshCatalogue(`${shop}-other`, "fr");
    arrive(json(first()));
    await Promise.all([unwanted, wanted]);
    expect(snapshot.value?.revision).toBe(2);
    expect(syncing.value).toBe("idle");
  });

  test("is shown even where this phone can store nothing", async () => {
    await disconnect();
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("the disk is full", "QuotaExceededError");
    });
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    serving(first());
    await refreshCatalogue(shop, "fr");
    expect(snapshot.value?.revision).toBe(1);
    expect(stock.value).not.toBeNull();
    expect(said).toHaveBeenCalled();
  });

  test("is asked for once where two ask at the same time", async () => {
    const asked = serving(first());
    await Promise.all([refreshCatalogue(shop, "fr"), refreshCatalogue(shop, "fr")]);
    expect(asked.filter((url) => url.includes("/snapshot"))).toHaveLength(1);
  });
});
