import { useEffect, useState } from "preact/hooks";
import { afterFrame } from "../lib/idle";
import { placeLeft } from "../lib/places";

/**
 * How many of `all` to show: a frame after the other as many as `steps` say, and then all.
 *
 * A finger sees at once what comes first, and does not wait for what is below the screen. `of` is what is listed: with
 * another one it begins anew. A page that comes back to a place further down has all of it at once.
 */
export function useGrowing(steps: readonly number[], all: number, of = ""): number {
  const [grown, grow] = useState(() => ({ of, step: placeLeft() > 0 ? steps.length : 0 }));
  const step = grown.of === of ? grown.step : 0;
  const isGrown = step >= steps.length;
  useEffect(() => (isGrown ? undefined : afterFrame(() => grow({ of, step: step + 1 }))), [isGrown, step, of]);
  return Math.min(steps[step] ?? all, all);
}
