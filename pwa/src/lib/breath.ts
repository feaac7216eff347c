/** Between two pieces of work that follow each other: whatever waits on the main thread, a tap above all, comes first. */

/** Phones that TypeScript's DOM does not know yet. */
interface Yielding {
  scheduler?: { yield?: () => Promise<void> };
}

/** Resolve in a task of its own; where the browser can tell, before work that was only put in line. */
export function breath(): Promise<void> {
  const { scheduler } = globalThis as Yielding;
  return scheduler?.yield ? scheduler.yield() : new Promise((next) => setTimeout(next));
}

/** A page out of sight has no frames. */
const UNSEEN_MS = 100;

/** Resolve after the next frame is painted. */
export const painted = (): Promise<void> =>
  new Promise((next) => {
    const late = setTimeout(next, UNSEEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      setTimeout(next);
    });
  });
