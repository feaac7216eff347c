import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  disconnect,
  forgetSession,
  readOutbox,
  readSetAside,
  record,
  recordAll,
  saveSession,
  settle,
} from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import { localTime } from "../../pwa/src/lib/localTime";

const UUID7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
  phone: null,
};
const draft = (author = "ana", shop = "miramas") => ({
  kind: "try-on",
  payload: { ref: "shell" },
  at: "2026-11-21T11:00:00.000+01:00",
  shop,
  author,
});

type Sent = { events: { id: string; seq: number; author: string }[]; sent_at: string };
type Result = { id: string | null; status: string; reason?: string; message?: string };

/** A server that answers each request by the next of these. */
function server(...answers: ((sent: Sent) => Response | Promise<Response>)[]) {
  const seen: Sent[] = [];
  const fetched = vi.fn(async (_url: string, init: RequestInit) => {
    const sent = JSON.parse(String(init.body)) as Sent;
    seen.push(sent);
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    return (answer as (sent: Sent) => Response)(sent);
  });
  vi.stubGlobal("fetch", fetched);
  return seen;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
const results = (list: Result[]) => json({ results: list, received_at: "2026-11-21T10:00:00Z" });
const all = (status: string) => (sent: Sent) => results(sent.events.map(({ id }) => ({ id, status })));
/** The browser's lock, over all windows. What another test left behind does not send at the same time either. */
function oneAtATime() {
  const held = new Set<string>();
  const request = async (name: string, _how: unknown, work: (lock: unknown) => Promise<void>) => {
    if (held.has(name)) return work(null);
    held.add(name);
    await work({});
    held.delete(name);
  };
  vi.stubGlobal("navigator", { ...navigator, onLine: true, locks: { request } });
}
const offline = () => Promise.reject(new TypeError("no network"));

/** Let the pages of a test look for their session once more. */
let leave: (() => Promise<void>)[] = [];

async function outbox() {
  vi.resetModules();
  const session = await import("../../pwa/src/state/session");
  await session.startSession();
  leave.push(session.startSession);
  return import("../../pwa/src/state/outbox");
}

beforeEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await settle(
    (await readOutbox()).map(({ id }) => id),
    [],
  );
  await withDatabase((database) => database.clear("set_aside"));
  await saveSession(SESSION);
});

// Pages of tests before try again by themselves: without a session they send nothing in the next one.
afterEach(async () => {
  vi.useRealTimers();
  vi.stubGlobal("fetch", offline);
  await forgetSession();
  await Promise.all(leave.map((look) => look()));
  leave = [];
});

describe("what one gesture says of several things", () => {
  test("is one write: numbered in its order, all of it there or nothing", async () => {
    const before = await record(draft());
    const events = await recordAll([draft(), { ...draft(), kind: "stock-delta" }]);
    expect(events.map(({ kind, seq }) => [kind, seq - before.seq])).toEqual([
      ["try-on", 1],
      ["stock-delta", 2],
    ]);
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      if ((given[0] as { kind?: string }).kind === "stock-delta") throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    });
    await expect(recordAll([draft(), { ...draft(), kind: "stock-delta" }])).rejects.toThrow("full");
    spy.mockRestore();
    expect((await readOutbox()).map(({ id }) => id)).toEqual([before, ...events].map(({ id }) => id));
    expect((await record(draft())).seq).toBe(before.seq + 3);
  });
});

