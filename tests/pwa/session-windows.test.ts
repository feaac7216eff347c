import { beforeEach, describe, expect, test, vi } from "vitest";
import { forgetPhone, forgetSession } from "../../pwa/src/db";
import { json } from "./fixture";

const sessionOf = (id: string, shop = "miramas") => ({
  person: { id, name: id, role: "seller" as const },
  shop: { id: shop, name: shop },
  device: { id: "d" },
});

/** A window of its own: all modules anew over the same storage. */
async function openWindow() {
  vi.resetModules();
  const restart = vi.fn();
  vi.doMock("../../pwa/src/lib/restart", () => ({ restart }));
  const state = await import("../../pwa/src/state/session");
  await state.startSession();
  return { ...state, restart };
}

beforeEach(async () => {
  vi.stubGlobal("fetch", async () => json({}, { status: 204 }));
  vi.spyOn(console, "warn").mockImplementation(() => {});
  await forgetPhone();
  await forgetSession();
});

describe("two windows of a phone of one's own", () => {
  test("come in together", async () => {
    const [one, other] = [await openWindow(), await openWindow()];
    await one.adopt(sessionOf("ana"));
    await vi.waitFor(() => expect(other.session.value?.person.id).toBe("ana"));
    expect(other.restart).not.toHaveBeenCalled();
    await other.adopt(sessionOf("ana", "lyon"));
    await vi.waitFor(() => expect(one.session.value?.shop.id).toBe("lyon"));
  });

  test("leave together: the other one begins anew, with nothing of who was there in its memory", async () => {
    const one = await openWindow();
    await one.adopt(sessionOf("ana"));
    const other = await openWindow();
    expect(other.session.value?.person.id).toBe("ana");
    await one.signOut();
    await vi.waitFor(() => expect(other.restart).toHaveBeenCalledOnce());
    expect(one.restart).not.toHaveBeenCalled();
  });

  test("do not keep one person's page under another one's name", async () => {
    const one = await openWindow();
    await one.adopt(sessionOf("ana"));
    const other = await openWindow();
    await one.adopt(sessionOf("bea"));
    await vi.waitFor(() => expect(other.restart).toHaveBeenCalledOnce());
  });
});
