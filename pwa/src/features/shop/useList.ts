import { useEffect, useState } from "preact/hooks";
import { explain, session } from "../../state";

export interface Listed<T> {
  items: readonly T[] | null;
  failure: string | null;
  /** Do something on the server, then ask for the list anew. */
  change: (deed: () => Promise<unknown>) => Promise<void>;
}

/** A list of the server, asked for when the page opens, when somebody else is signed in, and after each change. */
export function useList<T>(list: (signal: AbortSignal) => Promise<readonly T[]>): Listed<T> {
  const [items, setItems] = useState<readonly T[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const person = session.value?.person.id;

  useEffect(() => {
    const leaving = new AbortController();
    list(leaving.signal).then(setItems, (cause: unknown) => {
      if (!leaving.signal.aborted) setFailure(explain(cause));
    });
    return () => leaving.abort();
  }, [person, turn, list]);

  const change = async (deed: () => Promise<unknown>): Promise<void> => {
    setFailure(null);
    try {
      await deed();
      setTurn((count) => count + 1);
    } catch (cause) {
      setFailure(explain(cause));
    }
  };
  return { items, failure, change };
}
