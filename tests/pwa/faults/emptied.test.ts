/** The browser empties the storage under a page that is open: what waits is in its memory alone. */
import { describe, expect, test, vi } from "vitest";
import { bringBack, readOutbox } from "../../../pwa/src/db";
import { withDatabase } from "../../../pwa/src/db/open";
import { freshStorage, marks, openPage } from "./pages";
import { server } from "./server";

freshStorage();

const emptied = () =>
  withDatabase(async (database) => {
    for (const store of ["outbox", "set_aside", "device", "evidence", "session"] as const) await database.clear(store);
  });

async function pageWithTwo(answer: () => "offline" | "") {
  const taken = server(answer);
  const page = await openPage();
  await page.startOutbox();
  for (const mark of [1, 2]) await page.note("try-on", { mark });
  await page.flush();
  return { page, taken };
}

describe("a storage that was emptied behind the page's back", () => {
  test("gets back what waits with the next record, under the ids and numbers that it had", async () => {
    const { page } = await pageWithTwo(() => "offline");
    const before = await readOutbox();
    await emptied();
    const third = await page.note("try-on", { mark: 3 });
    await vi.waitFor(async () => expect(await readOutbox()).toHaveLength(3));
    const now = await readOutbox();
    expect(now.filter(({ device }) => device !== third.device)).toEqual(before);
    expect(third.device).not.toBe(before[0]?.device);
    await vi.waitFor(() => expect(page.unsentCount.value).toBe(3));
  });

  test("gets it back without anybody's doing, and the server has each event once", async () => {
    let isOffline = true;
    const { page, taken } = await pageWithTwo(() => (isOffline ? "offline" : ""));
    await emptied();
    await page.flush();
    expect(await readOutbox()).toHaveLength(2);
    isOffline = false;
    await page.flush();
    await vi.waitFor(() => expect(marks(taken)).toEqual([1, 2]));
    await vi.waitFor(async () => expect(await readOutbox()).toEqual([]));
  });

  test("is asked again where it still refuses", async () => {
    const { page } = await pageWithTwo(() => "offline");
    await emptied();
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    await page.look().catch(() => {});
    expect(page.unsentCount.value).toBe(2);
    put.mockRestore();
    await page.look();
    expect(await readOutbox()).toHaveLength(2);
  });

  test("is another thing than what another window delivered or brought", async () => {
    const { page } = await pageWithTwo(() => "offline");
    const [first] = await readOutbox();
    const { settle } = await import("../../../pwa/src/db");
    await settle([first?.id ?? ""], []);
    await page.look();
    expect(page.unsentCount.value).toBe(1);
    if (first) await bringBack([first]);
    await page.look();
    expect(page.unsentCount.value).toBe(2);
  });
});
