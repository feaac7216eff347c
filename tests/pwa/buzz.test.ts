import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readSetting } from "../../pwa/src/db";
import { buzz, buzzing } from "../../pwa/src/lib/buzz";
import { setBuzzing } from "../../pwa/src/state";
import { startSettings } from "../../pwa/src/state/settings";

const vibrate = vi.fn(() => true);
const still = (matches: boolean) => vi.stubGlobal("matchMedia", () => ({ matches, addEventListener: () => {} }));

beforeEach(() => {
  vibrate.mockClear();
  vi.stubGlobal("navigator", { vibrate });
  still(false);
  setBuzzing(true);
});
afterEach(() => vi.unstubAllGlobals());

test("a scan is felt shortly, a record as two beats", () => {
  buzz("scan");
  buzz("done");
  expect(vibrate.mock.calls).toEqual([[40], [[30, 60, 30]]]);
});

test("nothing shakes where the person or the phone wants none", async () => {
  still(true);
  buzz("scan");
  still(false);
  setBuzzing(false);
  buzz("scan");
  expect(vibrate).not.toHaveBeenCalled();
  expect(buzzing.value).toBe(false);
  await vi.waitFor(async () => expect(await readSetting("buzz")).toBe("off"));
  buzzing.value = true;
  await startSettings();
  expect(buzzing.value).toBe(false);
});
