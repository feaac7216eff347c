import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readDraft, saveDraft } from "../../pwa/src/db";
import { chosen, clearChosen, resumeChosen, toggleChosen } from "../../pwa/src/features/compare/chosen";
import { addressOf, Share } from "../../pwa/src/features/product/Share";
import { useAwake } from "../../pwa/src/features/show/awake";
import { localTime } from "../../pwa/src/lib/localTime";
import { product } from "./fixture";

const today = localTime(new Date()).slice(0, 10);

describe("what lies side by side", () => {
  beforeEach(() => clearChosen());

  test("is there after a restart, for the same customer", async () => {
    for (const ref of ["a", "b"]) toggleChosen(ref);
    await vi.waitFor(async () => expect(await readDraft("compare")).toBe(`${today} a b`));
    chosen.value = [];
    await resumeChosen();
    expect(chosen.value).toEqual(["a", "b"]);
  });

  test("is gone with the next customer, and on the next day", async () => {
    toggleChosen("a");
    clearChosen();
    await vi.waitFor(async () => expect(await readDraft("compare")).toBe(today));
    await saveDraft("compare", "2020-01-01 a b");
    await resumeChosen();
    expect(chosen.value).toEqual([]);
  });

  test("never takes the place of what was laid down since", async () => {
    toggleChosen("c");
    await saveDraft("compare", `${today} a b`);
    await resumeChosen();
    expect(chosen.value).toEqual(["c"]);
  });
});

describe("sharing", () => {
  let screen = document.createElement("div");
  const piece = product("trilogy", "Trilogy");
  const press = async () => {
    screen = document.body.appendChild(document.createElement("div"));
    await act(async () => {
      render(<Share product={piece} gtin="02000000000015" />, screen);
    });
    await act(async () => screen.querySelector("button")?.click());
  };
  afterEach(() => {
    render(null, screen);
    screen.remove();
    vi.unstubAllGlobals();
  });

  test("gives the customer's own page, of the variant where one is meant", () => {
    expect(new URL(addressOf(piece, "02000000000015")).pathname).toBe("/01/02000000000015");
    expect(new URL(addressOf(piece, undefined)).pathname).toBe("/p/trilogy");
  });

  test("opens the phone's sheet where there is one, and copies the link where there is none", async () => {
    const share = vi.fn(async () => {});
    vi.stubGlobal("navigator", { share });
    await press();
    expect(share).toHaveBeenCalledWith({ title: "Trilogy", url: addressOf(piece, "02000000000015") });
    render(null, screen);
    const writeText = vi.fn(async () => {});
    vi.stubGlobal("navigator", { clipboard: { writeText } });
    await press();
    expect(writeText).toHaveBeenCalledWith(addressOf(piece, "02000000000015"));
  });
});

test("the screen is kept awake while it is turned to the customer, and no longer", async () => {
  const release = vi.fn(async () => {});
  const request = vi.fn(async () => ({ release }));
  vi.stubGlobal("navigator", { wakeLock: { request } });
  const Shown = () => {
    useAwake();
    return null;
  };
  const screen = document.createElement("div");
  await act(async () => render(<Shown />, screen));
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.waitFor(() => expect(request).toHaveBeenCalledTimes(2));
  await act(async () => render(null, screen));
  document.dispatchEvent(new Event("visibilitychange"));
  expect(request).toHaveBeenCalledTimes(2);
  expect(release).toHaveBeenCalled();
  vi.unstubAllGlobals();
});
