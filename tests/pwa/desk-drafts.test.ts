import { beforeEach, describe, expect, test, vi } from "vitest";
import { disconnect, ownedBy, saveDraft } from "../../pwa/src/db";
import { deskDraft, dropDeskDraft, keepDeskDraft, listDeskDrafts } from "../../pwa/src/state/deskDrafts";
import { heldDrafts } from "../../pwa/src/state/heldDrafts";

const isFigure = (value: unknown): value is number => typeof value === "number";
const figures = () => heldDrafts("prices", (shop) => `shop ${shop}`, isFigure);

beforeEach(async () => {
  ownedBy("");
  for (const { kind, id } of await listDeskDrafts()) await dropDeskDraft(kind, id);
});

describe("drafts of the desk", () => {
  test("are listed newest first, without sheets that are no drafts of the desk", async () => {
    vi.setSystemTime("2026-11-23T09:00:00Z");
    await saveDraft("remark", "Trop de noir");
    await keepDeskDraft("product", "trilogy gtx", { name: "Trilogy", count: 2, isNew: true, content: { form: 1 } });
    vi.setSystemTime("2026-11-23T10:00:00Z");
    await keepDeskDraft("knowledge", "all", { name: "", count: 1, content: [] });
    vi.useRealTimers();
    expect(await listDeskDrafts()).toEqual([
      { kind: "knowledge", id: "all", name: "", count: 1, isNew: false, at: "2026-11-23T10:00:00.000Z" },
      { kind: "product", id: "trilogy gtx", name: "Trilogy", count: 2, isNew: true, at: "2026-11-23T09:00:00.000Z" },
    ]);
    expect((await deskDraft("product", "trilogy gtx"))?.content).toEqual({ form: 1 });
    await saveDraft("remark", "");
  });

  test("of another build's form, or that cannot be read, are passed over", async () => {
    await saveDraft("desk-product old", JSON.stringify({ form: {}, at: "2026-11-23T09:00:00Z" }));
    await saveDraft("desk-product broken", "{");
    await keepDeskDraft("product", "good", { name: "Good", count: 1, content: 1 });
    expect((await listDeskDrafts()).map(({ id }) => id)).toEqual(["good"]);
    expect(await deskDraft("product", "old")).toBeUndefined();
    expect(await deskDraft("product", "broken")).toBeUndefined();
    await saveDraft("desk-product old", "");
    await saveDraft("desk-product broken", "");
  });

  test("are each person's own on a shared phone", async () => {
    ownedBy("ana");
    await keepDeskDraft("product", "one", { name: "One", count: 1, content: 1 });
    ownedBy("ben");
    expect(await listDeskDrafts()).toEqual([]);
    ownedBy("ana");
    expect((await listDeskDrafts()).map(({ id }) => id)).toEqual(["one"]);
    await dropDeskDraft("product", "one");
  });
});

describe("changes that a room holds", () => {
  test("are found again by a page that begins anew, and gone once forgotten", async () => {
    const first = figures();
    first.edit("miramas", (now) => new Map(now).set("a", 1));
    first.edit("miramas", (now) => new Map(now).set("b", 2));
    expect([...first.of("miramas")]).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    await vi.waitFor(() => expect(first.isSafe("miramas")).toBe(true));
    const second = figures();
    await second.opened("miramas");
    expect([...second.of("miramas")]).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    expect(await listDeskDrafts()).toMatchObject([{ kind: "prices", id: "miramas", name: "shop miramas", count: 2 }]);
    await second.forget("miramas");
    expect(await listDeskDrafts()).toEqual([]);
  });

  test("that were typed before the device answered stand over what was kept", async () => {
    await keepDeskDraft("prices", "miramas", {
      name: "",
      count: 3,
      content: [
        ["a", 1],
        ["b", "of another build"],
        ["c", 3],
      ],
    });
    const held = figures();
    held.edit("miramas", (now) => new Map(now).set("a", 9));
    await held.opened("miramas");
    expect(Object.fromEntries(held.of("miramas"))).toEqual({ a: 9, c: 3 });
    await vi.waitFor(async () => expect((await deskDraft("prices", "miramas"))?.count).toBe(2));
  });

  test("say so where the device does not keep them", async () => {
    const held = figures();
    await held.opened("miramas");
    await disconnect();
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    held.edit("miramas", () => new Map([["a", 1]]));
    await vi.waitFor(() => expect(put).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve));
    expect(held.isSafe("miramas")).toBe(false);
    put.mockRestore();
  });
});
