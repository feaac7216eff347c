/** Work in small steps: all at once, or a little at a time. */

/** How long steps may hold the thread before a tap gets it. */
const SLICE_MS = 6;

/** Take the steps as soon as can be, but let a tap in every few milliseconds. Returns how to stop. */
export function inSlices(steps: Iterator<unknown>): () => void {
  let timer = setTimeout(take, 0);
  function take(): void {
    const until = performance.now() + SLICE_MS;
    do {
      if (steps.next().done) return;
    } while (performance.now() < until);
    timer = setTimeout(take, 0);
  }
  return () => clearTimeout(timer);
}

/** Take all steps at once; gives what they lead to. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
