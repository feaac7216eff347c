import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenIdle } from "../../pwa/src/lib/idle";

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
