import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPaint, inSteps, isInUse, whenIdle } from "../../pwa/src/lib/idle";

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

test("it waits until the screen has not been touched for a while", () => {
  const quiet = vi.fn();
  whenIdle(quiet, 1000);
  vi.advanceTimersByTime(900);
  dispatchEvent(new Event("pointerdown"));
  vi.advanceTimersByTime(900);
  expect(quiet).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(quiet).toHaveBeenCalledOnce();
});

test("it never comes while somebody writes in a field", () => {
  const quiet = vi.fn();
  const field = document.body.appendChild(document.createElement("input"));
  field.value = "Trilo";
  field.focus();
  whenIdle(quiet, 1000);
  vi.advanceTimersByTime(5000);
  expect(quiet).not.toHaveBeenCalled();
  field.blur();
  vi.advanceTimersByTime(1000);
  expect(quiet).toHaveBeenCalledOnce();
});

test("it comes once, and not after it was called off", () => {
  const quiet = vi.fn();
  whenIdle(quiet, 1000);
  vi.advanceTimersByTime(10_000);
  expect(quiet).toHaveBeenCalledOnce();
  const stop = whenIdle(quiet, 1000);
  stop();
  vi.advanceTimersByTime(10_000);
  expect(quiet).toHaveBeenCalledOnce();
});

const lay = (html: string) => {
  document.body.innerHTML = html;
};
const type = (selector: string, text: string) => {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (field) field.value = text;
};

test.each([
  ["a text begun in a form that has lost the focus", "<form><input></form>", "input", "Cam"],
  ["a remark begun", "<textarea></textarea>", "textarea", "La cliente"],
  ["a corrected figure", '<form><input type="number" value="3"></form>', "input", "4"],
])("%s is in use", (_what, html, selector, text) => {
  lay(html);
  expect(isInUse()).toBe(false);
  type(selector, text);
  expect(isInUse()).toBe(true);
});

test.each([
  ["an open dialog", "<dialog open></dialog>"],
  ["an open sheet", "<section data-in-use></section>"],
  ["a modal part", '<div role="dialog" aria-modal="true"></div>'],
])("%s is in use", (_what, html) => {
  lay(html);
  expect(isInUse()).toBe(true);
});

test("a camera that looks for a code is in use, one that rests is not", () => {
  lay("<video></video>");
  const video = document.querySelector("video") as HTMLVideoElement;
  expect(isInUse()).toBe(false);
  Object.defineProperty(video, "srcObject", { value: {} });
  Object.defineProperty(video, "paused", { value: false, configurable: true });
  expect(isInUse()).toBe(true);
  Object.defineProperty(video, "paused", { value: true });
  expect(isInUse()).toBe(false);
});

test.each([
  ["a tapped choice", '<form><input type="radio" value="dark" checked></form>'],
  ["a slider", '<form><input type="range" value="40"></form>'],
  ["a text as it was stored", '<form><input value="Camille"></form>'],
  ["a search that rests on the page", '<input type="search">'],
])("%s is not in use", (_what, html) => {
  lay(html);
  type("input[type=search]", "goretex");
  document.querySelector<HTMLInputElement>("input:not([type=search])")?.focus();
  expect(isInUse()).toBe(false);
});

test("work after a paint can be taken back", () => {
  const work = vi.fn();
  afterPaint(work)();
  afterPaint(work);
  vi.advanceTimersByTime(1000);
  expect(work).toHaveBeenCalledOnce();
});

test("steps are taken one at a time, until they are stopped", () => {
  const taken: number[] = [];
  function* steps() {
    for (let step = 0; step < 5; step++) {
      taken.push(step);
      if (step === 2) stop();
      yield;
    }
  }
  const stop = inSteps(steps());
  expect(taken).toEqual([]);
  vi.advanceTimersToNextTimer();
  expect(taken).toEqual([0]);
  vi.advanceTimersByTime(10_000);
  expect(taken).toEqual([0, 1, 2]);
});
