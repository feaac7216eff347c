/** The place where outcomes are asked: a card that waits for nobody after a customer, a sheet where the seller opens it. */
import { effect } from "@preact/signals";
import { Check, Undo2, X } from "lucide-preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Drawer } from "../../components/Drawer";
import type { OutcomeSaid, PastNeed } from "../../db";
import { log } from "../../lib/log";
import { answers, favourites, need, route, t } from "../../state";
import { today } from "../../state/day";
import { isAdvice } from "../../state/visit";
import { chosen } from "../compare/chosen";
import { Ask } from "./Ask";
import { type Asked, asked } from "./asked";
import { eventOf, noteOutcome, undo } from "./noting";
import style from "./outcome.module.css";
import { outcomeWords } from "./words";

/** Long enough to find the button that takes it back, short enough to be gone with the next word. */
const UNDO_MS = 8_000;
const SAVED_MS = 5_000;
const MOST_PIECES = 4;

export function Outcome() {
  const now = asked.value;
  if (now?.kind === "next") return <After key={now.past.id} {...now} />;
  return now ? <Sheet key={keyOf(now)} asked={now} /> : null;
}

const keyOf = (now: Asked): string => (now.kind === "entry" ? now.entry.id : "now");

const close = (): void => {
  asked.value = null;
};

type Saving = "asking" | "saving" | "saved" | "failed";

/** Record what is said, and know how far it is. */
function useNoting(advice: () => Promise<string | null | undefined>) {
  const [state, setState] = useState<Saving>("asking");
  const [said, setSaid] = useState<OutcomeSaid | null>(null);
  const tell = async (next: OutcomeSaid, refs: readonly string[]) => {
    setState("saving");
    setSaid(next);
    try {
      const about = await advice();
      // Without an advice of its own, the present need is noted with it.
      await noteOutcome(next, refs, about ?? undefined);
      setState("saved");
    } catch (cause) {
      log.error("outcome not stored", cause);
      setState("failed");
    }
  };
  return { state, said, tell, correct: () => setState("asking") };
}

/** After a customer: the way back, and what came of the advice. The next customer's first word closes it. */
function After({ past, tray }: Extract<Asked, { kind: "next" }>) {
  const isOpen = (past.advice !== null || isAdvice(past)) && !isTold(past);
  const noting = useNoting(() => eventOf(past));
  useEffect(() => closing(), []);
  useClose(noting.state === "saved" ? SAVED_MS : isOpen ? null : UNDO_MS);
  const takeBack = () => {
    close();
    void undo(past);
    chosen.value = tray;
  };
  return (
    <section ref={useMeasured()} class={style.card} aria-label={t("outcome.after")}>
      <header class={style.head}>
        <p class={style.title} role="status">
          <Words state={noting.state} said={noting.said} rest={t(isOpen ? "outcome.ask" : "outcome.after")} />
        </p>
        {noting.state === "saved" ? (
          <button type="button" class={style.quiet} onClick={noting.correct}>
            {t("outcome.correct")}
          </button>
        ) : (
          <button type="button" class={style.quiet} onClick={takeBack}>
            <Undo2 aria-hidden="true" />
            {t("outcome.undo")}
          </button>
        )}
        <button type="button" class={style.close} aria-label={t("outcome.skip")} onClick={close}>
          <X aria-hidden="true" />
        </button>
      </header>
      {isOpen && noting.state !== "saved" && (
        <Ask refs={piecesOf(past)} said={noting.said} onSaid={(said, refs) => void noting.tell(said, refs)} />
      )}
    </section>
  );
}

/** Tell the page how much of it the card covers, so that what has the focus is brought above it. */
function useMeasured() {
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    if (!element) return undefined;
    const page = document.documentElement.style;
    const observer = new ResizeObserver(() => page.setProperty("--card", `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      page.removeProperty("--card");
    };
  }, []);
  return card;
}

/** What came of it was noted while the customer was here. */
const isTold = ({ advice }: PastNeed): boolean =>
  today.peek().some(({ id, outcome }) => id === advice && outcome !== null);

/** Close with the first word of the next customer, or where another page needs the room. */
function closing(): () => void {
  return effect(() => {
    const elsewhere = !["/advice", "/home"].includes(route.value.path);
    if (elsewhere || Object.keys(answers.value).length > 0) close();
  });
}

function useClose(ms: number | null): void {
  useEffect(() => {
    if (ms === null) return undefined;
    const timer = setTimeout(close, ms);
    return () => clearTimeout(timer);
  }, [ms]);
}

/** From a piece, from the list, or from what was advised today. */
function Sheet({ asked: now }: { asked: Exclude<Asked, { kind: "next" }> }) {
  const noting = useNoting(async () => (now.kind === "entry" ? now.entry.id : null));
  useClose(noting.state === "saved" ? SAVED_MS / 2 : null);
  const before = now.kind === "entry" ? now.entry.outcome : null;
  return (
    <Drawer title={t("outcome.ask")} onClose={close}>
      <p class={style.state} role="status">
        <Words state={noting.state} said={noting.said} rest={now.kind === "now" ? t("outcome.private") : ""} />
      </p>
      {noting.state === "saved" ? (
        <button type="button" class={style.unsaid} onClick={noting.correct}>
          {t("outcome.correct")}
        </button>
      ) : (
        <Ask refs={refsOf(now)} said={noting.said ?? before} onSaid={(said, refs) => void noting.tell(said, refs)} />
      )}
    </Drawer>
  );
}

function refsOf(now: Exclude<Asked, { kind: "next" }>): readonly string[] {
  if (now.kind === "entry") return now.entry.refs.slice(0, MOST_PIECES);
  return now.refs.length > 0 ? now.refs : piecesOf({ ...need.value, favourites: favourites.value });
}

const piecesOf = ({ favourites: kept, looked }: Pick<PastNeed, "favourites" | "looked">): string[] =>
  [...new Set([...kept, ...looked.map(({ ref }) => ref)])].slice(0, MOST_PIECES);

function Words({ state, said, rest }: { state: Saving; said: OutcomeSaid | null; rest: string }) {
  if (state === "failed") return <>{t("outcome.failed")}</>;
  if (state !== "saved" || !said) return <>{rest}</>;
  return (
    <>
      <Check class={style.tick} aria-hidden="true" />
      {t("outcome.kept", { what: outcomeWords(said) })}
    </>
  );
}
