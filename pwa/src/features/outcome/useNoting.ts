import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../../components/Toast";
import type { OutcomeSaid } from "../../db";
import { log } from "../../lib/log";
import { t } from "../../state";
import { noteExchange, noteOutcome } from "./noting";
import { outcomeWords } from "./words";

export type Saving = "asking" | "saving" | "saved" | "failed";

export interface Noting {
  state: Saving;
  said: OutcomeSaid | null;
  /** The variants that left the stock with it, by GTIN. */
  taken: readonly string[];
  /** What had left the stock is back. */
  isBack: boolean;
  tell: (said: OutcomeSaid, refs: readonly string[], taken: readonly string[]) => void;
  /** Said, but for the stock: recorded as it is where the question is left alone. */
  hold: (said: OutcomeSaid, refs: readonly string[]) => void;
  correct: () => void;
  putBack: () => void;
}

interface Kept {
  state: Saving;
  said: OutcomeSaid | null;
  taken: readonly string[];
  isBack: boolean;
}

/** Record what is said, and know how far it is. `advice` gives the event that it is about; null for the present need. */
export function useNoting(advice: () => Promise<string | null | undefined>): Noting {
  const [kept, keep] = useState<Kept>({ state: "asking", said: null, taken: [], isBack: false });
  const about = useRef<string | undefined>(undefined);
  const held = useHeld((said, refs) => record(said, refs, []));

  async function record(said: OutcomeSaid, refs: readonly string[], taken: readonly string[]): Promise<boolean> {
    // What was sold a moment ago, and was no sale after all, is on the shelf again.
    const returned = said.result === "sold" ? [] : kept.taken;
    // Without an advice of its own, the present need is noted with it.
    const named = about.current ?? (await advice()) ?? undefined;
    about.current = await noteOutcome(said, refs, named, { taken, returned });
    return returned.length > 0;
  }

  const attempt = async (now: Partial<Kept>, work: () => Promise<Partial<Kept>>): Promise<void> => {
    keep((before) => ({ ...before, ...now, state: "saving" }));
    try {
      const done = await work();
      keep((before) => ({ ...before, ...done, state: "saved" }));
    } catch (cause) {
      log.error("outcome not stored", cause);
      keep((before) => ({ ...before, state: "failed" }));
    }
  };

  return {
    ...kept,
    hold: held.hold,
    tell: (said, refs, taken) => {
      held.drop();
      void attempt({ said }, async () => {
        const isBack = await record(said, refs, taken);
        return { taken: said.result === "sold" ? [...kept.taken, ...taken] : [], isBack };
      });
    },
    correct: () => keep({ ...kept, state: "asking", isBack: false }),
    putBack: () =>
      void attempt({}, async () => {
        await noteExchange(about.current, { taken: [], returned: kept.taken });
        return { taken: [], isBack: true };
      }),
  };
}

type Record = (said: OutcomeSaid, refs: readonly string[]) => Promise<unknown>;

/** Keep what is said until all of it is; whoever leaves before, or puts the phone away, has said that much. */
function useHeld(record: Record) {
  const held = useRef<{ said: OutcomeSaid; refs: readonly string[] } | null>(null);
  const last = useRef(record);
  last.current = record;
  useEffect(() => {
    const settle = () => {
      const now = held.current;
      held.current = null;
      if (!now) return;
      last.current(now.said, now.refs).then(
        () => say(t("outcome.kept", { what: outcomeWords(now.said) })),
        (cause: unknown) => {
          log.error("outcome not stored", cause);
          say(t("outcome.failed"));
        },
      );
    };
    const hidden = () => document.visibilityState === "hidden" && settle();
    document.addEventListener("visibilitychange", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      settle();
    };
  }, []);
  return {
    hold: (said: OutcomeSaid, refs: readonly string[]) => {
      held.current = { said, refs };
    },
    drop: () => {
      held.current = null;
    },
  };
}
