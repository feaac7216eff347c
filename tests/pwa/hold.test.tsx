import { Store } from "lucide-preact";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BottomNav } from "../../pwa/src/components/BottomNav";

const host = document.createElement("div");
const held = vi.fn();
const followed = vi.fn((event: Event) => event.preventDefault());

function show(onHold: (() => void) | undefined): HTMLAnchorElement {
  const items = [{ id: "shop", label: "Boutique", href: "#/shop", icon: Store, onHold }];
  act(() => render(<BottomNav items={items} current={null} label="Navigation" />, host));
  const link = host.querySelector("a");
  if (!link) throw new Error("no link");
  return link;
}

const finger = (name: string, target: EventTarget, at = 0) =>
  target.dispatchEvent(
    new PointerEvent(name, { bubbles: true, cancelable: true, isPrimary: true, button: 0, clientX: at, clientY: 0 }),
  );

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  document.body.append(host);
  host.addEventListener("click", followed);
});

afterEach(() => {
  host.removeEventListener("click", followed);
  act(() => render(null, host));
  vi.useRealTimers();
});

describe("a finger that stays", () => {
  test("does what it is for, once, and does not follow the link as well", () => {
    const link = show(held);
    finger("pointerdown", link);
    vi.advanceTimersByTime(499);
    expect(held).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    finger("pointerup", window);
    link.click();
    expect([held.mock.calls.length, followed.mock.calls.length]).toEqual([1, 0]);
    finger("pointerdown", link);
    finger("pointerup", window);
    link.click();
    expect([held.mock.calls.length, followed.mock.calls.length]).toEqual([1, 1]);
  });

  test.each([
    ["is lifted before", () => finger("pointerup", window)],
    ["moves on", () => finger("pointermove", window, 30)],
    ["scrolls", () => finger("pointercancel", window)],
  ])("does nothing where it %s", (_what, leave) => {
    finger("pointerdown", show(held));
    leave();
    vi.advanceTimersByTime(2_000);
    expect(held).not.toHaveBeenCalled();
  });

  test("opens the browser's own menu only where it is for nothing", () => {
    const menu = () => new MouseEvent("contextmenu", { bubbles: true, cancelable: true });
    expect(show(held).dispatchEvent(menu())).toBe(false);
    expect(show(undefined).dispatchEvent(menu())).toBe(true);
  });
});
