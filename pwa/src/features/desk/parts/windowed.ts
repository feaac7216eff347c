/** Which rows of a long table are drawn: those in sight, and a few beyond. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Rows drawn above and below what is in sight: a page's scroll finds them there. */
const BEYOND = 12;
/** In pixels, until a row has been measured. */
const ROW_PX = 44;
const SIGHT_PX = 720;

export interface Windowed {
  /** First row drawn, and the one after the last. */
  from: number;
  to: number;
  /** Height of the rows that are not drawn, in pixels. */
  above: number;
  below: number;
  row: number;
}

/** Give the rows in sight, out of the place scrolled to and the heights; all in pixels. */
export function inSight(count: number, scrolled: number, sight: number, row: number): Windowed {
  const first = Math.floor(scrolled / row);
  const from = Math.max(0, Math.min(first, count) - BEYOND);
  const to = Math.min(count, first + Math.ceil(sight / row) + BEYOND);
  return { from, to, above: from * row, below: Math.max(0, count - to) * row, row };
}

/** Follow the scrolling of a box whose rows are all of one height. */
export function useWindowed(box: RefObject<HTMLElement | null>, count: number): Windowed {
  const [seen, setSeen] = useState({ scrolled: 0, sight: SIGHT_PX, row: ROW_PX });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const look = () => {
      const row = element.querySelector<HTMLElement>("tbody tr[aria-rowindex]")?.offsetHeight || ROW_PX;
      const next = { scrolled: element.scrollTop, sight: element.clientHeight || SIGHT_PX, row };
      setSeen((now) =>
        Math.abs(now.scrolled - next.scrolled) < row * (BEYOND / 2) && now.sight === next.sight && now.row === row
          ? now
          : next,
      );
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look);
    return () => {
      element.removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, [box, count]);
  return inSight(count, seen.scrolled, seen.sight, seen.row);
}
