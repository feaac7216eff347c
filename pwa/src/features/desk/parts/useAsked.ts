/** What a room asks the server for: on its way, here, or failed with a sentence and a way to try again. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { log } from "../../../lib/log";
import { sessionEnded } from "../../../state";
import { noteReach } from "../../../state/online";
import { isAway, reasonOf } from "./reason";
import { useComeBack } from "./useComeBack";

export interface Asked<T> {
  data: T | undefined;
  /** Why it is not here, in words; what was there before stays. */
  failure: string | null;
  /** It failed for want of a network, and is asked for again by itself. */
  away: boolean;
  busy: boolean;
  again: () => void;
  /** Show something newer that another answer has brought. */
  set: (data: T) => void;
}

interface State<T> extends Pick<Asked<T>, "data" | "failure" | "busy"> {
  /** How often in a row the network has failed. */
  missed: number;
}

/** A question of its own leaves what is said on the screen until it is answered. */
interface Turn {
  byItself: boolean;
}

/** Ask once for each `key`, and again by itself after the network has failed; null asks for nothing. */
export function useAsked<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [state, setState] = useState<State<T>>({ data: undefined, failure: null, busy: key !== null, missed: 0 });
  const [turn, setTurn] = useState<Turn>({ byItself: false });
  const last = useRef(load);
  last.current = load;
  const shown = useRef(key);
  const missing = useRef(false);
  useEffect(() => {
    if (key === null) return undefined;
    const leaving = new AbortController();
    const known = shown.current === key;
    shown.current = key;
    setState((now) => begun(now, known, turn.byItself));
    last.current(leaving.signal).then(
      (data) => {
        // Some of what is asked for lies on this device: only an answer after a failure tells of the network.
        if (missing.current) noteReach("answered");
        missing.current = false;
        if (!leaving.signal.aborted) setState(here(data));
      },
      (cause: unknown) => {
        if (leaving.signal.aborted) return;
        log.info(`${key} not read`, cause);
        const away = isAway(cause);
        missing.current = away;
        if (away) noteReach(cause);
        setState(({ data, missed }) => ({
          data,
          failure: reasonOf(cause),
          busy: false,
          missed: away ? missed + 1 : 0,
        }));
      },
    );
    return () => leaving.abort();
  }, [key, turn]);
  const again = useCallback(() => setTurn({ byItself: false }), []);
  useComeBack(state.missed, () => setTurn({ byItself: true }));
  useEntered(state.failure !== null, () => setTurn({ byItself: true }));
  const set = useCallback((data: T) => setState(here(data)), []);
  const { data, failure, busy, missed } = state;
  return { data, failure, away: missed > 0, busy, again, set };
}

/** Call `again` once somebody whose session had ended has entered anew, where something had failed meanwhile. */
function useEntered(failed: boolean, again: () => void): void {
  const isEnded = sessionEnded.value;
  const wasEnded = useRef(isEnded);
  useEffect(() => {
    const isBack = wasEnded.current && !isEnded;
    wasEnded.current = isEnded;
    if (isBack && failed) again();
  }, [isEnded]);
}

const here = <T>(data: T): State<T> => ({ data, failure: null, busy: false, missed: 0 });

/** Another key has nothing to show yet. */
function begun<T>(now: State<T>, known: boolean, byItself: boolean): State<T> {
  if (!known) return { data: undefined, failure: null, busy: true, missed: 0 };
  return { ...now, failure: byItself ? now.failure : null, busy: true };
}