describe("an event", () => {
  test("is numbered on this device and named for ever, in one write", async () => {
    const [first, second] = [await record(draft()), await record(draft())];
    expect(first.id).toMatch(UUID7);
    expect(second.seq).toBe(first.seq + 1);
    expect(second.device).toBe(first.device);
    await disconnect();
    expect((await readOutbox()).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  test("is flushed to the disk before it counts as saved", async () => {
    const opened = vi.spyOn(IDBDatabase.prototype, "transaction");
    await record(draft());
    expect(opened.mock.calls[0]).toEqual([
      ["outbox", "device", "set_aside", "evidence"],
      "readwrite",
      { durability: "strict" },
    ]);
    opened.mockRestore();
  });

  test("is not recorded where the disk refuses the commit, and its number is not used up", async () => {
    const before = await record(draft());
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      const request = put.apply(this, given as [unknown]);
      if (this.name === "outbox") queueMicrotask(() => this.transaction.abort());
      return request;
    });
    await expect(record(draft())).rejects.toThrow();
    spy.mockRestore();
    expect(await readOutbox()).toHaveLength(1);
    expect((await record(draft())).seq).toBe(before.seq + 1);
  });

  test("keeps the local date and the offset of the phone", () => {
    const moment = new Date("2026-11-21T10:04:05.678Z");
    vi.spyOn(moment, "getTimezoneOffset").mockReturnValue(-60);
    expect(localTime(moment)).toBe("2026-11-21T11:04:05.678+01:00");
    vi.spyOn(moment, "getTimezoneOffset").mockReturnValue(210);
    expect(localTime(moment)).toBe("2026-11-21T06:34:05.678-03:30");
  });
});

describe("the outbox", () => {
  test("brings everything in the order of recording and forgets it when the server answers", async () => {
    const events = [await record(draft()), await record(draft()), await record(draft())];
    const seen = server(all("accepted"));
    const { flush, unsentCount } = await outbox();
    await flush();
    expect(seen).toHaveLength(1);
    expect(seen[0]?.events.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(Date.parse(seen[0]?.sent_at ?? "")).not.toBeNaN();
    expect(await readOutbox()).toEqual([]);
    expect(unsentCount.value).toBe(0);
  });

  test("takes “duplicate” for an answer: the first one was lost on the way", async () => {
    await record(draft());
    server(all("duplicate"));
    await (await outbox()).flush();
    expect(await readOutbox()).toEqual([]);
  });

  test.each([
    ["no network", offline],
    ["a portal's page", () => new Response("<html>", { headers: { "Content-Type": "text/html" } })],
    ["another JSON", () => json({ ok: true })],
    ["a server in trouble", () => json({ title: "x", status: 500 }, 500)],
    ["an ended session", () => json({ title: "x", status: 401 }, 401)],
    ["an answer about other events", () => results([{ id: "other", status: "accepted" }])],
    ["an answer without events", () => results([])],
  ])("keeps everything for %s", async (_what, answer) => {
    const event = await record(draft());
    server(answer as () => Response);
    await (await outbox()).flush();
    expect((await readOutbox()).map(({ id }) => id)).toEqual([event.id]);
  });

  test("comes again by itself until it is empty", async () => {
    await record(draft());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const seen = server(offline, () => json({}, 503), all("accepted"));
    const { flush, unsentCount } = await outbox();
    await flush();
    expect(unsentCount.value).toBe(1);
    await vi.waitFor(async () => {
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await readOutbox()).toEqual([]);
    });
    expect(seen).toHaveLength(3);
  });

  test("puts a refused event aside with its reason, and delivers the others", async () => {
    const [good, bad] = [await record(draft()), await record(draft())];
    server(() =>
      results([
        { id: good.id, status: "accepted" },
        { id: bad.id, status: "rejected", reason: "invalid", message: "…" },
      ]),
    );
    const { flush, setAside } = await outbox();
    await flush();
    expect(await readOutbox()).toEqual([]);
    expect(setAside.value.map(({ event, reason }) => [event.id, reason])).toEqual([[bad.id, "invalid"]]);
    expect(await readSetAside()).toHaveLength(1);
  });

  test("sends in batches that a bad network can carry", async () => {
    for (let count = 0; count < 130; count += 1) await record(draft());
    oneAtATime();
    const seen = server(all("accepted"));
    await (await outbox()).flush();
    expect(seen.map(({ events }) => events.length)).toEqual([100, 30]);
  });

  test("never sends what another person or another shop recorded", async () => {
    await record(draft("ben"));
    await record(draft("ana", "annecy"));
    const own = await record(draft());
    const seen = server(all("accepted"));
    const { flush, unsentCount } = await outbox();
    await flush();
    expect(seen.flatMap(({ events }) => events.map(({ id }) => id))).toEqual([own.id]);
    expect(unsentCount.value).toBe(2);
  });

  test("survives a sign-out, and waits for its author", async () => {
    await record(draft());
    await forgetSession();
    const seen = server(all("accepted"));
    await (await outbox()).flush();
    expect(seen).toEqual([]);
    expect(await readOutbox()).toHaveLength(1);
  });

  test("records for the person who holds the phone, and for nobody else", async () => {
    server(offline);
    const { note, unsent } = await outbox();
    const event = await note("try-on", { ref: "shell" });
    expect([event.author, event.shop]).toEqual(["ana", "miramas"]);
    expect(unsent.value.map(({ id }) => id)).toEqual([event.id]);
    await forgetSession();
    await expect((await outbox()).note("try-on", {})).rejects.toThrow();
  });

  test("has one sender at a time where the browser knows locks", async () => {
    await record(draft());
    oneAtATime();
    const seen = server(all("accepted"));
    const { flush } = await outbox();
    await Promise.all([flush(), flush(), flush()]);
    expect(seen).toHaveLength(1);
  });

  test("tells who derives from events that they have arrived", async () => {
    await record(draft());
    server(all("accepted"));
    const { flush, onDelivered } = await outbox();
    const told = vi.fn();
    onDelivered(told);
    await flush();
    await flush();
    expect(told).toHaveBeenCalledTimes(1);
  });
});
