/** The photos that wait, and what is decided of them: shown at once, kept a moment later, in the order it was said. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { decidePhoto, fetchDrafts, giveUpPhoto, type PhotoDecision, type PhotoDraft } from "../../../lib/apiPhotos";
import { log } from "../../../lib/log";
import { NetError } from "../../../lib/net";
import { online } from "../../../state";
import { reasonOf } from "../parts/reason";
import { type Asked, useAsked } from "../parts/useAsked";
import { Keeping } from "./keeping";

type List = readonly PhotoDraft[];

export interface Drafts extends Pick<Asked<List>, "failure" | "busy" | "again"> {
  items: List | undefined;
  /** What was decided and not kept, in words. */
  refusal: string | null;
  /** Something is on its way to be kept. */
  saving: boolean;
  add: (draft: PhotoDraft) => void;
  decide: (id: string, decision: PhotoDecision) => void;
  giveUp: (id: string) => void;
  /** Resolves when everything that was decided is kept. */
  settled: () => Promise<void>;
}

export function useDrafts(): Drafts {
  const { data, set, failure, busy, again } = useAsked<List>("photos waiting", fetchDrafts);
  const held = useRef<List>([]);
  held.current = data ?? [];
  const show = (items: List) => {
    held.current = items;
    set(items);
  };
  const { keeping, refusal, refuse, saving } = useKeeping((kept) => show(replaced(held.current, kept)));

  const decide = (id: string, decision: PhotoDecision) => {
    const before = held.current.find((one) => one.id === id);
    if (before) show(replaced(held.current, { ...before, ...decision } as PhotoDraft));
    keeping.say(id, decision);
  };
  const giveUp = (id: string) => {
    keeping.forget(id);
    show(held.current.filter((one) => one.id !== id));
    keeping.next(() =>
      giveUpPhoto(id).catch((cause: unknown) => {
        refuse(cause);
        again();
      }),
    );
  };
  const add = (draft: PhotoDraft) => show([...held.current.filter(({ id }) => id !== draft.id), draft]);
  return { items: data, failure, busy, again, refusal, saving, add, decide, giveUp, settled: () => keeping.flush() };
}

const replaced = (items: List, draft: PhotoDraft): List => items.map((one) => (one.id === draft.id ? draft : one));

/** The decisions on their way, and how that goes. */
function useKeeping(onKept: (draft: PhotoDraft) => void) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(0);
  const kept = useRef(onKept);
  kept.current = onKept;
  const refuse = (cause: unknown) => {
    log.info("decision not kept", cause);
    setRefusal(reasonOf(cause));
  };
  const keeping = useMemo(() => {
    const keep = async (id: string, decision: PhotoDecision): Promise<boolean> => {
      setSaving((count) => count + 1);
      try {
        const answer = await decidePhoto(id, decision);
        kept.current({ ...answer, ...made.pendingOf(id) } as PhotoDraft);
        setRefusal(null);
        return true;
      } catch (cause) {
        refuse(cause);
        return cause instanceof NetError && cause.reason === "http";
      } finally {
        setSaving((count) => count - 1);
      }
    };
    const made = new Keeping(keep);
    return made;
  }, []);
  const isOnline = online.value;
  useEffect(() => {
    if (isOnline && !keeping.isEmpty) void keeping.flush();
  }, [isOnline]);
  useEffect(() => () => void keeping.flush(), []);
  return { keeping, refusal, refuse, saving: saving > 0 };
}
