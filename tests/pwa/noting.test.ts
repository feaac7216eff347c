import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Finder, Product } from "../../pwa/src/catalogue/types";
import { readDay, readDraft, readOutbox, readOver, saveSession } from "../../pwa/src/db";
import { withDatabase } from "../../pwa/src/db/open";
import { catalogue, json } from "./fixture";
import { localise } from "./localise";

const vector: unknown = JSON.parse(readFileSync(join(import.meta.dirname, "../vectors/finder/advice.json"), "utf8"));
const whole = localise(vector, "fr") as { finder: Finder; products: Product[] };
/** Enough to choose from, and quick to rank. */
const real = { ...whole, products: whole.products.slice(0, 80) };
/** A piece of the real range. */
const PIECE = real.products[0]?.ref ?? "";
const GTIN = real.products[0]?.variants[0]?.gtin ?? "";
const levels = { [GTIN]: { quantity: 2, counted_at: "2026-11-20T08:00:00Z" } };
const stock = { shop: "miramas", as_of: "2026-11-20T09:00:00Z", demonstration: true, levels };

const SESSION = {
  person: { id: "ana", name: "Ana", role: "seller" as const },
  shop: { id: "miramas", name: "Miramas" },
  device: { id: "d" },
};

type Noting = typeof import("../../pwa/src/features/outcome/noting");
type Visit = typeof import("../../pwa/src/state/visit");
type Day = typeof import("../../pwa/src/state/day");
let noting: Noting;
let visit: Visit;
let day: Day;
let state: typeof import("../../pwa/src/state");

const STORES = ["outbox", "over", "visit", "customer", "day", "drafts"] as const;

beforeEach(async () => {
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.includes("/snapshot")) return json(catalogue(real));
    if (url.includes("/stock")) return json(stock);
    throw new TypeError("no network");
  });
  vi.spyOn(console, "warn").mockImplementation(() => {});
  vi.spyOn(console, "info").mockImplementation(() => {});
  for (const store of STORES) await withDatabase((database) => database.clear(store));
  await saveSession(SESSION);
  vi.resetModules();
  history.replaceState(null, "", "/app/#/advice");
  state = await import("../../pwa/src/state");
  const session = await import("../../pwa/src/state/session");
  await session.startSession();
  const { refreshCatalogue } = await import("../../pwa/src/state/catalogue");
  await refreshCatalogue("miramas", "fr");
  visit = await import("../../pwa/src/state/visit");
  await visit.startVisit();
  day = await import("../../pwa/src/state/day");
  await day.startDay();
  noting = await import("../../pwa/src/features/outcome/noting");
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const events = async (kind: string) => (await readOutbox()).filter((event) => event.kind === kind);
const SOLD = { result: "sold", reason: null, visitor: null } as const;
const LEFT = { result: "left", reason: "price", visitor: "visitor" } as const;

describe("an advice", () => {
  test("is one event, with the final answers and what was proposed, gone from what waits in the same write", async () => {
    state.setAnswers({ audience: "men" });
    visit.toggleFavourite(PIECE);
    state.setAnswers({ audience: "men", size: "M" });
    visit.endCustomer();
    await Promise.all([noting.noteOver(), noting.noteOver()]);
    const [event, ...others] = await events("advice");
    expect(others).toEqual([]);
    expect(event?.payload).toMatchObject({
      answers: { audience: "men", size: "M" },
      lang: "fr",
      revision: 1,
      source: "finder",
      relaxed: [],
    });
    expect(event?.payload.proposed).toHaveLength(10);
    expect(event?.payload.remaining).toBeGreaterThan(10);
    expect(await readOver()).toEqual([]);
    expect(visit.over.peek()).toEqual([]);
    expect((await readDay()).find(({ kind }) => kind === "advice")).toMatchObject({ id: event?.id, outcome: null });
  });

  test("waits where nothing can be stored, and is noted by the next try", async () => {
    state.setAnswers({ audience: "men" });
    visit.toggleFavourite(PIECE);
    const past = visit.endCustomer();
    await visit.stillWaits(past.id);
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    await noting.noteOver();
    spy.mockRestore();
    expect(await events("advice")).toEqual([]);
    expect(visit.over.peek()).toHaveLength(1);
    await noting.noteOver();
    expect(await events("advice")).toHaveLength(1);
  });

  test("that another window has noted is let go", async () => {
    state.setAnswers({ audience: "men" });
    visit.toggleFavourite(PIECE);
    const past = visit.endCustomer();
    await visit.stillWaits(past.id);
    await withDatabase((database) => database.delete("over", past.id));
    await noting.noteOver();
    expect(await events("advice")).toEqual([]);
    expect(visit.over.peek()).toEqual([]);
  });

  test("without a question stands for the pieces that were shown, by the way that led to them", async () => {
    state.navigate("/scan");
    state.navigate(`/product/${PIECE}`);
    visit.endCustomer();
    await noting.noteOver();
    const [event] = await events("advice");
    expect(event?.payload).toMatchObject({ answers: {}, source: "scan", proposed: [{ ref: PIECE }], remaining: 1 });
  });
});

