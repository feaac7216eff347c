import { useEffect, useMemo } from "preact/hooks";

/** Measure how long this part has been before somebody's eyes, in milliseconds: a customer in between counts for nothing. */
export function useTimeInSight(): () => number {
  const watch = useMemo(stopwatch, []);
  useEffect(() => {
    const turned = (): void => watch.run(document.visibilityState === "visible");
    turned();
    document.addEventListener("visibilitychange", turned);
    return () => document.removeEventListener("visibilitychange", turned);
  }, [watch]);
  return watch.read;
}

function stopwatch() {
  let sum = 0;
  let since: number | null = null;
  const read = (): number => sum + (since === null ? 0 : performance.now() - since);
  const run = (on: boolean): void => {
    sum = read();
    since = on ? performance.now() : null;
  };
  return { read, run };
}
