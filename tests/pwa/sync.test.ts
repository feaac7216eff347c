/** When the phone asks again, and when what it was given is shown. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Snapshot } from "../../pwa/src/catalogue/types";
import { saveSession } from "../../pwa/src/db";
import { closeCatalogue, nextSnapshot, refreshCatalogue, snapshot, syncing } from "../../pwa/src/state/catalogue";
import { nextCustomer, setAnswers } from "../../pwa/src/state/customer";
import { startSession } from "../../pwa/src/state/session";
import { startSync } from "../../pwa/src/state/sync";
import { catalogue, counts, json } from "./fixture";

const SHOP = "rhythm";
const SESSION = {
  person: { id: "p", name: "Ana", role: "seller" as const },
  shop: { id: SHOP, name: "Rhythm" },
  device: { id: "d" },
};
const edition = (revision: number): Snapshot =>
  catalogue({ revision, content_hash: `${revision}`.repeat(64), shop: { ...catalogue().shop, id: SHOP } });

let asked = 0;
let failing = false;
let served = edition(1);

function serve(): void {
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.includes("/snapshot")) {
      asked += 1;
      if (failing) throw new TypeError("no network");
      return json(served);
    }
    return json(url.includes("/session") ? SESSION : url.includes("/stock") ? counts() : {});
  });
}

beforeEach(() => {
  for (const name of ["warn", "info", "error"] as const) vi.spyOn(console, name).mockImplementation(() => {});
  closeCatalogue();
  serve();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Let what was begun come to its end, however many turns it takes. */
const settled = (expected: () => void) => vi.waitFor(expected, { timeout: 5_000 });

/** Let the round that is under way come to its end, and the next one be planned. */
async function over(count: number): Promise<void> {
  await settled(() => expect(asked).toBe(count));
  await settled(() => expect(syncing.value).toBe("idle"));
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

describe("the rhythm of questions", () => {
  test("is a minute, shorter after a failure, and stops where nobody looks", async () => {
    await saveSession(SESSION);
    await startSession();
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    startSync(true);
    await over(1);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(asked).toBe(1);
    failing = true;
    await vi.advanceTimersByTimeAsync(1_000);
    await over(2);
    await vi.advanceTimersByTimeAsync(3_750);
    await over(3);
    failing = false;
    await vi.advanceTimersByTimeAsync(7_500);
    await over(4);
    const hidden = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    await vi.advanceTimersByTimeAsync(600_000);
    expect(asked).toBe(4);
    hidden.mockReturnValue("visible");
    document.dispatchEvent(new Event("visibilitychange"));
    await over(5);
  });
});

describe("a newer catalogue that waits", () => {
  async function wait(revision: number): Promise<void> {
    served = edition(revision - 1);
    await refreshCatalogue(SHOP, "fr");
    setAnswers({ activity: "hiking" });
    served = edition(revision);
    await refreshCatalogue(SHOP, "fr");
    expect(nextSnapshot.value?.revision).toBe(revision);
  }

  test("is shown with the next customer", async () => {
    await wait(3);
    setAnswers({ activity: "hiking", size: "M" });
    expect(snapshot.value?.revision).toBe(2);
    nextCustomer();
    expect(snapshot.value?.revision).toBe(3);
    expect(nextSnapshot.value).toBeNull();
  });

  test("is shown when nobody has touched the phone for two minutes, not before", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const coming = wait(6);
    await vi.advanceTimersByTimeAsync(10);
    await coming;
    await vi.advanceTimersByTimeAsync(110_000);
    dispatchEvent(new Event("pointerdown"));
    await vi.advanceTimersByTimeAsync(110_000);
    expect(nextSnapshot.value?.revision).toBe(6);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(nextSnapshot.value).toBeNull();
    expect(snapshot.value?.revision).toBe(6);
  });
});
