import { beforeEach, describe, expect, test, vi } from "vitest";
import { disconnect, readOutbox, readTally, record, saveSession, settle } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import { account, sumOf } from "../../pwa/src/state/accounting";

const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
  phone: null,
};
const draft = (author = "ana") => ({
  kind: "try-on",
  payload: { ref: "shell" },
  at: "2026-11-21T11:00:00.000+01:00",
  shop: "miramas",
  author,
});
type Row = { id: string; seq: number; device: string };
type Report = { seq: number; waiting: number; refused: number; unexplained: number; since: number; oldest_at: unknown };

/** A server with rows that a test may take away, and the reports that it heard. */
function server() {
  const rows = new Map<string, Row>();
  const reports: (Report & { device: string })[] = [];
  const json = (body: unknown) =>
    new Response(JSON.stringify(body), { headers: { "Content-Type": "application/json" } });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const said = JSON.parse(String(init.body));
    if (url.endsWith("/events")) {
      const results = said.events.map((event: Row) => {
        const status = rows.has(event.id) ? "duplicate" : "accepted";
        rows.set(event.id, event);
        return { id: event.id, status };
      });
      return json({ results, received_at: "2026-11-21T10:00:00Z" });
    }
    const device = decodeURIComponent(url.split("/").at(-2) ?? "");
    reports.push({ ...said, device });
    return json(auditOf([...rows.values()], device, said.since));
  });
  return { rows, reports };
}

function auditOf(rows: Row[], device: string, since: number) {
  const own = rows.filter((row) => row.device === device).sort((one, other) => one.seq - other.seq);
  const highest = own.at(-1)?.seq ?? 0;
  const held = new Set(own.map(({ seq }) => seq));
  const gaps = [];
  for (let seq = 1; seq <= highest; seq += 1) if (!held.has(seq)) gaps.push({ first: seq, last: seq });
  const later = own.filter(({ seq }) => seq >= since);
  return {
    device,
    count: own.length,
    highest_seq: highest,
    missing: gaps.length,
    gaps,
    since,
    count_since: later.length,
    ids_sum: sumOf(later.map(({ id }) => id)),
    as_of: "2026-11-21T10:00:00Z",
  };
}

async function phone() {
  vi.resetModules();
  await (await import("../../pwa/src/state/session")).startSession();
  const outbox = await import("../../pwa/src/state/outbox");
  const { audit, audited } = await import("../../pwa/src/state/audit");
  return { ...outbox, audit, audited };
}

beforeEach(async () => {
  vi.unstubAllGlobals();
  await withDatabase(async (database) => {
    for (const store of ["outbox", "set_aside", "evidence", "device"] as const) await database.clear(store);
  });
  await saveSession(SESSION);
});

