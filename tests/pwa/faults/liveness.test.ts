/** F5: whatever happened, the queue empties by itself once the network is back. Seeds by the hundred. */
import { describe, expect, test, vi } from "vitest";
import { readOutbox, record } from "../../../pwa/src/db";
import { draft, freshStorage, marks, openPage } from "./pages";
import { type Fault, random, server } from "./server";

freshStorage();

describe("F5: after the last fault, silence", () => {
  const FAULTS: Fault[] = ["offline", "lost", "portal", "half", "401", "403", "429", "500", "503", "shape", "hang"];
  const RUNS = 500;

  test(`the queue drains alone within 90 s in ${RUNS} of ${RUNS} runs`, { timeout: 120_000 }, async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    let longest = 0;
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const chance = random(seed);
      let silent = false;
      const taken = server(() => (silent ? "" : (FAULTS[Math.floor(chance() * FAULTS.length)] ?? "")));
      const page = await openPage();
      const events = 1 + Math.floor(chance() * 4);
      for (let mark = 0; mark < events; mark += 1) {
        await page.note("try-on", { mark });
        await vi.advanceTimersByTimeAsync(chance() * 20_000);
      }
      // A long fault, to the longest pauses between two tries.
      if (seed % 5 === 0) await vi.advanceTimersByTimeAsync(600_000);
      silent = true;
      const waited = await drained();
      longest = Math.max(longest, waited);
      expect([seed, marks(taken).sort(), taken.conflicts]).toEqual([seed, [...Array(events).keys()], 0]);
      vi.clearAllTimers();
    }
    process.stdout.write(`F5: ${RUNS} runs, seeds 1 to ${RUNS}, longest ${longest / 1000} s\n`);
    expect(longest).toBeLessThanOrEqual(90_000);
  });

  test("every second answer is lost for ever: 1,000 events arrive all the same, without growing waits", async () => {
    for (let mark = 0; mark < 1_000; mark += 1) await record(draft(mark));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    let requests = 0;
    const taken = server(() => (requests++ % 2 === 0 ? "lost" : ""));
    await (await openPage()).startOutbox();
    const begun = performance.now();
    await vi.waitFor(
      async () => {
        await vi.advanceTimersByTimeAsync(500);
        expect(await readOutbox()).toEqual([]);
      },
      { timeout: 20_000, interval: 1 },
    );
    expect(taken.events.size).toBe(1_000);
    // Ten batches, each after a pause of one to two seconds.
    expect(performance.now() - begun).toBeLessThan(40_000);
  });

  test("a morning without a network, then every event loses its first answer: all is there within 90 s", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const answeredOnce = new Set<string>();
    let offline = true;
    const taken = server((sent) => {
      if (offline) return "offline";
      const fresh = sent.filter(({ id }) => !answeredOnce.has(id));
      for (const { id } of fresh) answeredOnce.add(id);
      return fresh.length > 0 ? "lost" : "";
    });
    const page = await openPage();
    await page.startOutbox();
    for (let mark = 0; mark < 200; mark += 1) {
      await page.note("try-on", { mark });
      await page.flush();
    }
    offline = false;
    dispatchEvent(new Event("online"));
    const waited = await drained();
    process.stdout.write(`F5 morning: ${waited / 1000} s\n`);
    expect(taken.events.size).toBe(200);
    expect(waited).toBeLessThanOrEqual(90_000);
  });

  async function drained(most = 100_000): Promise<number> {
    for (let waited = 0; waited <= most; waited += 1_000) {
      if ((await readOutbox()).length === 0) return waited;
      await vi.advanceTimersByTimeAsync(1_000);
    }
    return Number.POSITIVE_INFINITY;
  }
});
