/**
 * What stands below that which is seen first. At a start it is drawn after it, part by part, so that no piece of work is
 * long; once the application stands, a page is drawn whole, and a place further down is found again when it comes back.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { painted } from "../lib/breath";

let isStarting = false;
/** Done when all that asked for its turn has had it. */
let turns: Promise<void> = Promise.resolve();

/** From now until the start is over, parts take turns. */
export function beginStart(): void {
  isStarting = true;
}

export function endStart(): void {
  isStarting = false;
}

export function Further({ children }: { children: ComponentChildren }) {
  const [isDrawn, draw] = useState(!isStarting);
  useEffect(() => {
    if (!isDrawn) turns = turns.then(painted).then(() => draw(true));
  }, [isDrawn]);
  return isDrawn ? <>{children}</> : null;
}
