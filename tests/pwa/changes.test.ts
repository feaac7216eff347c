/** How a catalogue that is on the phone becomes the newest one, by what changed where that leads there. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Delta } from "../../pwa/src/catalogue/delta";
import { digest } from "../../pwa/src/catalogue/digest";
import type { Snapshot } from "../../pwa/src/catalogue/types";
import { editionOf, readSnapshot, saveSnapshot } from "../../pwa/src/db";
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
} from "../../pwa/src/state/catalogue";
import { catalogue, counts, json, product } from "./fixture";

let shop = "";
const edition = (revision: number, given: Partial<Snapshot> = {}): Snapshot =>
  catalogue({
    revision,
    content_hash: `${revision}`.repeat(64).slice(0, 64),
    shop: { ...catalogue().shop, id: shop },
    products: [product("a", `Veste ${revision}`), product("b", "Sac")],
    ...given,
  });

async function delta(before: Snapshot, after: Snapshot, given: Partial<Delta> = {}): Promise<Delta> {
  const { format, revision, content_hash, published_at, lang } = after;
  const into = { products: { into: { a: { set: { name: after.products[0]?.name } } } } };
  const changes = { set: { revision, content_hash }, into };
  const named = { format, revision, content_hash, published_at, lang };
  return { ...named, from: before.revision, digest: await digest(after), changes, ...given };
}

let asked: string[] = [];

/** A server that has this edition, and answers with `part` who asks for changes. */
function serving(document: Snapshot, part?: unknown): void {
  asked = [];
  vi.stubGlobal("fetch", async (url: string, init?: RequestInit) => {
    if (!url.includes("/snapshot")) return json(counts());
    asked.push(url.split("?")[1] ?? "");
    const wantsPart = url.includes("from=") && part !== undefined;
    const etag = `"${document.revision}${wantsPart ? "-part" : ""}"`;
    if (new Headers(init?.headers).get("if-none-match") === etag) return new Response(null, { status: 304 });
    return json(wantsPart ? part : document, { headers: { etag } });
  });
}

const stored = async (): Promise<Snapshot | undefined> => (await readSnapshot(shop, "fr"))?.document;

