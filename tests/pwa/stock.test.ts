import { beforeEach, describe, expect, test, vi } from "vitest";
import { readOutbox, saveSession, saveStock, settle } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import { catalogue, counts, GTIN_L, GTIN_M, GTIN_PACK, json } from "./fixture";

const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
};
const T10 = "2026-11-22T10:00:00Z";

type Levels = ReturnType<typeof counts>["levels"];
let served: { levels: Levels; recent: string[] };
let online: boolean;
/** What the server does with the events it is sent. */
let taken: { kind: string; payload: Record<string, unknown>; id: string }[];
let answerOf: (id: string) => unknown;

async function phone() {
  vi.resetModules();
  const session = await import("../../pwa/src/state/session");
  await session.startSession();
  const catalogueState = await import("../../pwa/src/state/catalogue");
  const stock = await import("../../pwa/src/state/stock");
  const lookup = await import("../../pwa/src/state/lookup");
  const outbox = await import("../../pwa/src/state/outbox");
  await catalogueState.openCatalogue("miramas", "fr");
  stock.followStock();
  await outbox.startOutbox();
  return { ...stock, ...lookup, ...outbox, refreshCatalogue: catalogueState.refreshCatalogue };
}

beforeEach(async () => {
  served = {
    levels: { [GTIN_M]: { quantity: 2, counted_at: T10 }, [GTIN_L]: { quantity: 0, counted_at: T10 } },
    recent: [],
  };
  online = false;
  taken = [];
  answerOf = (id) => ({ id, status: "accepted" });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}) => {
    if (!online) throw new TypeError("no network");
    if (url.endsWith("/stock"))
      return json(
        counts({
          ...served,
          recent: [...served.recent, ...taken.map(({ id }) => id)],
          as_of: new Date().toISOString(),
        }),
      );
    if (url.includes("/snapshot")) return json(catalogue());
    if (!url.endsWith("/events")) return json({}, { status: 404 });
    const { events } = JSON.parse(String(init.body));
    taken.push(...events);
    return json({ results: events.map(({ id }: { id: string }) => answerOf(id)), received_at: T10 });
  });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "info").mockImplementation(() => {});
  await settle(
    (await readOutbox()).map(({ id }) => id),
    [],
  );
  await withDatabase((database) => database.clear("set_aside"));
  await saveSession(SESSION);
  await saveStock("miramas", { document: counts(served), etag: "a", checked_at: T10 });
});

describe("the stock on a phone", () => {
  test("is the server's own document while nothing was said here", async () => {
    const { stock, claimOf } = await phone();
    expect(stock.value?.levels[GTIN_M]).toEqual({ quantity: 2, counted_at: T10 });
    expect(claimOf(GTIN_M)).toMatchObject({ quantity: 2, counted: 2, own: { counted: false, sold: 0, moved: 0 } });
    expect(claimOf(GTIN_PACK)).toBeNull();
  });

  test("counts in what was sold and received here and is not sent", async () => {
    const { claimOf, levelOf, recordDelta } = await phone();
    await recordDelta(GTIN_M, -1, "sold");
    await recordDelta(GTIN_M, 3, "received");
    expect(levelOf(GTIN_M)).toMatchObject({ quantity: 4, counted_at: "2026-11-22T10:00:00.000Z" });
    expect(claimOf(GTIN_M)).toEqual({
      quantity: 4,
      counted: 2,
      counted_at: "2026-11-22T10:00:00.000Z",
      sold: 1,
      moved: 3,
      own: { counted: false, sold: 1, moved: 3 },
    });
  });

  test("begins anew with a count, also of what nobody had counted", async () => {
    const { claimOf, recordCount, recordDelta } = await phone();
    await recordDelta(GTIN_PACK, -1, "sold");
    expect(claimOf(GTIN_PACK)).toMatchObject({ quantity: null, own: { counted: false, sold: 1 } });
    await recordCount(GTIN_PACK, 5);
    expect(claimOf(GTIN_PACK)).toMatchObject({ quantity: 5, counted: 5, sold: 0, own: { counted: true, sold: 0 } });
  });

  test("begins anew with a count in the very millisecond of a sale", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(T10) + 60_000 });
    const { claimOf, recordCount, recordDelta } = await phone();
    await recordDelta(GTIN_M, -1, "sold");
    await recordCount(GTIN_M, 5);
    expect(claimOf(GTIN_M)).toMatchObject({ quantity: 5, sold: 0, own: { counted: true, sold: 0 } });
    await recordDelta(GTIN_M, -1, "sold");
    expect(claimOf(GTIN_M)).toMatchObject({ quantity: 4, sold: 1, own: { counted: true, sold: 1 } });
    vi.useRealTimers();
  });

  test("is the same after a restart without a network", async () => {
    const before = await phone();
    await before.recordDelta(GTIN_M, -1, "sold");
    const after = await phone();
    expect(after.claimOf(GTIN_M)).toMatchObject({ quantity: 1, own: { sold: 1 } });
  });

  test("does not go back in time between the delivery and the next stock", async () => {
    const { claimOf, flush, recordDelta, stock, unsent } = await phone();
    await recordDelta(GTIN_M, -1, "sold");
    const seen: (number | undefined)[] = [];
    const stop = stock.subscribe((now) => seen.push(now?.levels[GTIN_M]?.quantity));
    online = true;
    served.levels[GTIN_M] = { quantity: 1, counted_at: T10, counted: 2, sold: 1, moved: 0, moved_at: T10 };
    await flush();
    await vi.waitFor(() => expect(claimOf(GTIN_M)).toMatchObject({ quantity: 1, own: { sold: 0 } }));
    stop();
    expect(unsent.value).toEqual([]);
    expect(new Set(seen)).toEqual(new Set([1]));
  });

  test("counts nothing twice where the server's answer was lost", async () => {
    const { claimOf, recordDelta, refreshCatalogue } = await phone();
    const { id } = await recordDelta(GTIN_M, -1, "sold");
    served.levels[GTIN_M] = { quantity: 1, counted_at: T10, counted: 2, sold: 1, moved: 0, moved_at: T10 };
    served.recent = [id];
    online = true;
    answerOf = () => null; // no shape that a phone takes for an answer
    await refreshCatalogue("miramas", "fr");
    expect(claimOf(GTIN_M)).toMatchObject({ quantity: 1, sold: 1, own: { sold: 0 } });
  });

  test("forgets what the server refused", async () => {
    const { claimOf, flush, recordDelta, setAside } = await phone();
    await recordDelta(GTIN_M, -1, "sold");
    online = true;
    answerOf = (id) => ({ id, status: "rejected", reason: "invalid", message: "" });
    await flush();
    await vi.waitFor(() => expect(setAside.value).toHaveLength(1));
    expect(claimOf(GTIN_M)).toMatchObject({ quantity: 2, own: { sold: 0 } });
  });
});
