import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";

/** Pixels before a touch counts as a drag, and not as a tap that trembled. */
const THRESHOLD = 8;
/** A drag of this part of the way is enough; a flick (pixels a millisecond) needs less. */
const PART = 0.25;
const FLICK = 0.4;

interface Drag {
  from: number;
  started: number;
  moved: boolean;
}

/** Handlers that let a head drag its sheet between peeking and open. */
export function useDrag(sheet: { current: HTMLElement | null }, open: Signal<boolean>, peek: Signal<number>) {
  const dragged = useRef(false);

  const follow = (drag: Drag, element: HTMLElement, path: number) => {
    if (!drag.moved && Math.abs(path) < THRESHOLD) return;
    drag.moved = true;
    const way = element.offsetHeight - peek.peek();
    const start = open.peek() ? 0 : way;
    element.style.transition = "none";
    element.style.transform = `translateY(${Math.min(way, Math.max(0, start + path))}px)`;
  };

  const settle = (drag: Drag, element: HTMLElement, path: number, time: number) => {
    element.style.removeProperty("transform");
    element.style.removeProperty("transition");
    if (!drag.moved) return;
    dragged.current = true;
    const flick = Math.abs(path) / Math.max(1, time - drag.started) > FLICK;
    if (flick || Math.abs(path) > (element.offsetHeight - peek.peek()) * PART) open.value = path < 0;
  };

  const onPointerDown = (event: PointerEvent) => {
    const element = sheet.current;
    dragged.current = false;
    if (!event.isPrimary || event.button !== 0 || !element) return;
    const drag: Drag = { from: event.clientY, started: event.timeStamp, moved: false };
    const stop = new AbortController();
    const options = { signal: stop.signal };
    // On the window: a quick finger is past the head before the sheet has followed.
    addEventListener("pointermove", (move) => follow(drag, element, move.clientY - drag.from), options);
    const end = (last: PointerEvent) => {
      stop.abort();
      settle(drag, element, last.clientY - drag.from, last.timeStamp);
    };
    addEventListener("pointerup", end, options);
    addEventListener("pointercancel", end, options);
  };

  // The click that follows a drag would undo it.
  const onClickCapture = (event: MouseEvent) => {
    if (!dragged.current) return;
    dragged.current = false;
    event.preventDefault();
    event.stopPropagation();
  };

  return { onPointerDown, onClickCapture };
}
