/** What a finger has done is on the screen within one frame; what costs more comes in the frames after it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Product, Snapshot } from "../../pwa/src/catalogue/types";
import { Sheet } from "../../pwa/src/components/Sheet";
import { useGrowing } from "../../pwa/src/components/useGrowing";
import { useOneFrameLater } from "../../pwa/src/components/useOneFrameLater";
import { answer, opened, openPanel, shown, startNextCustomer } from "../../pwa/src/features/advice/view";
import { settled } from "../../pwa/src/features/need/idle";
import { Results } from "../../pwa/src/features/search/Results";
import { SearchField } from "../../pwa/src/features/search/SearchField";
import { afterFrame } from "../../pwa/src/lib/idle";
import { atOnce, inSlices } from "../../pwa/src/lib/steps";
import { closeCatalogue, refreshCatalogue } from "../../pwa/src/state/catalogue";
import { setAnswers } from "../../pwa/src/state/customer";
import { catalogue, counts, json, product } from "./fixture";
import { localise } from "./localise";

let host: HTMLElement;
const show = (node: ComponentChild) => act(() => render(node, host));
/** Let so many frames be painted. */
const frames = (count: number) => {
  for (let at = 0; at < count; at++) act(() => void vi.advanceTimersByTime(20));
};

beforeEach(() => {
  host = document.body.appendChild(document.createElement("div"));
  vi.useFakeTimers();
});

afterEach(() => {
  show(null);
  host.remove();
  vi.useRealTimers();
});

