/** What a room asks the server for: on its way, here, or failed with a sentence and a way to try again. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { log } from "../../../lib/log";
import { online } from "../../../state";
import { reasonOf } from "./reason";

export interface Asked<T> {
  data: T | undefined;
  /** Why it is not here, in words; what was there before stays. */
  failure: string | null;
  busy: boolean;
  again: () => void;
  /** Show something newer that another answer has brought. */
  set: (data: T) => void;
}

type State<T> = Pick<Asked<T>, "data" | "failure" | "busy">;

/** Ask once for each `key`, and again when the network is back after a failure; null asks for nothing. */
export function useAsked<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [state, setState] = useState<State<T>>({ data: undefined, failure: null, busy: key !== null });
  const [turn, setTurn] = useState(0);
  const last = useRef(load);
  last.current = load;
  const shown = useRef(key);
  useEffect(() => {
    if (key === null) return undefined;
    const leaving = new AbortController();
    const known = shown.current === key;
    shown.current = key;
    setState(({ data }) => ({ data: known ? data : undefined, failure: null, busy: true }));
    last.current(leaving.signal).then(
      (data) => leaving.signal.aborted || setState({ data, failure: null, busy: false }),
      (cause: unknown) => {
        if (leaving.signal.aborted) return;
        log.info(`${key} not read`, cause);
        setState(({ data }) => ({ data, failure: reasonOf(cause), busy: false }));
      },
    );
    return () => leaving.abort();
  }, [key, turn]);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  const isBack = online.value;
  const failed = state.failure !== null;
  useEffect(() => {
    if (isBack && failed) again();
    // Only the coming back counts: a failure while the server answers is shown, not repeated.
  }, [isBack]);
  const set = useCallback((data: T) => setState({ data, failure: null, busy: false }), []);
  return { ...state, again, set };
}
