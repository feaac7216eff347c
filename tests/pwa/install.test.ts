import { beforeEach, describe, expect, test, vi } from "vitest";
import { saveSetting } from "../../pwa/src/db";

const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1";
const IPAD = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15";
const INSIDE = IPHONE.replace(/ Version.*$/, " Mobile/15E148 [FBAN/FBIOS]");
const ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36";
const DAY_MS = 86_400_000;

interface Given {
  agent?: string;
  touch?: number;
  standalone?: boolean;
  delivered?: boolean;
  waiting?: number;
}

async function open({ agent = ANDROID, touch = 5, standalone, delivered = true, waiting = 0 }: Given = {}) {
  vi.resetModules();
  vi.stubGlobal("navigator", { userAgent: agent, maxTouchPoints: touch, standalone, onLine: true });
  const { signal } = await import("@preact/signals");
  vi.doMock("../../pwa/src/state/outbox", () => ({
    lastDelivery: signal(delivered ? "2026-11-21T10:00:00Z" : null),
    unsentCount: signal(waiting),
  }));
  const install = await import("../../pwa/src/state/install");
  install.startInstall();
  // The storage answers in order: what the start has asked for is known when this is.
  const { readSetting } = await import("../../pwa/src/db");
  await readSetting("install_later");
  return install;
}

function offered(outcome: "accepted" | "dismissed" = "accepted") {
  const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
    prompt: vi.fn(async () => ({ outcome })),
  });
  dispatchEvent(event);
  return event;
}

beforeEach(async () => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  await saveSetting("install_later", "");
});

describe("the way to the home screen", () => {
  test.each([
    ["an iPhone", { agent: IPHONE }, "by-hand"],
    ["an iPad, which says that it is a Mac", { agent: IPAD, touch: 5 }, "by-hand"],
    ["a Mac", { agent: IPAD, touch: 0 }, "none"],
    ["a page inside another application", { agent: INSIDE }, "none"],
    ["an iPhone's home screen", { agent: IPHONE, standalone: true }, "installed"],
    ["Android before the browser offers it", { agent: ANDROID }, "none"],
  ])("on %s", async (_where, given, way) => {
    expect((await open(given)).installing.value).toBe(way);
  });

  test("is the browser's own question where it has one, asked by a tap and never by itself", async () => {
    const install = await open();
    const event = offered();
    expect([event.defaultPrevented, event.prompt.mock.calls.length]).toEqual([true, 0]);
    expect(install.installing.value).toBe("offered");
    await install.install();
    expect(event.prompt).toHaveBeenCalledOnce();
    dispatchEvent(new Event("appinstalled"));
    expect(install.installing.value).toBe("installed");
  });
});

describe("it is spoken of", () => {
  test("once something has arrived, and not while something waits in this browser", async () => {
    const hint = async (given: Given) => {
      const install = await open({ agent: IPHONE, ...given });
      return install.installHint.value;
    };
    expect(await hint({})).toBe(true);
    expect(await hint({ delivered: false })).toBe(false);
    expect(await hint({ waiting: 2 })).toBe(false);
    expect(await hint({ standalone: true })).toBe(false);
  });

  test("not for thirty days after a later, in this window and in the next", async () => {
    const install = await open({ agent: IPHONE });
    await vi.waitFor(() => expect(install.installHint.value).toBe(true));
    install.installLater();
    expect(install.installHint.value).toBe(false);
    const { readSetting } = await import("../../pwa/src/db");
    await vi.waitFor(async () => expect(await readSetting("install_later")).toMatch(/^20/));
    const later = await open({ agent: IPHONE });
    expect(later.installHint.value).toBe(false);
    await saveSetting("install_later", new Date(Date.now() - 31 * DAY_MS).toISOString());
    const month = await open({ agent: IPHONE });
    await vi.waitFor(() => expect(month.installHint.value).toBe(true));
  });

  test("not soon again after a no to the browser's question", async () => {
    const install = await open();
    offered("dismissed");
    await vi.waitFor(() => expect(install.installHint.value).toBe(true));
    await install.install();
    offered();
    expect(install.installHint.value).toBe(false);
  });
});
