import { useRef } from "preact/hooks";

/** As long as a phone's own long press. */
const HOLD_MS = 500;
/** Pixels that a thumb may tremble. */
const TREMBLE = 10;

/** Handlers for a finger that stays: a short cut to something that has a button of its own elsewhere. */
export function useHold(onHold: (() => void) | undefined) {
  const held = useRef(false);
  if (!onHold) return {};

  const onPointerDown = (down: PointerEvent) => {
    held.current = false;
    if (!down.isPrimary || down.button !== 0) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      stop.abort();
      held.current = true;
      onHold();
    }, HOLD_MS);
    stop.signal.addEventListener("abort", () => clearTimeout(timer));
    const options = { signal: stop.signal };
    const moved = (move: PointerEvent) => {
      if (Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) > TREMBLE) stop.abort();
    };
    addEventListener("pointermove", moved, options);
    for (const end of ["pointerup", "pointercancel", "scroll"]) addEventListener(end, () => stop.abort(), options);
  };
  // The browser's own menu for a link would lie over what the finger asked for.
  const onContextMenu = (event: Event) => event.preventDefault();
  // Lifted, the finger does not also follow the link.
  const onClickCapture = (event: MouseEvent) => {
    if (!held.current) return;
    held.current = false;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onPointerDown, onContextMenu, onClickCapture };
}
