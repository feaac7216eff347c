/** A dry run as it comes to its end, and what a person can do with it. */
import { useEffect, useState } from "preact/hooks";
import {
  cancelImport,
  discardImport,
  fetchImport,
  publishImport,
  restoreRevision,
  retryImport,
  type Trial,
} from "../../../lib/apiImports";
import { log } from "../../../lib/log";
import { NetError } from "../../../lib/net";
import { lang, navigate, refresh } from "../../../state";
import { isAway, reasonOf } from "../parts/reason";
import { type Asked, useAsked } from "../parts/useAsked";

/** Between two questions about work that goes on. */
const POLL_MS = 900;

export interface TrialDeeds {
  asked: Asked<Trial>;
  busy: boolean;
  /** Why the last deed was not done, in words. */
  failure: string | null;
  /** Somebody published in between: the same files can be tried against what is published now. */
  outdated: boolean;
  publish: (note: string) => void;
  cancel: () => void;
  retry: () => void;
  discard: () => void;
  /** Go back to the revision before. */
  undo: () => void;
}

export const isWorking = ({ state }: Trial): boolean => state === "queued" || state === "running";

export function useTrial(id: string): TrialDeeds {
  const asked = useAsked(`import ${id} ${lang.value}`, (signal) => fetchImport(id, signal));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  useEffect(() => {
    // Without a network the question asks itself again; a poll on top would only wipe away what is said of it.
    if (!asked.data || !isWorking(asked.data) || asked.busy || asked.away) return undefined;
    const timer = setTimeout(asked.again, POLL_MS);
    return () => clearTimeout(timer);
  }, [asked.data, asked.busy, asked.away, asked.again]);

  const act = async (deed: () => Promise<void>) => {
    setBusy(true);
    setRefusal(null);
    try {
      await deed();
    } catch (cause) {
      log.info(`import ${id}: not done`, cause);
      setRefusal(cause);
      // The deed may be done all the same, and only its answer lost: what stands there is asked for.
      if (isAway(cause)) asked.again();
    } finally {
      setBusy(false);
    }
  };
  const state = asked.data?.state;
  // What could not be done says nothing any more where the import has gone on.
  useEffect(() => setRefusal(null), [state]);
  const shown = (deed: () => Promise<Trial>) => () => void act(async () => asked.set(await deed()));
  return {
    asked,
    busy,
    failure: refusal === null ? null : reasonOf(refusal),
    outdated:
      asked.data?.outdated === true || (refusal instanceof NetError && refusal.problem?.code === "import-outdated"),
    publish: (note) =>
      void act(async () => {
        asked.set(await publishImport(id, note, asked.data?.removals?.count ?? 0));
        void refresh();
      }),
    cancel: shown(() => cancelImport(id)),
    retry: shown(() => retryImport(id)),
    discard: () =>
      void act(async () => {
        await discardImport(id);
        navigate("/desk/import", { replace: true });
      }),
    undo: () =>
      void act(async () => {
        const before = (asked.data?.published_revision ?? 1) - 1;
        const restored = await restoreRevision(before);
        void refresh();
        navigate(`/desk/revisions/${restored.number}`);
      }),
  };
}