describe("work after a frame", () => {
  test("waits for the frame, and is done once", () => {
    const work = vi.fn();
    afterFrame(work);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledOnce();
  });

  test("is done all the same where no frame comes, because nobody sees the page", () => {
    vi.stubGlobal("requestAnimationFrame", () => 0);
    const work = vi.fn();
    afterFrame(work);
    vi.advanceTimersByTime(99);
    expect(work).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  test("can be taken back, before the frame and after it", () => {
    const work = vi.fn();
    afterFrame(work)();
    const stop = afterFrame(work);
    vi.advanceTimersToNextFrame();
    stop();
    vi.advanceTimersByTime(1000);
    expect(work).not.toHaveBeenCalled();
  });
});

test("a list grows by the frame, and shows all of a short one at once", () => {
  const seen: number[] = [];
  function List({ all }: { all: number }) {
    seen.push(useGrowing([1, 4], all));
    return null;
  }
  show(<List all={12} />);
  expect(seen).toEqual([1]);
  frames(1);
  expect(seen.at(-1)).toBe(4);
  frames(1);
  expect(seen.at(-1)).toBe(12);
  show(<List all={24} />);
  expect(seen.at(-1)).toBe(24);
});

test("a list of something else begins anew", () => {
  let seen = 0;
  function List({ of }: { of: string }) {
    seen = useGrowing([1, 4], 12, of);
    return null;
  }
  show(<List of="gore" />);
  frames(3);
  expect(seen).toBe(12);
  show(<List of="goretex" />);
  expect(seen).toBe(1);
  frames(3);
  expect(seen).toBe(12);
});

test("a letter is seen before what it finds, and overtakes the one before it", () => {
  const found = vi.fn();
  const field = () => host.querySelector("input") as HTMLInputElement;
  const press = (text: string) =>
    act(() => {
      field().value = text;
      field().dispatchEvent(new Event("input", { bubbles: true }));
    });
  show(<SearchField text="" onText={found} />);
  press("g");
  press("go");
  expect(field().value).toBe("go");
  expect(found).not.toHaveBeenCalled();
  frames(2);
  expect(found.mock.calls).toEqual([["go"]]);
  show(<SearchField text="go" onText={found} />);
  press("gor");
  show(null);
  frames(2);
  expect(found).toHaveBeenCalledOnce();
});

test("a piece that the next letter finds again keeps its row", () => {
  const pieces = ["a", "b", "c"].map((ref) => product(ref, `Pièce ${ref}`));
  const found = (asked: string, ...places: number[]) =>
    show(<Results asked={asked} products={places.map((at) => pieces[at] as Product)} close={false} meant={null} />);
  found("p", 0, 1, 2);
  const [, second, third] = host.querySelectorAll("li");
  found("pi", 1, 2);
  expect([...host.querySelectorAll("li")]).toEqual([second, third]);
});

describe("steps", () => {
  function* counting(to: number, seen: number[]) {
    for (let at = 0; at < to; at++) {
      seen.push(at);
      yield;
    }
    return to;
  }

  test("taken at once give what they lead to", () => {
    expect(atOnce(counting(5, []))).toBe(5);
  });

  test("hold the thread for a few milliseconds at a time, and can be stopped", () => {
    const seen: number[] = [];
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => {
      now += 2;
      return now;
    });
    const stop = inSlices(counting(100, seen));
    expect(seen).toEqual([]);
    vi.advanceTimersToNextTimer();
    const first = seen.length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(10);
    vi.advanceTimersToNextTimer();
    expect(seen.length).toBeGreaterThan(first);
    stop();
    const taken = seen.length;
    vi.advanceTimersByTime(1000);
    expect(seen).toHaveLength(taken);
    vi.restoreAllMocks();
  });
});

test("what follows a frame later comes back with what it follows", () => {
  let seen = false;
  function Part({ value }: { value: boolean }) {
    seen = useOneFrameLater(value);
    return null;
  }
  show(<Part value={false} />);
  show(<Part value={true} />);
  expect(seen).toBe(false);
  frames(1);
  expect(seen).toBe(true);
  show(<Part value={false} />);
  show(<Part value={true} />);
  frames(1);
  expect(seen).toBe(true);
});

describe("the sheet", () => {
  const open = signal(false);
  const sheet = (of: unknown) =>
    show(
      <Sheet open={open} of={of} title="3 pièces" peek="la meilleure" raise="Voir la liste" lower="Réduire">
        <article>la liste</article>
      </Sheet>,
    );
  const list = () => host.querySelector("article");
  const move = (up: boolean) =>
    act(() => {
      open.value = up;
    });

  afterEach(() => move(false));

  test("draws its list when it is raised, and keeps it as long as it is the same list", () => {
    const need = {};
    sheet(need);
    frames(5);
    expect(list()).toBeNull();
    move(true);
    expect(host.textContent).toContain("la meilleure");
    expect(list()).toBeNull();
    frames(1);
    const drawn = list();
    expect(host.textContent).not.toContain("la meilleure");
    expect(drawn).not.toBeNull();
    move(false);
    sheet(need);
    expect(list()).toBe(drawn);
    sheet({});
    expect(list()).toBeNull();
  });
});

describe("an answer", () => {
  const { finder, products } = localise(
    JSON.parse(readFileSync(join(import.meta.dirname, "../vectors/finder/advice.json"), "utf8")),
    "fr",
  ) as Pick<Snapshot, "finder" | "products">;

  beforeEach(async () => {
    vi.useRealTimers();
    vi.stubGlobal("fetch", async (url: string) =>
      json(url.includes("/snapshot") ? catalogue({ finder, products }) : counts()),
    );
    const before = settled.value;
    await refreshCatalogue("miramas", "fr");
    // The start settles by the clock's own frames, which stand still once the clock is false.
    await vi.waitFor(() => expect(settled.value).not.toBe(before));
    vi.useFakeTimers();
  });

  afterEach(() => {
    closeCatalogue();
    setAnswers({});
    openPanel(null);
    vi.unstubAllGlobals();
  });

  test("keeps its question until the next one is known", () => {
    expect(shown.value).toEqual(["start"]);
    answer("activity", "ski-touring");
    expect(shown.value).toEqual(["start"]);
    frames(5);
    expect(settled.value?.answers).toEqual({ activity: "ski-touring" });
    expect(shown.value).not.toContain("start");
    expect(shown.value).toHaveLength(1);
  });

  test("of a panel that was asked for leaves it with the next question", () => {
    answer("activity", "ski-touring");
    frames(5);
    openPanel("budget");
    expect(shown.value).toEqual(["budget"]);
    answer("budget_cents", 40_000);
    expect(shown.value).toEqual(["budget"]);
    frames(5);
    expect(opened.value).toBeNull();
    expect(shown.value).not.toContain("budget");
  });

  test("leaves a panel alone that was asked for within the frame", () => {
    answer("activity", "ski-touring");
    openPanel("who");
    frames(5);
    expect(opened.value).toBe("who");
    expect(shown.value?.[0]).toBe("who");
  });

  test("that is taken back keeps its panel", () => {
    answer("activity", "ski-touring");
    frames(5);
    answer("activity", "ski-touring");
    frames(5);
    expect(opened.value).toBe("activity");
  });

  test("of the last customer is gone when the next one begins", () => {
    answer("activity", "ski-touring");
    frames(5);
    startNextCustomer();
    frames(5);
    expect(shown.value).toEqual(["start"]);
  });
});
