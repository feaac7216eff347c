import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Delta } from "../../pwa/src/catalogue/delta";
import type { Snapshot } from "../../pwa/src/catalogue/types";
import {
  addChanges,
  confirmSnapshot,
  confirmStock,
  editionOf,
  type Kept,
  makeRoom,
  readOutbox,
  readSnapshot,
  readStock,
  record,
  saveSnapshot,
  saveStock,
} from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import { catalogue, counts, product } from "./fixture";

const at = "2026-11-22T10:00:00Z";
const kept = (document: Snapshot, etag = `"${document.revision}"`): Kept<Snapshot> => ({
  document,
  etag,
  checked_at: at,
});

/** The edition `revision` of a catalogue of one piece, whose name says the revision. */
const edition = (shop: string, revision: number): Snapshot => {
  const { shop: place } = catalogue();
  return catalogue({
    revision,
    content_hash: `${revision}`.repeat(64).slice(0, 64),
    shop: { ...place, id: shop },
    products: [product("piece", `Veste ${revision}`)],
  });
};

const named = ({ format, revision, content_hash, published_at, lang }: Snapshot) => ({
  format,
  revision,
  content_hash,
  published_at,
  lang,
});

function changes(from: Snapshot, to: Snapshot): Delta {
  const set = { revision: to.revision, content_hash: to.content_hash };
  const name = to.products[0]?.name;
  return {
    ...named(to),
    from: from.revision,
    digest: "",
    changes: { set, into: { products: { into: { piece: { set: { name } } } } } },
  };
}

const rows = (store: "changes" | "heard" | "snapshot") => withDatabase((database) => database.count(store));

let shop = "";
beforeEach(async () => {
  shop = `shop-${Math.random().toString(36).slice(2)}`;
  await withDatabase(async (database) => {
    await Promise.all((["changes", "heard", "snapshot"] as const).map((store) => database.clear(store)));
  });
});

const step = (from: number, to = from + 1): Promise<boolean> => {
  const [before, after] = [edition(shop, from), edition(shop, to)];
  return addChanges(shop, kept(after), editionOf(before), changes(before, after));
};