describe("an outcome", () => {
  test("notes the present need with it, once, and can be put right", async () => {
    state.setAnswers({ audience: "men" });
    await noting.noteOutcome(SOLD, [PIECE]);
    await noting.noteOutcome(LEFT, []);
    const [advice, ...others] = await events("advice");
    expect(others).toEqual([]);
    expect((await events("outcome")).map(({ payload }) => payload)).toEqual([
      { advice: advice?.id, ...SOLD, refs: [PIECE] },
      { advice: advice?.id, ...LEFT, refs: [] },
    ]);
    expect(day.today.value.find(({ kind }) => kind === "advice")).toMatchObject({ id: advice?.id, outcome: LEFT });
    visit.endCustomer();
    await noting.noteOver();
    expect(await events("advice")).toHaveLength(1);
  });

  test("of the last customer refers to the need that is over", async () => {
    state.setAnswers({ audience: "men" });
    visit.toggleFavourite(PIECE);
    const past = visit.endCustomer();
    const about = await noting.eventOf(past);
    await noting.noteOutcome(LEFT, [], about ?? undefined);
    expect((await events("outcome"))[0]?.payload.advice).toBe((await events("advice"))[0]?.id);
    expect(state.answers.peek()).toEqual({});
  });

  test("says nothing about the person", async () => {
    state.setAnswers({ audience: "men" });
    await noting.noteOutcome(LEFT, []);
    expect(Object.keys((await events("outcome"))[0]?.payload ?? {}).sort()).toEqual([
      "advice",
      "reason",
      "refs",
      "result",
      "visitor",
    ]);
  });
});

describe("a sale", () => {
  const taken = { taken: [GTIN], returned: [] };
  const moves = async () => (await events("stock-delta")).map(({ payload }) => payload);

  test("leaves the stock in the write that notes the outcome, or neither is there", async () => {
    state.setAnswers({ audience: "men" });
    await noting.noteOutcome(LEFT, []);
    const put = IDBObjectStore.prototype.put;
    const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...given) {
      if ((given[0] as { kind?: string }).kind === "stock-delta") throw new DOMException("lost", "AbortError");
      return put.apply(this, given);
    });
    await expect(noting.noteOutcome(SOLD, [PIECE], undefined, taken)).rejects.toThrow();
    spy.mockRestore();
    expect([(await events("outcome")).length, await moves()]).toEqual([1, []]);
    expect(state.claimOf(GTIN)?.quantity).toBe(2);
    await noting.noteOutcome(SOLD, [PIECE], undefined, taken);
    expect((await events("outcome")).at(-1)?.payload).toMatchObject({ result: "sold", refs: [PIECE] });
    expect(await moves()).toEqual([{ gtin: GTIN, delta: -1, why: "sold" }]);
    expect(state.claimOf(GTIN)).toMatchObject({ quantity: 1, sold: 1 });
  });

  test("is known of the customer, under the advice as well, and after a restart", async () => {
    state.setAnswers({ audience: "men" });
    const advice = await noting.noteOutcome(SOLD, [PIECE], undefined, taken);
    expect(noting.soldFor(advice)).toEqual([GTIN]);
    expect(visit.need.peek().sold).toEqual([GTIN]);
    const { readNeed } = await import("../../pwa/src/db");
    expect((await readNeed())?.sold).toEqual([GTIN]);
    visit.endCustomer();
    expect(visit.need.peek().sold ?? []).toEqual([]);
    expect(noting.soldFor(advice)).toEqual([GTIN]);
    expect((await readDay()).find(({ id }) => id === advice)?.sold).toEqual([GTIN]);
  });

  test("recorded from the size itself counts as well, and no longer once it is taken back", async () => {
    const { recordSale } = await import("../../pwa/src/state/sales");
    state.setAnswers({ audience: "men" });
    await recordSale(taken);
    expect(visit.need.peek().sold).toEqual([GTIN]);
    const past = visit.endCustomer();
    expect(noting.soldFor(past.advice, past.sold)).toEqual([GTIN]);
    visit.takeBack(past);
    await recordSale({ taken: [], returned: [GTIN] });
    expect(visit.need.peek().sold).toEqual([]);
    expect(await moves()).toEqual([
      { gtin: GTIN, delta: -1, why: "sold" },
      { gtin: GTIN, delta: 1, why: "correction" },
    ]);
    expect(state.claimOf(GTIN)?.quantity).toBe(2);
  });

  test("that was none gives the piece back in the write that puts the outcome right", async () => {
    state.setAnswers({ audience: "men" });
    const advice = await noting.noteOutcome(SOLD, [PIECE], undefined, taken);
    await noting.noteOutcome(LEFT, [], advice, { taken: [], returned: [GTIN] });
    expect(state.claimOf(GTIN)?.quantity).toBe(2);
    expect(noting.soldFor(advice)).toEqual([]);
  });
});

describe("the day", () => {
  test("shows own entries only, and forgets them with the date", async () => {
    state.navigate(`/product/${PIECE}`);
    expect(day.today.value.map(({ refs }) => refs)).toEqual([[PIECE]]);
    day.show({ ...(day.today.value[0] as (typeof day.today.value)[number]), id: "other", author: "bea" });
    expect(day.today.value).toHaveLength(1);
    await vi.waitFor(async () => expect(await readDay()).toHaveLength(1));
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(Date.now() + 86_400_000);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(day.today.value).toEqual([]);
    await vi.waitFor(async () => expect(await readDay()).toEqual([]));
    vi.useRealTimers();
  });
});

describe("a draft", () => {
  test("goes with the event that it became, or stays with it unwritten", async () => {
    const { saveDraft } = await import("../../pwa/src/db");
    await saveDraft("remark", "Trop de noir");
    const forget = () => [{ store: "drafts" as const, key: "remark", value: undefined }];
    const spy = vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
      throw new DOMException("lost", "AbortError");
    });
    await expect(state.note("remark", { text: "Trop de noir", about: "range" }, forget)).rejects.toThrow();
    spy.mockRestore();
    expect([await readDraft("remark"), await events("remark")]).toEqual(["Trop de noir", []]);
    await state.note("remark", { text: "Trop de noir", about: "range" }, forget);
    expect(await readDraft("remark")).toBeUndefined();
    expect(await events("remark")).toHaveLength(1);
  });
});