beforeEach(async () => {
  closeCatalogue();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  shop = `shop-${Math.random().toString(36).slice(2)}`;
  await saveSnapshot(shop, "fr", { document: edition(1), etag: '"1"', checked_at: "2026-11-22T10:00:00Z" });
  await openCatalogue(shop, "fr");
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("what changed", () => {
  test("is put in, stored, and waits until nobody looks", async () => {
    const shown = snapshot.value;
    serving(edition(2), await delta(edition(1), edition(2)));
    await refreshCatalogue(shop, "fr");
    expect(asked).toEqual(["lang=fr&from=1"]);
    expect(snapshot.value).toBe(shown);
    expect(nextSnapshot.value).toEqual(edition(2));
    expect(nextSnapshot.value?.products[1]).toBe(shown?.products[1]);
    expect(await stored()).toEqual(edition(2));
    swapCatalogue();
    expect(snapshot.value).toEqual(edition(2));
  });

  test("is put into what waits already, and asked about from there", async () => {
    serving(edition(2), await delta(edition(1), edition(2)));
    await refreshCatalogue(shop, "fr");
    serving(edition(3), await delta(edition(2), edition(3)));
    await refreshCatalogue(shop, "fr");
    expect(asked).toEqual(["lang=fr&from=2"]);
    expect(nextSnapshot.value).toEqual(edition(3));
    expect(await stored()).toEqual(edition(3));
    await openCatalogue(shop, "fr");
    expect(snapshot.value).toEqual(edition(3));
  });

  test.each([
    ["another digest", { digest: "0".repeat(64) }],
    ["changes for another catalogue", { changes: { into: { nowhere: { set: { x: 1 } } } } }],
    ["changes that say nothing", { changes: {} }],
    ["another revision to start from", { from: 7 }],
    ["another language", { lang: "en" }],
    ["no digest", { digest: undefined }],
  ])("is not believed with %s: the whole comes instead", async (_, given) => {
    const part = await delta(edition(1), edition(2), given as Partial<Delta>);
    serving(edition(2), part);
    await refreshCatalogue(shop, "fr");
    expect(asked).toEqual(["lang=fr&from=1", "lang=fr"]);
    expect(nextSnapshot.value).toEqual(edition(2));
    expect(await stored()).toEqual(edition(2));
    expect(syncFailure.value).toBeNull();
  });

  test("is not asked for where it cannot be checked", async () => {
    const part = await delta(edition(1), edition(2));
    vi.stubGlobal("crypto", {});
    serving(edition(2), part);
    await refreshCatalogue(shop, "fr");
    expect(asked).toEqual(["lang=fr"]);
    expect(nextSnapshot.value).toEqual(edition(2));
  });

  test("in the form of an older server is not taken for a whole catalogue", async () => {
    serving(edition(2), { ...edition(2), from: 1, products: [], removed: [] });
    await refreshCatalogue(shop, "fr");
    expect(nextSnapshot.value).toEqual(edition(2));
  });
});

describe("where nothing changed", () => {
  const unchanged = (given = {}) => ({
    format: 1,
    revision: 1,
    content_hash: "1".repeat(64),
    unchanged: true,
    ...given,
  });

  test("one short answer says so, and later none at all", async () => {
    serving(edition(1), unchanged());
    await refreshCatalogue(shop, "fr");
    await refreshCatalogue(shop, "fr");
    expect(asked).toEqual(["lang=fr&from=1", "lang=fr&from=1"]);
    expect([nextSnapshot.value, syncFailure.value]).toEqual([null, null]);
    const kept = await readSnapshot(shop, "fr");
    expect(kept?.etag).toBe('"1-part"');
    expect(Date.parse(kept?.checked_at ?? "")).toBeGreaterThan(Date.parse("2026-11-22T10:00:00Z"));
    expect(lastSync.value).not.toBeNull();
  });

  test("but the same number stands for another edition, the whole comes", async () => {
    const restored = edition(1, { content_hash: "f".repeat(64), products: [product("c", "Corde")] });
    serving(restored, unchanged({ content_hash: "f".repeat(64) }));
    await refreshCatalogue(shop, "fr");
    expect(asked).toEqual(["lang=fr&from=1", "lang=fr"]);
    expect(nextSnapshot.value).toEqual(restored);
    expect(await stored()).toEqual(restored);
  });

  test("an answer for somebody else, who has it already, is no answer", async () => {
    closeCatalogue();
    vi.stubGlobal("fetch", async () => new Response(null, { status: 304 }));
    await refreshCatalogue(`${shop}-empty`, "fr");
    expect(syncFailure.value?.reason).toBe("shape");
    expect(snapshot.value).toBeNull();
  });
});

describe("the stock", () => {
  test("that was stored and never shown is shown where nothing of it has changed", async () => {
    const levels = { ...counts(), shop };
    const answer = (init?: RequestInit) =>
      new Headers(init?.headers).get("if-none-match") === '"s"'
        ? new Response(null, { status: 304 })
        : json(levels, { headers: { etag: '"s"' } });
    vi.stubGlobal("fetch", async (url: string, init?: RequestInit) =>
      url.includes("/stock") ? answer(init) : json(edition(1), { headers: { etag: '"1"' } }),
    );
    await refreshCatalogue(shop, "fr");
    // Another language was asked for in the moment between storing and showing.
    closeCatalogue();
    await refreshCatalogue(shop, "fr");
    expect(stock.value).toEqual(levels);
    const shown = stock.value;
    await refreshCatalogue(shop, "fr");
    expect(stock.value).toBe(shown);
  });
});

describe("another window", () => {
  const tell = (word: unknown) => {
    const channel = new BroadcastChannel("cordee-catalogue");
    channel.postMessage(word);
    channel.close();
  };

  test("that brought an edition is heard, without asking the server", async () => {
    serving(edition(1));
    await saveSnapshot(shop, "fr", { document: edition(2), etag: '"2"', checked_at: "2026-11-22T11:00:00Z" });
    tell({ shop, lang: "fr", of: editionOf(edition(2)) });
    await vi.waitFor(() => expect(nextSnapshot.value).toEqual(edition(2)));
    expect(asked).toEqual([]);
  });

  test("that was faster with the same changes leaves one catalogue behind, the same in both", async () => {
    await saveSnapshot(shop, "fr", { document: edition(2), etag: '"2"', checked_at: "2026-11-22T11:00:00Z" });
    serving(edition(2), await delta(edition(1), edition(2)));
    await refreshCatalogue(shop, "fr");
    expect(nextSnapshot.value).toEqual(edition(2));
    expect(await stored()).toEqual(edition(2));
  });

  test("that has gone further is not taken back by changes of before", async () => {
    await saveSnapshot(shop, "fr", { document: edition(3), etag: '"3"', checked_at: "2026-11-22T11:00:00Z" });
    serving(edition(2), await delta(edition(1), edition(2)));
    await refreshCatalogue(shop, "fr");
    expect((await stored())?.revision).toBe(3);
    expect(nextSnapshot.value?.revision).toBe(3);
  });
});
