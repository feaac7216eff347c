import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { KeptPhone } from "../../pwa/src/db";
import { RELEASE_MS, startIdleLock, WARNING_MS } from "../../pwa/src/state/idleLock";
import { locked, lockingSoon, lockReason, showLocked, showPhone } from "../../pwa/src/state/phone";

vi.mock("../../pwa/src/state/turns", () => ({ startTurns: () => {}, afterLock: async () => {} }));

const MINUTE_MS = 60_000;
const PHONE: KeptPhone = {
  id: "phone-1",
  name: "Rayon sacs",
  shop: { id: "miramas", name: "Miramas" },
  lock_minutes: 10,
  people: [],
  key: "key",
  touched_at: "2026-11-23T10:00:00Z",
  leaving: [],
};
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  showLocked(false);
  showPhone(PHONE);
  stop = startIdleLock();
});

afterEach(() => {
  stop();
  showPhone(null);
  vi.useRealTimers();
});

const touch = (name = "pointerdown") => dispatchEvent(new Event(name));

describe("a shared phone that nobody touches", () => {
  test("says so twenty seconds before it locks itself", () => {
    vi.advanceTimersByTime(10 * MINUTE_MS - WARNING_MS - 1);
    expect(lockingSoon.value).toBe(false);
    vi.advanceTimersByTime(1);
    expect(lockingSoon.value).toBe(true);
    expect(locked.value).toBe(false);
    vi.advanceTimersByTime(WARNING_MS);
    expect(locked.value).toBe(true);
    expect(lockReason.value).toBe("idle");
    expect(lockingSoon.value).toBe(false);
  });

  test.each(["pointerdown", "keydown", "input", "wheel", "touchmove"])("stays open with a %s", (name) => {
    vi.advanceTimersByTime(10 * MINUTE_MS - 1_000);
    expect(lockingSoon.value).toBe(true);
    touch(name);
    expect(lockingSoon.value, "until the finger is lifted").toBe(true);
    vi.advanceTimersByTime(RELEASE_MS);
    expect(lockingSoon.value).toBe(false);
    vi.advanceTimersByTime(10 * MINUTE_MS - WARNING_MS - RELEASE_MS - 1);
    expect(lockingSoon.value).toBe(false);
    vi.advanceTimersByTime(WARNING_MS + 1);
    expect(locked.value).toBe(true);
  });

  test("is not let in by the touch that wakes it after a sleep", () => {
    vi.setSystemTime(Date.now() + 3 * 3_600_000);
    touch();
    expect(locked.value).toBe(true);
  });

  test("does not stay open because its clock is set back", () => {
    vi.setSystemTime(Date.now() - 3_600_000);
    vi.advanceTimersByTime(10 * MINUTE_MS);
    expect(locked.value).toBe(true);
  });

  test("locks by the shop's own time, from the moment it hears of it", () => {
    showPhone({ ...PHONE, lock_minutes: 2 });
    vi.advanceTimersByTime(30_000);
    touch();
    dispatchEvent(new Event("focus"));
    vi.advanceTimersByTime(2 * MINUTE_MS);
    expect(locked.value).toBe(true);
  });
});

test("a phone of one's own never locks itself", () => {
  showPhone(null);
  vi.advanceTimersByTime(24 * 60 * MINUTE_MS);
  expect(locked.value).toBe(false);
  expect(lockingSoon.value).toBe(false);
});