describe("the audit", () => {
  test("finds nothing where everything arrived, and says what the phone holds", async () => {
    const { reports } = server();
    const { flush, audit, audited } = await phone();
    for (let count = 0; count < 3; count += 1) await record(draft());
    await flush();
    const other = await record(draft("ben"));
    await audit();
    expect(audited.value?.missing).toBe(0);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toMatchObject({ seq: 4, waiting: 1, refused: 0, unexplained: 0, since: 1, oldest_at: other.at });
  });

  test("gives the server again what it has lost", async () => {
    const { rows, reports } = server();
    const { flush, audit, audited } = await phone();
    const events = [await record(draft()), await record(draft()), await record(draft())];
    await flush();
    rows.delete(events[1]?.id ?? "");
    await audit();
    expect([...rows.keys()].sort()).toEqual(events.map(({ id }) => id).sort());
    expect(audited.value?.missing).toBe(0);
    expect(reports.at(-1)?.unexplained).toBe(0);
  });

  test("gives the last one again, which leaves no gap behind it", async () => {
    const { rows } = server();
    const { flush, audit } = await phone();
    const events = [await record(draft()), await record(draft())];
    await flush();
    rows.delete(events[1]?.id ?? "");
    await audit();
    expect(rows.size).toBe(2);
  });

  test("tells the manager of what neither side has", async () => {
    const { reports } = server();
    const { flush, audit, audited } = await phone();
    const [, gone] = [await record(draft()), await record(draft()), await record(draft())];
    await withDatabase((database) => database.delete("outbox", gone?.id ?? ""));
    await flush();
    await audit();
    expect(audited.value?.missing).toBe(1);
    expect(reports.at(-1)?.unexplained).toBe(1);
    await audit();
    expect(reports.at(-1)?.unexplained).toBe(1);
  });

  test("leaves what a colleague recorded to the colleague, and says that it is missing until then", async () => {
    const { rows, reports } = server();
    const { audit } = await phone();
    const event = await record(draft("ben"));
    await settle([event.id], []);
    await audit();
    expect(rows.size).toBe(0);
    expect(await readOutbox()).toEqual([]);
    expect(reports.at(-1)?.unexplained).toBe(1);
  });

  test("knows what was taken out on somebody's word, or put right", async () => {
    server();
    const { flush, correct, discard, audit, audited } = await phone();
    const [first, second] = [await record(draft()), await record(draft())];
    const aside = [first, second].map((event) => ({ event, reason: "invalid", message: "", refused_at: event.at }));
    await settle([], aside);
    await discard(aside.slice(0, 1));
    await correct(aside[1] as (typeof aside)[number], { ref: "other" });
    await flush();
    await audit();
    expect(audited.value?.missing).toBe(0);
  });

  test("begins anew under another id where the server knows numbers that the phone does not", async () => {
    const { rows, reports } = server();
    const { flush, audit } = await phone();
    const event = await record(draft());
    rows.set("later", { id: "01a20636-ee2d-71ba-b460-9df25f921e24", seq: 60, device: event.device });
    await flush();
    await audit();
    const next = await record(draft());
    expect(next.device).not.toBe(event.device);
    expect(next.seq).toBe(1);
    expect(reports.at(-1)?.device).toBe(next.device);
  });

  test("begins anew where another phone gives out the same numbers: its storage was copied", async () => {
    const { rows } = server();
    const { flush, audit } = await phone();
    const event = await record(draft());
    await flush();
    rows.set("twin", { id: "01a20636-ee2d-71ba-b460-9df25f921e24", seq: 1, device: event.device });
    await audit();
    expect((await readTally()).device.id).not.toBe(event.device);
  });

  test("gives a wiped phone a new id, and tells the server of it before anything is recorded", async () => {
    const { reports } = server();
    const event = await record(draft());
    await withDatabase(async (database) => {
      for (const store of ["outbox", "evidence", "device"] as const) await database.clear(store);
    });
    await disconnect();
    await (await phone()).audit();
    expect(reports[0]?.device).not.toBe(event.device);
    expect(reports[0]).toMatchObject({ seq: 0, waiting: 0 });
  });

  test("does not mistake what another window sent meanwhile", async () => {
    const before = await readTally();
    const rows = [1, 2].map((seq) => ({
      id: `01a20636-ee2d-71ba-b460-9df25f921e2${seq}`,
      seq,
      device: before.device.id,
    }));
    expect(account(before, auditOf(rows, before.device.id, 1), 2).foreign).toBe(false);
    expect(account(before, auditOf(rows, before.device.id, 1), 1).foreign).toBe(true);
  });

  test("says nothing where an older server knows no audit", async () => {
    vi.stubGlobal("fetch", async () => new Response("{}", { status: 404 }));
    const { audit, audited } = await phone();
    await audit();
    expect(audited.value).toBeNull();
  });
});

test("the sum of ids is the server's own", () => {
  expect(sumOf([])).toBe("0".repeat(32));
  expect(sumOf(["01a20636-ee2d-71ba-b460-9df25f921e24", "f1a20636-ee2d-71ba-b460-9df25f921e25"])).toBe(
    "f0000000000000000000000000000001",
  );
});
