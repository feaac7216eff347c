/** The place where outcomes are asked: a card that waits for nobody after a customer, a sheet where the seller opens it. */
import { effect } from "@preact/signals";
import { Check, Undo2, X } from "lucide-preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Drawer } from "../../components/Drawer";
import type { PastNeed } from "../../db";
import { answers, favourites, need, route, t } from "../../state";
import { today } from "../../state/day";
import { isAdvice } from "../../state/visit";
import { chosen } from "../compare/chosen";
import { Ask } from "./Ask";
import { type Asked, asked } from "./asked";
import { eventOf, soldFor, undo } from "./noting";
import style from "./outcome.module.css";
import type { Known } from "./selling";
import { type Noting, useNoting } from "./useNoting";
import { outcomeWords, variantWords } from "./words";

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

/** After a customer: the way back, and what came of the advice. The next customer's first word closes it. */
function After({ past, tray }: Extract<Asked, { kind: "next" }>) {
  // As it was when the card came: what is said here may be put right here.
  const [isOpen] = useState(() => (past.advice !== null || isAdvice(past)) && !isTold(past));
  const noting = useNoting(() => eventOf(past));
  useEffect(() => closing(), []);
  useClose(shownFor(noting, isOpen ? null : UNDO_MS, SAVED_MS));
  const takeBack = () => {
    close();
    void undo(past);
    chosen.value = tray;
  };
  return (
    <section ref={useMeasured()} class={style.card} aria-label={t("outcome.after")}>
      <header class={style.head}>
        <p class={style.title} role="status">
          <Words noting={noting} rest={t(isOpen ? "outcome.ask" : "outcome.after")} />
        </p>
        {noting.state === "saved" ? (
          <Again noting={noting} />
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
        <Ask
          refs={piecesOf(past)}
          said={noting.said}
          known={{ ...past, sold: soldFor(past.advice, [...(past.sold ?? []), ...noting.taken]) }}
          onSaid={noting.tell}
          onSold={noting.hold}
        />
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

/** In ms: as long as it is asked, then until it is read; longer where something can be put back. */
function shownFor({ state, taken }: Noting, asked: number | null, saved: number): number | null {
  if (state !== "saved") return asked;
  return taken.length > 0 ? UNDO_MS : saved;
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
  useClose(shownFor(noting, null, SAVED_MS / 2));
  const before = now.kind === "entry" ? now.entry.outcome : null;
  return (
    <Drawer title={t("outcome.ask")} onClose={close}>
      <p class={style.state} role="status">
        <Words noting={noting} rest={now.kind === "now" ? t("outcome.private") : ""} />
      </p>
      {noting.state === "saved" ? (
        <p class={style.again}>
          <Again noting={noting} />
        </p>
      ) : (
        <Ask
          refs={refsOf(now)}
          said={noting.said ?? before}
          known={knownOf(now, noting.taken)}
          onSaid={noting.tell}
          onSold={noting.hold}
        />
      )}
    </Drawer>
  );
}

function knownOf(now: Exclude<Asked, { kind: "next" }>, taken: readonly string[]): Known {
  if (now.kind === "entry") return { answers: now.entry.answers, looked: [], sold: soldFor(now.entry.id, taken) };
  const { looked, advice, sold = [] } = need.peek();
  return { answers: answers.peek(), looked, sold: soldFor(advice, [...sold, ...taken]) };
}

/** The ways back from what was recorded. */
function Again({ noting }: { noting: Noting }) {
  return (
    <>
      {noting.taken.length > 0 && (
        <button type="button" class={style.quiet} onClick={noting.putBack}>
          <Undo2 aria-hidden="true" />
          {t("outcome.stock.back")}
        </button>
      )}
      <button type="button" class={style.quiet} onClick={noting.correct}>
        {t("outcome.correct")}
      </button>
    </>
  );
}

function refsOf(now: Exclude<Asked, { kind: "next" }>): readonly string[] {
  if (now.kind === "entry") return now.entry.refs.slice(0, MOST_PIECES);
  return now.refs.length > 0 ? now.refs : piecesOf({ ...need.value, favourites: favourites.value });
}

const piecesOf = ({ favourites: kept, looked }: Pick<PastNeed, "favourites" | "looked">): string[] =>
  [...new Set([...kept, ...looked.map(({ ref }) => ref)])].slice(0, MOST_PIECES);

function Words({ noting, rest }: { noting: Noting; rest: string }) {
  const { state, said, taken, isBack } = noting;
  if (state === "failed") return <>{t("outcome.failed")}</>;
  if (state !== "saved" || !said) return <>{rest}</>;
  return (
    <>
      <Check class={style.tick} aria-hidden="true" />
      <span>
        {t("outcome.kept", { what: outcomeWords(said) })}
        {taken.length > 0 && (
          <span class={style.shelved}>{t("outcome.stock.taken", { what: variantWords(taken) })}</span>
        )}
        {isBack && <span class={style.shelved}>{t("outcome.stock.returned")}</span>}
      </span>
    </>
  );
}
