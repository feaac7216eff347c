/** Between two pieces of work that follow each other: whatever waits on the main thread, a tap above all, comes first. */

/** Phones that TypeScript's DOM does not know yet. */
interface Yielding {
  scheduler?: { yield?: () => Promise<void> };
}

/** Resolve in a task of its own, before other work that only waits in line where the browser can tell them apart. */
export function breath(): Promise<void> {
  const { scheduler } = globalThis as Yielding;
  return scheduler?.yield ? scheduler.yield() : new Promise((next) => setTimeout(next));
}
