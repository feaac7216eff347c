/** When the phone asks again, and when what it was given is shown. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Snapshot } from "../../pwa/src/catalogue/types";
import { saveSession } from "../../pwa/src/db";
import { catalogue, counts, json } from "./fixture";

const SHOP = "rhythm";
const SESSION = {
  person: { id: "p", name: "Ana", role: "seller" as const },
  shop: { id: SHOP, name: "Rhythm" },
  device: { id: "d" },
};
const edition = (revision: number): Snapshot =>
  catalogue({ revision, content_hash: `${revision}`.repeat(64), shop: { ...catalogue().shop, id: SHOP } });

let asked: number;
let failing: boolean;
let served: Snapshot;
let app: Awaited<ReturnType<typeof freshPage>>;
/** What a page hears, for it to hear nothing of the tests after its own. */
let deafen: (() => void)[];

/** New modules on the same storage, with a session. */
async function freshPage() {
  vi.resetModules();
  const [state, customer, session, sync] = await Promise.all([
    import("../../pwa/src/state/catalogue"),
    import("../../pwa/src/state/customer"),
    import("../../pwa/src/state/session"),
    import("../../pwa/src/state/sync"),
  ]);
  await saveSession(SESSION);
  await session.startSession();
  return { ...state, ...customer, ...sync };
}

function overhear(target: EventTarget): void {
  const add = target.addEventListener.bind(target);
  vi.spyOn(target, "addEventListener").mockImplementation((...given) => {
    deafen.push(() => target.removeEventListener(given[0], given[1]));
    add(...given);
  });
}

beforeEach(async () => {
  asked = 0;
  failing = false;
  served = edition(1);
  deafen = [];
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.includes("/snapshot")) {
      asked += 1;
      if (failing) throw new TypeError("no network");
      return json(served);
    }
    return json(url.includes("/session") ? SESSION : url.includes("/stock") ? counts() : {});
  });
  for (const name of ["warn", "info", "error"] as const) vi.spyOn(console, name).mockImplementation(() => {});
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  for (const target of [globalThis, document]) overhear(target);
  app = await freshPage();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  app.startSync(true);
  await over(1);
});

afterEach(() => {
  for (const stop of deafen) stop();
  app.closeCatalogue();
  vi.clearAllTimers();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Let what was begun come to its end, however many turns it takes; the clock goes on by milliseconds only. */
const settled = (expected: () => void) =>
  vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1);
    expected();
  });

/** Let the round that is under way come to its end, and the next one be planned. */
async function over(count: number): Promise<void> {
  await settled(() => expect(asked).toBe(count));
  await settled(() => expect(app.syncing.value).toBe("idle"));
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

describe("the rhythm of questions", () => {
  test("is a minute, shorter after a failure, and stops where nobody looks", async () => {
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
  beforeEach(async () => {
    app.setAnswers({ activity: "hiking" });
    served = edition(2);
    void app.refreshCatalogue(SHOP, "fr");
    await over(2);
    expect(app.nextSnapshot.value?.revision).toBe(2);
  });

  test("is shown with the next customer", () => {
    app.setAnswers({ activity: "hiking", size: "M" });
    expect(app.snapshot.value?.revision).toBe(1);
    app.nextCustomer();
    expect(app.snapshot.value?.revision).toBe(2);
    expect(app.nextSnapshot.value).toBeNull();
  });

  test("is shown when nobody has touched the phone for two minutes, not before", async () => {
    await vi.advanceTimersByTimeAsync(110_000);
    dispatchEvent(new Event("pointerdown"));
    await vi.advanceTimersByTimeAsync(110_000);
    expect(app.nextSnapshot.value?.revision).toBe(2);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(app.nextSnapshot.value).toBeNull();
    expect(app.snapshot.value?.revision).toBe(2);
  });
});
