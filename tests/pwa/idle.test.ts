import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { afterPaint, inSteps, whenIdle } from "../../pwa/src/lib/idle";

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
