/** The picture of the storage: kept up without reading all of it, and never trusted against it. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { bringBack, readOutbox, record, settle } from "../../pwa/src/db";
import { draft, freshStorage, marks, openPage } from "./faults/pages";
import { server } from "./faults/server";

freshStorage();

/** How many rows of what waits were read, how many ids, and how often all of them at once. */
function counted() {
  const reads = { rows: 0, ids: 0, whole: 0 };
  const get = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
    if (this.name === "outbox") reads.rows += 1;
    return get.call(this, key);
  });
  const getAllKeys = IDBIndex.prototype.getAllKeys;
  vi.spyOn(IDBIndex.prototype, "getAllKeys").mockImplementation(function (this: IDBIndex, ...given) {
    const request = getAllKeys.apply(this, given);
    request.addEventListener("success", () => {
      reads.ids += request.result.length;
    });
    return request;
  });
  for (const from of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    const getAll = from.getAll;
    vi.spyOn(from, "getAll").mockImplementation(function (this: IDBObjectStore | IDBIndex, ...given) {
      const store = this instanceof IDBIndex ? this.objectStore : this;
      if (store.name === "outbox") reads.whole += 1;
      return getAll.apply(this as IDBObjectStore, given);
    });
  }
  return reads;
}

const NOTES = 10;
/** The look whether the event was written by the try before. */
const ROWS_A_NOTE = 1;
/** A batch that is about to be sent, asked for its ids; a note may come in the middle of one and be followed by another. */
const MOST_IDS_A_NOTE = 200;

describe("what a note reads", () => {
  // Windows of the tests before would read, too.
  beforeEach(() => {
    vi.stubGlobal("BroadcastChannel", undefined);
  });

  test.each([5, 200, 1_000])("is the same with %i events that wait", { timeout: 30_000 }, async (before) => {
    for (let mark = 0; mark < before; mark += 1) await record(draft(mark));
    server(() => "offline");
    const page = await openPage();
    await page.startOutbox();
    await page.flush();
    const reads = counted();
    for (let mark = 0; mark < NOTES; mark += 1) {
      await page.note("try-on", { mark: before + mark });
      await page.flush();
    }
    expect(reads.whole).toBe(0);
    expect(reads.rows).toBe(NOTES * ROWS_A_NOTE);
    expect(reads.ids).toBeGreaterThan(0);
    expect(reads.ids).toBeLessThanOrEqual(NOTES * MOST_IDS_A_NOTE);
    expect(page.unsent.value.map(({ payload }) => payload.mark)).toEqual([...Array(before + NOTES).keys()]);
    expect((await readOutbox()).map(({ id }) => id)).toEqual(page.unsent.value.map(({ id }) => id));
  });

  test("and what a whole queue costs on its way is each event once", async () => {
    for (let mark = 0; mark < 450; mark += 1) await record(draft(mark));
    const taken = server();
    const page = await openPage();
    await page.startOutbox();
    const reads = counted();
    await page.flush();
    expect(taken.events.size).toBe(450);
    // To keep what was delivered as evidence; and to be sure that it still waits.
    expect(reads.rows).toBe(450);
    expect(reads.ids).toBe(450);
    expect(reads.whole).toBe(0);
  });
});

describe("what this window was never told", () => {
  async function open() {
    vi.stubGlobal("BroadcastChannel", undefined);
    const taken = server(() => "offline");
    const page = await openPage();
    for (const mark of [1, 2, 3]) await page.note("try-on", { mark });
    await page.flush();
    server(() => "", taken);
    return { page, taken };
  }

  test("that another one has recorded: it is sent all the same", async () => {
    const { page, taken } = await open();
    await record(draft(4));
    await page.flush();
    expect(marks(taken)).toEqual([1, 2, 3, 4]);
    expect(page.unsentCount.value).toBe(0);
  });

  test("that another one has sent as much as it recorded", async () => {
    const { page, taken } = await open();
    await settle([page.unsent.value[0]?.id ?? ""], []);
    await record(draft(4));
    await page.flush();
    expect(marks(taken)).toEqual([2, 3, 4]);
    expect(page.unsentCount.value).toBe(0);
  });

  test("that others wait in the place of those, and no number was given out", async () => {
    const { page, taken } = await open();
    const [first] = await readOutbox();
    await settle([first?.id ?? ""], []);
    await bringBack([{ ...first, id: "01a20636-ee2d-71ba-b460-9df25f921e99", seq: 99 } as typeof first & object]);
    await page.flush();
    expect([...taken.events.keys()]).toContain("01a20636-ee2d-71ba-b460-9df25f921e99");
    expect([...taken.events.keys()]).not.toContain(first?.id);
    expect(page.unsentCount.value).toBe(0);
  });
});
