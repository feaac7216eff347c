import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, expect, test } from "vitest";
import { disconnect, readSession, readSetting, saveSetting } from "../../pwa/src/db";
import { MIGRATIONS, VERSION } from "../../pwa/src/db/migrations";
import type { Session } from "../../pwa/src/lib/api";

const session = { shop: { id: "miramas" } } as Session;

/** What the next build does to the same database. */
async function upgrade(): Promise<void> {
  const newer = await openDB("cordee", VERSION + 1, {
    upgrade(database, from) {
      for (const { version, migrate } of MIGRATIONS) if (version > from) migrate(database as never);
      database.createObjectStore("of_the_next_build");
    },
  });
  await newer.put("session", session, "current");
  newer.close();
}

afterEach(async () => {
  await disconnect();
  indexedDB.deleteDatabase("cordee");
});

test("an older build that is deployed again reads and writes what the newer one left", async () => {
  await upgrade();
  expect(await readSession()).toEqual(session);
  await saveSetting("theme", "dark");
  expect(await readSetting("theme")).toBe("dark");
});

test("a window of the old build goes on when another window brings the new one", async () => {
  await saveSetting("theme", "light");
  await upgrade();
  expect(await readSetting("theme")).toBe("light");
  await saveSetting("theme", "dark");
  expect(await readSetting("theme")).toBe("dark");
});

test("no step of the migrations takes a store or an index away", async () => {
  const seen: string[] = [];
  for (const { version, migrate } of MIGRATIONS) {
    const database = await openDB("steps", version, { upgrade: (opened) => migrate(opened as never) });
    const stores = [...database.objectStoreNames];
    const indexes = stores.flatMap((store) =>
      [...database.transaction(store).store.indexNames].map((index) => `${store}.${index}`),
    );
    database.close();
    const now = [...stores, ...indexes];
    expect(now, `version ${version}`).toEqual(expect.arrayContaining(seen));
    seen.splice(0, seen.length, ...now);
  }
  expect(seen.length).toBeGreaterThan(8);
});
