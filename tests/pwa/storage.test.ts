import { beforeEach, describe, expect, test, vi } from "vitest";
import { readOutbox, readTally, record, saveSession, saveSpeech, settle } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import { PICTURES } from "../../pwa/src/db/room";

const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
  phone: null,
};
const draft = {
  kind: "remark",
  payload: { text: "x" },
  at: "2026-11-21T11:00:00.000+01:00",
  shop: "miramas",
  author: "ana",
};
const FULL = () => new DOMException("no room", "QuotaExceededError");

/** Let the disk be full for these stores until `room` says otherwise. */
function full(stores: string[], room: () => boolean) {
  const put = IDBObjectStore.prototype.put;
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
    if (stores.includes(this.name) && !room()) throw FULL();
    return put.apply(this, given as [unknown]);
  });
}

async function phone() {
  vi.resetModules();
  await (await import("../../pwa/src/state/session")).startSession();
  const { storageFull } = await import("../../pwa/src/state/storage");
  return { ...(await import("../../pwa/src/state/outbox")), storageFull };
}

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("no network")));
  await withDatabase(async (database) => {
    for (const store of ["outbox", "set_aside", "evidence", "device", "speech", "snapshot"] as const)
      await database.clear(store);
  });
  await saveSession(SESSION);
});

const pictures = (there: boolean) => {
  const held = new Set(there ? [PICTURES] : []);
  vi.stubGlobal("caches", {
    delete: async (name: string) => held.delete(name),
    has: async (name: string) => held.has(name),
  });
  return held;
};

describe("a full phone", () => {
  test("gives up pictures first, and then the event is saved", async () => {
    const held = pictures(true);
    await saveSpeech("miramas", "de", { document: {} as never, etag: undefined, checked_at: "" });
    full(["outbox"], () => held.size === 0);
    const { note, storageFull } = await phone();
    await note("remark", { text: "x" });
    expect(await readOutbox()).toHaveLength(1);
    expect(storageFull.value).toBe(false);
    expect(await withDatabase((database) => database.getAllKeys("speech"))).toEqual(["miramas/de"]);
  });

  test("gives up other languages and the words of evidence, never what waits", async () => {
    pictures(false);
    await saveSpeech("miramas", "de", { document: {} as never, etag: undefined, checked_at: "" });
    await saveSpeech("miramas", "fr", { document: {} as never, etag: undefined, checked_at: "" });
    const [waiting, delivered] = [await record(draft), await record(draft)];
    await settle([delivered.id], []);
    let tries = 0;
    full(["outbox"], () => tries++ > 1);
    await (await phone()).note("remark", { text: "y" });
    expect(await withDatabase((database) => database.getAllKeys("speech"))).toEqual(["miramas/fr"]);
    const { evidence, waiting: left } = await readTally();
    expect(evidence).toEqual([
      { id: delivered.id, device: delivered.device, seq: 2, how: "delivered", at: evidence[0]?.at },
    ]);
    expect(left.map(({ id }) => id)).toContain(waiting.id);
    expect(left).toHaveLength(2);
  });

  test("says that nothing is saved where there is nothing left to give up, until something is again", async () => {
    pictures(false);
    let room = false;
    full(["outbox"], () => room);
    const { note, storageFull } = await phone();
    await expect(note("remark", { text: "x" })).rejects.toThrow("no room");
    expect(storageFull.value).toBe(true);
    expect(await readOutbox()).toEqual([]);
    room = true;
    await note("remark", { text: "x" });
    expect(storageFull.value).toBe(false);
  });

  test("is known by the words of a disk that is full, under whatever name, told to the transaction or on opening", async () => {
    const words = [
      new DOMException("Encountered full disk while opening backing store for indexedDB.open.", "UnknownError"),
      new DOMException("IO error: 000003.log: FILE_ERROR_NO_SPACE", "UnknownError"),
    ];
    for (const failure of words) {
      const held = pictures(true);
      const put = IDBObjectStore.prototype.put;
      const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
        this: IDBObjectStore,
        ...given
      ) {
        if (this.name === "outbox" && held.size > 0) throw failure;
        return put.apply(this, given as [unknown]);
      });
      const before = (await readOutbox()).length;
      const { note, storageFull } = await phone();
      await note("remark", { text: "x" });
      expect([(await readOutbox()).length, held.size, storageFull.value]).toEqual([before + 1, 0, false]);
      spy.mockRestore();
    }
  });

  test("that does not say that it is full loses its pictures, and nothing else", async () => {
    const held = pictures(true);
    await saveSpeech("miramas", "de", { document: {} as never, etag: undefined, checked_at: "" });
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("Internal error opening backing store", "UnknownError");
    });
    const { note, storageFull } = await phone();
    await expect(note("remark", { text: "x" })).rejects.toThrow("backing store");
    expect([held.size, storageFull.value]).toEqual([0, false]);
    expect(await withDatabase((database) => database.getAllKeys("speech"))).toEqual(["miramas/de"]);
  });

  test("tells its reason to the transaction alone, and is understood", async () => {
    const { together } = await import("../../pwa/src/db/writing");
    const transaction = { abort: () => {}, done: Promise.reject(FULL()) };
    const step = () => Promise.reject(new DOMException("aborted", "AbortError"));
    await expect(together(transaction, [step])).rejects.toThrow("no room");
  });

  test("lets what arrived leave the outbox even where no evidence of it can be kept", async () => {
    const event = await record(draft);
    full(["evidence"], () => false);
    await settle([event.id], []);
    vi.restoreAllMocks();
    expect(await readOutbox()).toEqual([]);
  });
});

describe("the promise to keep what is stored", () => {
  test("is asked for once there is something to lose, and once a visit", async () => {
    const persist = vi.fn(async () => false);
    const storage = { persist, persisted: async () => false, estimate: async () => ({}) };
    vi.stubGlobal("navigator", { ...navigator, onLine: true, storage });
    const { note } = await phone();
    expect(persist).not.toHaveBeenCalled();
    await note("remark", { text: "x" });
    await note("remark", { text: "y" });
    await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
  });

  test("is not asked for again where it was given", async () => {
    const persist = vi.fn(async () => true);
    const persisted = vi.fn(async () => true);
    vi.stubGlobal("navigator", {
      ...navigator,
      onLine: true,
      storage: { persist, persisted, estimate: async () => ({}) },
    });
    await (await phone()).note("remark", { text: "x" });
    await vi.waitFor(() => expect(persisted).toHaveBeenCalled());
    expect(persist).not.toHaveBeenCalled();
  });
});
