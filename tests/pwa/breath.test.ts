import { afterEach, expect, test, vi } from "vitest";
import { breath, painted } from "../../pwa/src/lib/breath";

afterEach(() => vi.unstubAllGlobals());

test("other work comes in between, where the browser has no word for it", async () => {
  vi.stubGlobal("scheduler", undefined);
  const order: string[] = [];
  setTimeout(() => order.push("waiting"));
  await breath();
  order.push("afterwards");
  expect(order).toEqual(["waiting", "afterwards"]);
});

test("a browser that can continue before other work does so", async () => {
  const asked = vi.fn(() => Promise.resolve());
  vi.stubGlobal("scheduler", { yield: asked });
  await breath();
  expect(asked).toHaveBeenCalledOnce();
});

test("after a frame is after its callbacks", async () => {
  const order: string[] = [];
  const frame = painted().then(() => order.push("afterwards"));
  requestAnimationFrame(() => order.push("frame"));
  await frame;
  expect(order).toEqual(["frame", "afterwards"]);
});

test("a page out of sight waits for no frame", async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  await painted();
});
