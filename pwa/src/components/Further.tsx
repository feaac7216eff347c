/**
 * What stands below that which is seen first. It is drawn after it, part by part, so that neither a start nor a tap waits
 * for a whole page; a page that comes back to a place further down is drawn whole, and the place is found again.
 */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { painted } from "../lib/breath";
import { placeLeft } from "../lib/places";

/** Done when all that asked for its turn has had it. */
let turns: Promise<void> = Promise.resolve();

export function Further({ children }: { children: ComponentChildren }) {
  const [isDrawn, draw] = useState(() => placeLeft() > 0);
  useEffect(() => {
    if (!isDrawn) turns = turns.then(painted).then(() => draw(true));
  }, [isDrawn]);
  return isDrawn ? children : null;
}
