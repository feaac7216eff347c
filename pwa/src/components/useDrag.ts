import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";

/** Pixels before a touch counts as a drag, and not as a tap that trembled. */
const THRESHOLD = 8;
/** A drag of this part of the way is enough; a flick (pixels a millisecond) needs less. */
const PART = 0.25;
const FLICK = 0.4;

interface Held {
  from: number;
  at: number;
  moved: boolean;
  started: number;
}

/** Handlers that let a head drag its sheet between peeking and open. */
export function useDrag(sheet: { current: HTMLElement | null }, open: Signal<boolean>, peek: Signal<number>) {
  const held = useRef<Held | null>(null);
  const dragged = useRef(false);

  const settle = (event: PointerEvent) => {
    const drag = held.current;
    held.current = null;
    const element = sheet.current;
    if (!drag?.moved || !element) return;
    element.style.removeProperty("transform");
    element.style.removeProperty("transition");
    const way = element.offsetHeight - peek.value;
    const path = drag.at - drag.from;
    const flick = Math.abs(path) / Math.max(1, event.timeStamp - drag.started) > FLICK;
    if (flick || Math.abs(path) > way * PART) open.value = path < 0;
    dragged.current = true;
  };

  return {
    onPointerDown: (event: PointerEvent) => {
      dragged.current = false;
      if (event.isPrimary)
        held.current = { from: event.clientY, at: event.clientY, moved: false, started: event.timeStamp };
    },
    onPointerMove: (event: PointerEvent) => {
      const drag = held.current;
      const element = sheet.current;
      if (!drag || !element) return;
      drag.at = event.clientY;
      if (!drag.moved && Math.abs(drag.at - drag.from) < THRESHOLD) return;
      if (!drag.moved) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      drag.moved = true;
      const way = element.offsetHeight - peek.value;
      const start = open.peek() ? 0 : way;
      const offset = Math.min(way, Math.max(0, start + drag.at - drag.from));
      element.style.transition = "none";
      element.style.transform = `translateY(${offset}px)`;
    },
    onPointerUp: settle,
    onPointerCancel: settle,
    // The click that follows a drag would undo it.
    onClickCapture: (event: MouseEvent) => {
      if (!dragged.current) return;
      dragged.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
