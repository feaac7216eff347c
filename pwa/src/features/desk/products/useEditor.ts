/** One product being edited: its facts, the form over them, the draft on this device, and what others do meanwhile. */
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Change, type DeskProduct, fetchProduct } from "../../../lib/apiProducts";
import { log } from "../../../lib/log";
import { NetError } from "../../../lib/net";
import { explain, lang } from "../../../state";
import { type DeskDraft, deskDraft, dropDeskDraft, keepDeskDraft } from "../../../state/deskDrafts";
import { begunWith } from "./copied";
import { changeOf, emptyForm, type Form, formOf, isEmpty, sizeOf } from "./form";
import { begin, type Past, redo, step, undo } from "./past";
import { type Chosen, type Rebased, rebase } from "./rebase";

/** How often a form asks whether somebody has published the same product meanwhile. */
const LOOK_MS = 30_000;
/** How long typing rests before the draft is kept. */
const REST_MS = 400;

interface Kept {
  product: DeskProduct | null;
  form: Form;
}

export interface Editor {
  /** Null for a new one. */
  product: DeskProduct | null;
  base: Form;
  form: Form;
  change: Change;
  isChanged: boolean;
  canUndo: boolean;
  canRedo: boolean;
  edit: (field: string, next: (form: Form) => Form) => void;
  undo: () => void;
  redo: () => void;
  /** Begin again from the published facts. */
  drop: () => void;
  /** The draft was proposed: keep nothing of it here, not even what was typed a moment ago. */
  forget: () => Promise<void>;
  /** When the draft that was found was kept; null where the form began with the published facts. */
  found: string | null;
  /** Whether the last change is safe on this device. */
  safe: boolean;
  /** Somebody published other facts: what they are, and one's own changes laid over them. */
  newer: { product: DeskProduct; rebased: Rebased } | null;
  /** Go on from the newer facts; where both changed a field, with the one that was chosen. */
  takeNewer: (chosen: Chosen) => void;
  /** Somebody took the product away meanwhile. */
  isGone: boolean;
  /** Go on as with a new product of the same reference. */
  revive: () => void;
  /** Ask whether others changed it; true where they did. */
  look: () => Promise<boolean>;
}

interface State {
  product: DeskProduct | null;
  past: Past;
  found: string | null;
  isGone: boolean;
  /** A new product was drafted here, and somebody has published one of its reference. */
  isTaken?: boolean;
}

export interface Opening {
  editor: Editor | null;
  failure: string | null;
  again: () => void;
}

/** Open a product by its reference; `isNew` begins one that nobody knows yet. */
export function useEditor(ref: string, isNew: boolean): Opening {
  const [state, setState] = useState<State | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    setFailure(null);
    open(ref, isNew, leaving.signal).then(
      (opened) => leaving.signal.aborted || setState(opened),
      (cause: unknown) => leaving.signal.aborted || setFailure(explain(cause)),
    );
    return () => leaving.abort();
  }, [ref, isNew, turn]);
  const editor = useForm(ref, state, setState);
  return { editor, failure, again: () => setTurn((now) => now + 1) };
}

/** The published facts, under a draft where this device has one; without a network the draft stands on its own. */
async function open(ref: string, isNew: boolean, signal: AbortSignal): Promise<State> {
  const draft = readable(await deskDraft("product", ref));
  const begun = draft && { product: draft.product, past: begin(draft.form), found: draft.at, isGone: false };
  if (isNew) return begun ?? { product: null, past: begin(begunWith(ref)), found: null, isGone: false };
  try {
    const answer = await fetchProduct(ref, lang.peek(), undefined, signal);
    if (!answer.changed) throw new TypeError("asked without a tag");
    if (begun) return { ...begun, isTaken: begun.product === null };
    return { product: answer.data, past: begin(formOf(answer.data)), found: null, isGone: false };
  } catch (cause) {
    if (!begun) throw cause;
    log.info("a draft is shown without the server", cause);
    return { ...begun, isGone: begun.product !== null && isUnknown(cause) };
  }
}

const isUnknown = (cause: unknown): boolean => cause instanceof NetError && cause.status === 404;

