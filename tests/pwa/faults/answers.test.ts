/** Answers that a strange network or a server in trouble gives: nothing is lost, nothing is asked too often. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { readOutbox, readSetAside, record } from "../../../pwa/src/db";
import { draft, freshStorage, marks, openPage } from "./pages";
import { json, PROBLEM, server } from "./server";

freshStorage();

const busy = (status: number, after: string, date = "") => {
  const headers = { "Content-Type": "application/problem+json", "Retry-After": after, ...(date && { Date: date }) };
  return new Response(JSON.stringify(PROBLEM(status, "busy")), { status, headers });
};

/** The storage goes one step a turn: so many are enough for all that follows from one moment. */
const TURNS = 100;

/** Let so many seconds go by; the storage, which knows no other time than its own, keeps up with them. */
async function pass(seconds: number) {
  for (let second = 0; second < seconds; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise(setImmediate);
  }
}

async function opened() {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const page = await openPage();
  await page.startOutbox();
  await vi.waitFor(() => expect(page.sendFailure.value).not.toBeNull());
  return page;
}

describe("a server that asks for time", () => {
  const SERVER = "Wed, 25 Nov 2026 07:28:00 GMT";
  const IN_TWENTY = "Wed, 25 Nov 2026 07:28:20 GMT";

  test.each([
    ["429 in seconds", () => busy(429, "20")],
    ["503 in seconds", () => busy(503, "20")],
    ["502 of a page", () => new Response("<html>", { status: 502, headers: { "Retry-After": "20" } })],
    ["429 by its own date, whatever the phone's clock", () => busy(429, IN_TWENTY, SERVER)],
  ])("%s gets it, however much is recorded meanwhile, and then everything", async (_how, answer) => {
    const taken = server();
    taken.answers = answer;
    await record(draft(0));
    const page = await opened();
    expect(taken.requests).toBe(1);
    for (const mark of [1, 2, 3]) {
      await page.note("try-on", { mark });
      dispatchEvent(new Event("online"));
      await pass(6);
    }
    expect(taken.requests).toBe(1);
    taken.answers = () => undefined;
    await pass(6);
    expect(marks(taken)).toEqual([0, 1, 2, 3]);
    expect(taken.requests).toBe(2);
  });

  test("is asked at once where a person wants it", async () => {
    const taken = server();
    taken.answers = () => busy(429, "50");
    await record(draft(0));
    const page = await opened();
    taken.answers = () => undefined;
    await page.flush();
    expect(marks(taken)).toEqual([0]);
  });

  test("for an hour gets a minute", async () => {
    const taken = server();
    taken.answers = () => busy(503, "3600");
    await record(draft(0));
    await opened();
    taken.answers = () => undefined;
    await pass(55);
    expect(taken.events.size).toBe(0);
    await pass(35);
    expect(marks(taken)).toEqual([0]);
  });

  test("is not sent more requests for being busy", async () => {
    for (let mark = 0; mark < 200; mark += 1) await record(draft(mark));
    const taken = server();
    taken.answers = () => busy(429, "1");
    await opened();
    await pass(70);
    taken.answers = () => undefined;
    taken.requests = 0;
    await pass(70);
    expect(taken.events.size).toBe(200);
    expect(taken.requests).toBe(2);
  });
});

describe("an answer about the events", () => {
  type Result = { id: string | null; status: string; reason?: string };

  /** Three events wait; what the server says of them, by their ids. */
  async function said(of: (ids: string[]) => Result[]) {
    for (const mark of [1, 2, 3]) await record(draft(mark));
    const ids = (await readOutbox()).map(({ id }) => id);
    const taken = server();
    taken.answers = () => json({ results: of(ids), received_at: "2026-11-21T10:00:00Z" });
    await (await openPage()).flush();
    return { ids, left: (await readOutbox()).map(({ id }) => ids.indexOf(id)) };
  }
  const all = (ids: string[], status = "accepted"): Result[] => ids.map((id) => ({ id, status }));

  test("in another order counts by its ids", async () => {
    const { left } = await said((ids) => [
      { id: ids[2] ?? "", status: "duplicate" },
      { id: ids[0] ?? "", status: "rejected", reason: "invalid" },
      { id: ids[1] ?? "", status: "accepted" },
    ]);
    expect(left).toEqual([]);
    expect((await readSetAside()).map(({ event }) => event.payload.mark)).toEqual([1]);
  });

  test("for some leaves the others where they are", async () => {
    const { left } = await said((ids) => all(ids.slice(0, 1)));
    expect(left).toEqual([1, 2]);
  });

  test("for ids that were not sent changes nothing else", async () => {
    const { left } = await said((ids) => [...all(ids.slice(1)), { id: "unknown", status: "accepted" }]);
    expect(left).toEqual([0]);
  });

  test("that says two things of one event has said nothing of it", async () => {
    const twice = (ids: string[], ...two: string[]) => two.map((status) => ({ id: ids[0] ?? "", status }));
    const { left } = await said((ids) => [...all(ids.slice(1)), ...twice(ids, "rejected", "accepted")]);
    expect(left).toEqual([0]);
    expect(await readSetAside()).toEqual([]);
  });

  test("with a word that nobody knows has said nothing of it", async () => {
    const { left } = await said((ids) => [...all(ids.slice(1)), { id: ids[0] ?? "", status: "stored" }]);
    expect(left).toEqual([0]);
  });

  test("without an id says nothing of any", async () => {
    const { left } = await said((ids) => ids.map(() => ({ id: null, status: "accepted" })));
    expect(left).toEqual([0, 1, 2]);
  });
});

