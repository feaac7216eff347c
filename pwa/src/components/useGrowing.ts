import { useEffect, useState } from "preact/hooks";
import { afterFrame } from "../lib/idle";

/**
 * How many of `all` to show: a frame after the other as many as `steps` say, and then all.
 *
 * A finger sees at once what comes first, and does not wait for what is below the screen.
 */
export function useGrowing(steps: readonly number[], all: number): number {
  const [step, next] = useState(0);
  const count = Math.min(steps[step] ?? all, all);
  const isGrown = step >= steps.length;
  useEffect(() => (isGrown ? undefined : afterFrame(() => next(step + 1))), [isGrown, step]);
  return count;
}