/** A draft of this build's form; one of another is dropped rather than misread. */
function readable(draft: DeskDraft | undefined): (Kept & { at: string }) | undefined {
  const kept = draft?.content as Partial<Kept> | undefined;
  const { attributes, variants, prices } = kept?.form ?? {};
  return draft && attributes && variants && prices ? { ...(kept as Kept), at: draft.at } : undefined;
}

function useForm(ref: string, state: State | null, setState: (next: (now: State | null) => State | null) => void) {
  const product = state?.product ?? null;
  const form = state?.past.now;
  const base = useMemo(() => (product ? formOf(product) : emptyForm(ref)), [product, ref]);
  const change = useMemo(
    () => (form ? changeOf(base, form, product?.etag ?? null) : { ref, if_match: null }),
    [base, form, product, ref],
  );
  const isChanged = !isEmpty(change);
  const { safe, forget } = useKeeping(ref, product, form, isChanged ? sizeOf(change) : 0);
  const outside = useOutside(ref, product, state?.isTaken === true);
  const move = useCallback(
    (next: (past: Past) => Past) => setState((now) => now && { ...now, past: next(now.past) }),
    [setState],
  );
  const edit = useCallback(
    (field: string, next: (form: Form) => Form) => move((past) => step(past, next(past.now), field, Date.now())),
    [move],
  );
  if (!state || !form) return null;
  const goOn = (from: DeskProduct | null, with_: Form) =>
    setState(() => ({ product: from, past: begin(with_), found: null, isGone: false }));
  const { newer } = outside;
  return {
    ...{ product, base, form, change, isChanged, edit, safe, forget, found: state.found, look: outside.look },
    canUndo: state.past.before.length > 0,
    canRedo: state.past.after.length > 0,
    undo: () => move(undo),
    redo: () => move(redo),
    drop: () => {
      void dropDeskDraft("product", ref);
      setState((now) => now && { ...now, past: begin(base), found: null });
    },
    newer: newer && { product: newer, rebased: rebase(base, form, formOf(newer)) },
    takeNewer: (chosen) => newer && goOn(newer, rebase(base, form, formOf(newer), chosen).form),
    isGone: state.isGone || outside.isGone,
    revive: () => goOn(null, form),
  } satisfies Editor;
}

/** Keep what is typed on this device, a moment after the last letter, and when the page goes out of sight. */
function useKeeping(ref: string, product: DeskProduct | null, form: Form | undefined, count: number) {
  const [safe, setSafe] = useState(true);
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (!form) return undefined;
    const keep = () => {
      waiting.current = null;
      if (!count) return void dropDeskDraft("product", ref);
      const draft = { name: form.name || ref, count, isNew: !product, content: { product, form } satisfies Kept };
      void keepDeskDraft("product", ref, draft).then(setSafe);
    };
    setSafe(!count);
    waiting.current = keep;
    const timer = setTimeout(() => waiting.current?.(), REST_MS);
    return () => clearTimeout(timer);
  }, [ref, product, form, count]);
  useEffect(() => {
    const now = () => waiting.current?.();
    document.addEventListener("visibilitychange", now);
    return () => {
      document.removeEventListener("visibilitychange", now);
      now();
    };
  }, [ref]);
  const forget = useCallback(() => {
    waiting.current = null;
    return dropDeskDraft("product", ref);
  }, [ref]);
  return { safe, forget };
}

/** Ask now and then whether the product's facts are still those of the form. */
function useOutside(ref: string, product: DeskProduct | null, isTaken: boolean) {
  const [newer, setNewer] = useState<DeskProduct | null>(null);
  const [isGone, setGone] = useState(false);
  const etag = product?.etag;
  const look = useCallback(async () => {
    try {
      const answer = await fetchProduct(ref, lang.peek(), etag);
      const isNewer = answer.changed && answer.data.etag !== etag;
      if (isNewer) setNewer(answer.data);
      setGone(false);
      return isNewer;
    } catch (cause) {
      log.info("not asked", cause);
      const gone = isUnknown(cause) && etag !== undefined;
      if (gone) setGone(true);
      return gone;
    }
  }, [ref, etag]);
  useEffect(() => {
    setNewer(null);
    setGone(false);
    // Nobody else knows a new product; whether its reference is taken is told when it is proposed.
    if (!etag && !isTaken) return undefined;
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => clearInterval(timer);
  }, [look, etag, isTaken]);
  return { newer, isGone, look };
}
