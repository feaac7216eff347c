import { useEffect, useState } from "preact/hooks";
import { explain } from "../../state";

/** Ask the server once while the screen stands; the failure is a sentence. */
export function useFetched<T>(fetcher: (signal: AbortSignal) => Promise<T>): [T | null, string] {
  const [found, setFound] = useState<T | null>(null);
  const [failure, setFailure] = useState("");
  useEffect(() => {
    const leaving = new AbortController();
    fetcher(leaving.signal).then(setFound, (cause: unknown) => {
      if (!leaving.signal.aborted) setFailure(explain(cause));
    });
    return () => leaving.abort();
  }, [fetcher]);
  return [found, failure];
}