describe("the catalogue on the phone", () => {
  test("is the whole with the changes that came since, under the last ETag", async () => {
    await saveSnapshot(shop, "fr", kept(edition(shop, 1)));
    expect(await step(1)).toBe(true);
    expect(await step(2)).toBe(true);
    const read = await readSnapshot(shop, "fr");
    expect(read?.document).toEqual(edition(shop, 3));
    expect(read?.etag).toBe('"3"');
    expect(await rows("changes")).toBe(2);
  });

  test("takes no changes that lead on from another edition", async () => {
    await saveSnapshot(shop, "fr", kept(edition(shop, 2)));
    expect(await step(1)).toBe(false);
    expect((await readSnapshot(shop, "fr"))?.document).toEqual(edition(shop, 2));
    expect(await rows("changes")).toBe(0);
  });

  test("of two windows that bring the same changes takes them once", async () => {
    await saveSnapshot(shop, "fr", kept(edition(shop, 1)));
    expect(await Promise.all([step(1), step(1)])).toEqual([true, false]);
    expect((await readSnapshot(shop, "fr"))?.document).toEqual(edition(shop, 2));
  });

  test("is written anew when many changes have gathered", async () => {
    await saveSnapshot(shop, "fr", kept(edition(shop, 1)));
    for (let from = 1; from < 20; from += 1) expect(await step(from)).toBe(true);
    expect((await readSnapshot(shop, "fr"))?.document).toEqual(edition(shop, 20));
    expect(await rows("changes")).toBeLessThan(5);
  });

  test("is free of old changes once a whole one is here", async () => {
    await saveSnapshot(shop, "fr", kept(edition(shop, 1)));
    await step(1);
    await saveSnapshot(shop, "fr", kept(edition(shop, 9)));
    expect(await rows("changes")).toBe(0);
    expect((await readSnapshot(shop, "fr"))?.document).toEqual(edition(shop, 9));
  });

  test("of an older build is read as it is, whatever changes lie beside it", async () => {
    await saveSnapshot(shop, "fr", kept(edition(shop, 1)));
    await step(1);
    const older = kept(edition(shop, 7), '"whole"');
    await withDatabase((database) => database.put("snapshot", older, `${shop}/fr`));
    expect(await readSnapshot(shop, "fr")).toEqual(older);
    expect(await step(7)).toBe(false);
  });

  test("without its changes' fit is the whole that they were for", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const base = edition(shop, 1);
    await saveSnapshot(shop, "fr", kept(base));
    const broken = { ...changes(base, edition(shop, 2)), changes: { into: { nowhere: { set: { x: 1 } } } } };
    await addChanges(shop, kept(edition(shop, 2)), editionOf(base), broken);
    expect((await readSnapshot(shop, "fr"))?.document).toEqual(base);
    expect(said).toHaveBeenCalled();
    said.mockRestore();
  });

  test("is not written again to note that it is still the newest", async () => {
    await saveSnapshot(shop, "fr", kept(edition(shop, 1)));
    const put = vi.spyOn(IDBObjectStore.prototype, "put");
    await confirmSnapshot(shop, { ...kept(edition(shop, 1), '"new"'), checked_at: "2026-11-22T11:00:00Z" });
    expect(put.mock.contexts.map((store) => (store as IDBObjectStore).name)).toEqual(["heard"]);
    put.mockRestore();
    const read = await readSnapshot(shop, "fr");
    expect([read?.etag, read?.checked_at]).toEqual(['"new"', "2026-11-22T11:00:00Z"]);
  });

  test.each([1, 2, 3])("stays the old one, whole, where write %i of the changes fails", async (failing) => {
    await saveSnapshot(shop, "fr", kept(edition(shop, 1)));
    for (let from = 1; from < 17; from += 1) await step(from);
    const before = await readSnapshot(shop, "fr");
    let writes = 0;
    const full = new DOMException("the disk is full", "QuotaExceededError");
    const original = { put: IDBObjectStore.prototype.put, delete: IDBObjectStore.prototype.delete };
    const fails = (name: "put" | "delete") =>
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...given: unknown[]) {
        writes += 1;
        if (writes === failing) throw full;
        return (original[name] as (...given: unknown[]) => IDBRequest<IDBValidKey>).apply(this, given) as never;
      });
    const spies = [fails("put"), fails("delete")];
    await expect(step(17)).rejects.toBe(full);
    for (const spy of spies) spy.mockRestore();
    expect(await readSnapshot(shop, "fr")).toEqual(before);
  });
});

test("the stock says when it was last confirmed, and is not written again for that", async () => {
  const document = counts();
  await saveStock(shop, { document, etag: '"1"', checked_at: at });
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  await confirmStock(shop, { document, etag: '"1"', checked_at: at }, "2026-11-22T11:00:00Z");
  expect(put.mock.contexts.map((store) => (store as IDBObjectStore).name)).toEqual(["heard"]);
  put.mockRestore();
  expect((await readStock(shop))?.checked_at).toBe("2026-11-22T11:00:00Z");
});

test("the catalogue gives way on a full phone, last of what can be fetched again, with all that belongs to it", async () => {
  await saveSnapshot(shop, "fr", kept(edition(shop, 1)));
  await saveSnapshot(shop, "en", { ...kept(edition(shop, 1)), document: { ...edition(shop, 1), lang: "en" } });
  await step(1);
  const event = { kind: "remark", payload: { text: "x" }, at: "2026-11-22T10:00:00.000+01:00", shop, author: "p" };
  await record(event);
  const before = (await readOutbox()).length;
  expect(await makeRoom({ shop, lang: "fr" })).toBe(true);
  expect((await readSnapshot(shop, "fr"))?.document).toEqual(edition(shop, 2));
  expect(await readSnapshot(shop, "en")).toBeUndefined();
  expect(await makeRoom({ shop, lang: "fr" })).toBe(true);
  expect(await readSnapshot(shop, "fr")).toBeUndefined();
  expect(await Promise.all([rows("changes"), rows("heard")])).toEqual([0, 0]);
  expect(await makeRoom({ shop, lang: "fr" })).toBe(false);
  expect((await readOutbox()).length).toBe(before);
});