test("an answer that comes byte by byte is given up after fifteen seconds, and asked again", async () => {
  const taken = server();
  const drip = () => {
    let timer: ReturnType<typeof setInterval>;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        timer = setInterval(() => controller.enqueue(new TextEncoder().encode(" ")), 100);
      },
      cancel: () => clearInterval(timer),
    });
    return new Response(body, { headers: { "Content-Type": "application/json" } });
  };
  const reached = globalThis.fetch;
  let drips = 0;
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    if (drips > 0) return reached(url, init);
    drips += 1;
    const answer = drip();
    init.signal?.addEventListener("abort", () => void answer.body?.cancel().catch(() => {}));
    const aborted = new Promise<never>((_, reject) => {
      init.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
    });
    return Object.assign(answer, { json: () => aborted });
  });
  await record(draft(1));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  void (await openPage()).flush();
  await vi.waitFor(() => expect(drips).toBe(1));
  await pass(14);
  expect(taken.requests).toBe(0);
  await pass(6);
  expect(marks(taken)).toEqual([1]);
});

describe("a phone whose clock is wrong", () => {
  const DAY = 86_400_000;
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([-2 * DAY, 2 * DAY])(
    "by %i ms records, sends and comes back to time without losing anything",
    async (off) => {
      const taken = server(() => "offline");
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + off });
      const page = await openPage();
      await page.note("try-on", { mark: 1 });
      await page.flush();
      // Somebody sets the clock, in the middle of the wait.
      vi.setSystemTime(Date.now() - off);
      await page.note("try-on", { mark: 2 });
      server(() => "", taken);
      await page.flush();
      expect(marks(taken)).toEqual([1, 2]);
      expect([...taken.events.values()].map(({ seq }) => seq)).toEqual([1, 2]);
      expect(await readOutbox()).toEqual([]);
    },
  );
});

test("a door that is too narrow for one event, and says nothing, is tried again within the hour", async () => {
  const taken = server();
  const isLast = ({ payload }: { payload: { mark?: unknown } }) => payload.mark === 3;
  taken.answers = (sent) => (sent.some(isLast) ? new Response("<html>", { status: 413 }) : undefined);
  for (const mark of [1, 2, 3]) await record(draft(mark));
  const page = await openPage();
  await page.flush();
  expect(marks(taken)).toEqual([1, 2]);
  expect((await readSetAside()).map(({ reason }) => reason)).toEqual(["http-413"]);
  taken.answers = () => undefined;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61 * 60_000 });
  await page.flush();
  vi.useRealTimers();
  expect(marks(taken)).toEqual([1, 2, 3]);
  expect(await readSetAside()).toEqual([]);
});

describe("a phone that is a build ahead of its server", () => {
  test("has its new form put aside by name, holds up nothing, and sends it by itself when the server may know it", async () => {
    const taken = server();
    const isNew = ({ format }: { format: number }) => format === 2;
    taken.rejects = (event) => (isNew(event) ? "format-unknown" : "");
    await record({ ...draft(1), format: 2 });
    const page = await openPage();
    await page.note("try-on", { mark: 2 });
    await page.flush();
    expect(marks(taken)).toEqual([2]);
    expect((await readSetAside()).map(({ reason }) => reason)).toEqual(["format-unknown"]);
    taken.rejects = () => "";
    await page.flush();
    expect(marks(taken)).toEqual([2]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61 * 60_000 });
    await page.flush();
    vi.useRealTimers();
    expect(marks(taken)).toEqual([2, 1]);
    expect(await readSetAside()).toEqual([]);
    expect(page.setAside.value).toEqual([]);
  });
});
