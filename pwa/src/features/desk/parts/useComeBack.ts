/** Asking again by itself while the network is away. */
import { useEffect, useRef } from "preact/hooks";
import { online } from "../../../state";

/** The first pauses are short, for a network that flaps; the last for one that is really gone. */
const PAUSES_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Call `again` when the browser says that the network is back, when another request was answered, and now and then.
 *
 * `failed` counts the failures in a row that waiting may mend: 0 while there is none.
 */
export function useComeBack(failed: number, again: () => void): void {
  const last = useRef(again);
  last.current = again;
  useEffect(() => {
    if (failed === 0) return undefined;
    const ask = () => last.current();
    const timer = setTimeout(ask, PAUSES_MS[Math.min(failed, PAUSES_MS.length) - 1]);
    addEventListener("online", ask);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", ask);
    };
  }, [failed]);
  const isBack = online.value;
  useEffect(() => {
    if (isBack && failed > 0) last.current();
    // Only the coming back counts: a failure while the server answers others waits for its turn.
  }, [isBack]);
}
