/** F3, F6, F13: the real storage and sender, with the page killed at each step, and a storage that fails. */
import { describe, expect, test, vi } from "vitest";
import { disconnect, readOutbox, readSetAside, record } from "../../../pwa/src/db";
import { draft, freshStorage, marks, openPage } from "./pages";
import { json, PROBLEM, server } from "./server";

freshStorage();

describe("F3: the page dies at each step", () => {
  /** The steps at which a page meets the world: its storage and its network. After its death nothing goes on. */
  function deadAfter(step: number) {
    let steps = 0;
    let dead = false;
    const never = new Promise<never>(() => {});
    const gate = () => {
      steps += 1;
      if (steps > step) dead = true;
      return dead;
    };
    const put = IDBObjectStore.prototype.put;
    const remove = IDBObjectStore.prototype.delete;
    const refuse = function (this: IDBObjectStore): never {
      this.transaction.abort();
      throw new DOMException("the page is dead", "AbortError");
    };
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      return gate() ? refuse.call(this) : put.apply(this, given as [unknown]);
    });
    vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(function (this: IDBObjectStore, ...given) {
      return gate() ? refuse.call(this) : remove.apply(this, given as [IDBValidKey]);
    });
    const reached = globalThis.fetch;
    vi.stubGlobal("fetch", async (...given: Parameters<typeof fetch>) => {
      if (gate()) return never;
      const answer = await reached(...given);
      return gate() ? never : answer;
    });
    return { steps: () => steps, dead: () => dead };
  }

  test("and what it called saved arrives once, whichever step it was", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let step = 0;
    let reachedTheEnd = false;
    for (; !reachedTheEnd; step += 1) {
      vi.unstubAllGlobals();
      const taken = server();
      const life = deadAfter(step);
      const page = await openPage();
      const saved: number[] = [];
      for (const mark of [1, 2, 3]) {
        await page.note("try-on", { mark: step * 10 + mark }).then(
          () => saved.push(step * 10 + mark),
          () => undefined,
        );
      }
      await Promise.race([page.flush(), vi.advanceTimersByTimeAsync(1)]);
      await vi.advanceTimersByTimeAsync(1);
      reachedTheEnd = !life.dead();
      vi.restoreAllMocks();
      vi.unstubAllGlobals();
      const after = server(() => "", taken);
      await (await openPage()).flush();
      expect(await readOutbox()).toEqual([]);
      expect(marks(after)).toEqual(expect.arrayContaining(saved));
      expect(new Set(marks(after)).size).toBe(after.events.size);
      expect(after.conflicts).toBe(0);
      await disconnect();
      expect(step).toBeLessThan(200);
    }
    // Six writes of three events, the request, its answer, three deletions: a longer path has more steps.
    expect(step).toBeGreaterThan(10);
  });
});

describe("F6: the storage fails", () => {
  const failing: [string, () => void][] = [
    [
      "at the commit",
      () => {
        const put = IDBObjectStore.prototype.put;
        vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
          const request = put.apply(this, given as [unknown]);
          if (this.name === "outbox") queueMicrotask(() => this.transaction.abort());
          return request;
        });
      },
    ],
    [
      "because the disk is full",
      () => {
        vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
          throw new DOMException("full", "QuotaExceededError");
        });
      },
    ],
    [
      "because the connection is closed for good",
      () => {
        vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(() => {
          throw new DOMException("closing", "InvalidStateError");
        });
      },
    ],
    [
      "on opening",
      () => {
        vi.spyOn(indexedDB, "open").mockImplementation(() => {
          throw new DOMException("internal error", "UnknownError");
        });
      },
    ],
  ];

  test.each(failing)("%s: nothing is called saved, no number is used up, the next one is saved", async (_how, fail) => {
    server(() => "offline");
    const page = await openPage();
    const first = await page.note("try-on", { mark: 1 });
    await page.flush();
    await (await import("../../../pwa/src/db")).disconnect();
    fail();
    await expect(page.note("try-on", { mark: 2 })).rejects.toThrow();
    vi.restoreAllMocks();
    const next = await page.note("try-on", { mark: 3 });
    expect(next.seq).toBe(first.seq + 1);
    expect((await readOutbox()).map(({ payload }) => payload.mark)).toEqual([1, 3]);
  });

  test("without an answer: after ten seconds it is not saved, and never will be", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const get = IDBObjectStore.prototype.get;
    const silent = vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
      const request = get.call(this, key);
      Object.defineProperty(request, "addEventListener", { value: () => {} });
      return request;
    });
    const late = expect(record(draft())).rejects.toThrow("does not answer");
    await vi.advanceTimersByTimeAsync(10_001);
    await late;
    silent.mockRestore();
    expect(await readOutbox()).toEqual([]);
  });

  test("a connection lost on the first try: the second one writes the same event, once", async () => {
    const opened = IDBDatabase.prototype.transaction;
    const spy = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementationOnce(function (
      this: IDBDatabase,
      ...given
    ) {
      this.close();
      return opened.apply(this, given);
    });
    await record(draft());
    spy.mockRestore();
    expect((await readOutbox()).map(({ seq }) => seq)).toEqual([1]);
  });

  test("a queue that cannot be read is tried again by itself", async () => {
    await record(draft());
    const taken = server();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const page = await openPage();
    const spy = vi.spyOn(IDBIndex.prototype, "getAll").mockImplementation(() => {
      throw new DOMException("internal error", "AbortError");
    });
    await page.startOutbox().catch(() => undefined);
    await page.flush();
    expect(taken.events.size).toBe(0);
    spy.mockRestore();
    for (let seconds = 0; seconds < 60 && taken.events.size === 0; seconds += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(taken.events.size).toBe(1);
  });
});

describe("F13: one poison among a thousand", () => {
  const poison = (status: number, code: string) => (sent: { payload: { mark?: unknown } }[]) =>
    sent.some(({ payload }) => payload.mark === 500) ? json(PROBLEM(status, code), status) : undefined;

  test.each([
    ["refused by name", "reject"],
    ["that the server cannot read (400)", poison(400, "bad-request")],
    ["too large (413)", poison(413, "too-large")],
    ["too large for a door that says nothing", () => undefined],
    ["that breaks the server (500)", poison(500, "internal-server-error")],
  ])("%s: 999 arrive", { timeout: 60_000 }, async (what, answer) => {
    for (let mark = 0; mark < 1_000; mark += 1) await record(draft(mark));
    const taken = server();
    if (answer === "reject") taken.rejects = ({ payload }) => (payload.mark === 500 ? "invalid" : "");
    else if (what.includes("says nothing"))
      taken.answers = (sent) =>
        sent.some(({ payload }) => payload.mark === 500) ? new Response("<html>", { status: 413 }) : undefined;
    else taken.answers = answer as typeof taken.answers;
    const page = await openPage();
    await page.flush();
    expect(taken.events.size).toBe(999);
    const aside = await readSetAside();
    const waits = await readOutbox();
    expect([...aside.map(({ event }) => event), ...waits].map(({ payload }) => payload.mark)).toEqual([500]);
    expect(aside.length).toBe(what.includes("500") ? 0 : 1);
    expect(taken.requests).toBeLessThanOrEqual(answer === "reject" ? 10 : 32);
  });
});
