import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Answers } from "../../pwa/src/catalogue/types";
import { forgetCustomer, readNeed, readOver, saveSession } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";

const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
};

type Visit = typeof import("../../pwa/src/state/visit");
type Customer = typeof import("../../pwa/src/state/customer");
type Router = typeof import("../../pwa/src/lib/router");

let visit: Visit;
let customer: Customer;
let router: Router;

/** The application as it starts, on what the storage holds. */
async function start(): Promise<void> {
  vi.resetModules();
  router = await import("../../pwa/src/lib/router");
  customer = await import("../../pwa/src/state/customer");
  visit = await import("../../pwa/src/state/visit");
  await customer.startCustomer();
  await visit.startVisit();
}

const at = (time: string) => vi.setSystemTime(new Date(`2026-11-23T${time}+01:00`));
const say = (answers: Answers) => customer.setAnswers(answers);
const stored = async () => ({ need: await readNeed(), over: await readOver() });

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  at("10:00:00");
  history.replaceState(null, "", "/app/#/advice");
  await withDatabase((database) => database.clear("over"));
  await withDatabase((database) => database.clear("visit"));
  await withDatabase((database) => database.clear("customer"));
  await saveSession(SESSION);
  await start();
});

describe("a need", () => {
  test("begins with the first answer and sharpens with the others", () => {
    say({ activity: "hiking" });
    const since = visit.need.peek().since;
    say({ activity: "hiking", wanted: "shell" });
    at("10:01:00");
    say({ activity: "hiking", wanted: "shell", size: "M" });
    expect(visit.need.peek()).toMatchObject({ since, about: { activity: "hiking", wanted: "shell" } });
    expect(visit.over.peek()).toEqual([]);
  });

  test("is over with another kind of piece, with the answers that it had", () => {
    say({ activity: "hiking", wanted: "shell", size: "M" });
    at("10:01:00");
    say({ activity: "hiking", wanted: "boots", size: "M" });
    expect(visit.over.peek().map(({ answers }) => answers)).toEqual([
      { activity: "hiking", wanted: "shell", size: "M" },
    ]);
    expect(visit.need.peek().about).toEqual({ activity: "hiking", wanted: "boots" });
  });

  test("is over as well where the word was taken out before the next one", () => {
    say({ wanted: "shell", size: "M" });
    at("10:01:00");
    say({ size: "M" });
    say({ wanted: "boots", size: "M" });
    expect(visit.over.peek().map(({ answers }) => answers)).toEqual([{ wanted: "shell", size: "M" }]);
  });

  test("that stood for a moment only was a slip of the thumb", () => {
    say({ wanted: "shell" });
    at("10:00:03");
    say({ wanted: "boots" });
    expect(visit.over.peek()).toEqual([]);
    at("10:00:05");
    visit.endCustomer();
    expect(visit.over.peek()).toEqual([]);
  });

  test("of a moment counts where a piece was opened or kept for it", () => {
    say({ wanted: "shell" });
    router.navigate("/product/trilogy");
    say({ wanted: "boots" });
    visit.toggleFavourite("kamet");
    visit.endCustomer();
    expect(visit.over.peek().map(({ answers }) => answers.wanted)).toEqual(["shell", "boots"]);
    expect(visit.over.peek()[0]?.looked).toEqual([{ ref: "trilogy", way: "finder" }]);
  });

  test("that is noted already is not noted again", () => {
    say({ wanted: "shell" });
    at("10:01:00");
    visit.noted("event");
    visit.endCustomer();
    expect(visit.over.peek()).toEqual([]);
  });
});

describe("a piece", () => {
  test.each([
    ["/scan", {}, "scan"],
    ["/search", {}, "search"],
    ["/outfit", {}, "outfit"],
    ["/advice", {}, "finder"],
    ["/advice", { gtin: "02000000000015" }, "scan"],
  ])("opened from %s %o was found that way", (from, query, way) => {
    router.navigate(from);
    router.navigate(router.href("/product/trilogy", query));
    expect(visit.need.peek().looked).toEqual([{ ref: "trilogy", way, ...query }]);
  });

  test("looked at before a word was said belongs to nobody, unless one was kept", () => {
    router.navigate("/product/trilogy");
    say({ wanted: "shell" });
    expect(visit.need.peek().looked).toEqual([]);
    visit.endCustomer();
    router.navigate("/search");
    router.navigate("/product/kamet");
    visit.toggleFavourite("kamet");
    say({ wanted: "shell" });
    expect(visit.need.peek().looked).toEqual([{ ref: "kamet", way: "search" }]);
  });
});

describe("the next customer", () => {
  test("finds nothing of the last one, and what is to note is stored with the same write", async () => {
    say({ wanted: "shell" });
    visit.toggleFavourite("trilogy");
    const past = visit.endCustomer();
    await visit.stillWaits(past.id);
    expect(customer.answers.peek()).toEqual({});
    expect(visit.favourites.value).toEqual([]);
    expect(visit.serving.value).toBe(false);
    expect(await stored()).toMatchObject({ need: { favourites: [], since: null }, over: [{ id: past.id }] });
    await start();
    expect(visit.over.peek().map(({ id }) => id)).toEqual([past.id]);
    expect(customer.answers.peek()).toEqual({});
  });

  test("can be taken back, with all that was kept", async () => {
    say({ wanted: "shell", size: "M" });
    visit.toggleFavourite("trilogy");
    const past = visit.endCustomer();
    visit.takeBack(past, "event");
    expect(customer.answers.peek()).toEqual({ wanted: "shell", size: "M" });
    expect(visit.need.peek()).toMatchObject({ favourites: ["trilogy"], advice: "event" });
    expect(await visit.stillWaits(past.id)).toBe(false);
    // Noted once: it is not over a second time.
    visit.endCustomer();
    expect(visit.over.peek()).toEqual([]);
  });

  test("comes with the new day, however long the phone lay there", async () => {
    say({ wanted: "shell" });
    at("23:59:00");
    document.dispatchEvent(new Event("visibilitychange"));
    expect(visit.serving.value).toBe(true);
    vi.setSystemTime(new Date("2026-11-24T08:00:00+01:00"));
    document.dispatchEvent(new Event("visibilitychange"));
    expect(visit.serving.value).toBe(false);
    expect(visit.over.peek().map(({ answers }) => answers.wanted)).toEqual(["shell"]);
  });

  test("is noted from memory where the storage fails", async () => {
    say({ wanted: "shell" });
    at("10:01:00");
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const past = visit.endCustomer();
    expect(await visit.stillWaits(past.id)).toBe(true);
    spy.mockRestore();
    expect((await stored()).over).toEqual([]);
  });
});

test("the answers and the need go in one write", async () => {
  say({ wanted: "shell" });
  const opened = vi.spyOn(IDBDatabase.prototype, "transaction");
  await forgetCustomer(visit.need.peek(), undefined);
  expect(opened.mock.calls.at(-1)?.[0]).toEqual(["customer", "visit", "over"]);
  opened.mockRestore();
});
