import { openDB } from "idb";
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  disconnect,
  forgetAnswers,
  forgetSession,
  readAnswers,
  readSession,
  readSetting,
  readSnapshot,
  readStock,
  saveAnswers,
  saveSession,
  saveSetting,
  saveSnapshot,
  saveStock,
} from "../../pwa/src/db";
import { MIGRATIONS, VERSION } from "../../pwa/src/db/migrations";
import { withDatabase } from "../../pwa/src/db/open";
import { catalogue, counts } from "./fixture";

afterEach(() => vi.restoreAllMocks());

const kept = <T>(document: T) => ({ document, etag: '"1"', checked_at: "2026-11-22T10:00:00Z" });

describe("the stores", () => {
  test("keep a catalogue for each shop and language", async () => {
    await saveSnapshot("miramas", "fr", kept(catalogue()));
    await saveSnapshot("miramas", "en", kept(catalogue({ lang: "en" })));
    expect((await readSnapshot("miramas", "fr"))?.document.lang).toBe("fr");
    expect((await readSnapshot("miramas", "en"))?.document.lang).toBe("en");
    expect(await readSnapshot("roubaix", "fr")).toBeUndefined();
  });

  test("keep the stock, the session, the settings and the answers", async () => {
    const session = {
      person: { id: "p", name: "Ana", role: "seller" as const },
      shop: { id: "miramas", name: "Miramas" },
      device: { id: "d" },
    };
    await Promise.all([
      saveStock("miramas", kept(counts())),
      saveSession(session),
      saveSetting("theme", "dark"),
      saveAnswers({ size: "M" }),
    ]);
    expect((await readStock("miramas"))?.document).toEqual(counts());
    expect(await readSession()).toEqual(session);
    expect(await readSetting("theme")).toBe("dark");
    expect(await readAnswers()).toEqual({ size: "M" });
  });

  test("forget what they are told to forget, and nothing else", async () => {
    await saveSetting("lang", "en");
    await forgetAnswers();
    await forgetSession();
    expect(await readAnswers()).toBeUndefined();
    expect(await readSession()).toBeUndefined();
    expect(await readSetting("lang")).toBe("en");
  });

  test("are still there after the connection was closed", async () => {
    await saveSetting("theme", "bright");
    await disconnect();
    expect(await readSetting("theme")).toBe("bright");
  });
});

describe("the connection", () => {
  test("is opened again where the browser had closed it", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    await saveSetting("theme", "bright");
    let tries = 0;
    const value = await withDatabase(async (database) => {
      tries += 1;
      if (tries === 1) database.close();
      return database.get("settings", "theme");
    });
    expect(tries).toBe(2);
    expect(warned).toHaveBeenCalledOnce();
    expect(value).toBe("bright");
  });

  test("does not hide a failure that is not a lost connection", async () => {
    const full = new DOMException("full", "QuotaExceededError");
    await expect(withDatabase(() => Promise.reject(full))).rejects.toBe(full);
  });

  test("lets a newer version in another window go on", async () => {
    await readSetting("theme");
    const newer = await openDB("cordee", VERSION + 1);
    expect(newer.version).toBe(VERSION + 1);
    newer.close();
    await new Promise((resolve, reject) => {
      const gone = indexedDB.deleteDatabase("cordee");
      gone.onsuccess = resolve;
      gone.onerror = reject;
    });
  });
});

test("migrations only ever climb", () => {
  const versions = MIGRATIONS.map(({ version }) => version);
  expect(versions).toEqual(versions.map((_, i) => i + 1));
});
