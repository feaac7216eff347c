import { type Signal, useSignal } from "@preact/signals";
import { ChevronDown, ChevronUp } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useBackCloses } from "../lib/backCloses";
import style from "./Sheet.module.css";
import { useDrag } from "./useDrag";
import { useOneFrameLater } from "./useOneFrameLater";
import { isWide } from "./useWide";

interface Props {
  /** Open or peeking; the page outside may read it to stand still. */
  open: Signal<boolean>;
  /** What the list is made of: a list that is down is kept for as long as this is the same. */
  of: unknown;
  /** The line that is always there: how many, and where. It is the button. */
  title: ComponentChildren;
  /** What peeks under the title while the sheet is down. */
  peek: ComponentChildren;
  /** The whole list. */
  children: ComponentChildren;
  /** Words for the button: what a tap does. */
  raise: string;
  lower: string;
}

/** Where the styles can take a list out of reach together with its drawing, it stays as it was laid out. */
const hidesContent = CSS.supports("content-visibility", "hidden");

/** A sheet that always peeks over the navigation; raised by a drag, by its button, or by the keyboard. */
export function Sheet({ open, of, title, peek, children, raise, lower }: Props) {
  const head = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const height = useSignal(0);
  const drag = useDrag(sheet, open, height);
  useMeasured(head, height);
  useEscape(open);
  const wide = isWide.value;
  const up = wide || open.value;
  const risen = useRisen(up);
  const hasList = useKept(risen, of);
  useBackCloses(open.value && !wide, () => {
    open.value = false;
  });
  return (
    <>
      <div class={style.room} style={{ height: `${height.value}px` }} />
      <section
        ref={sheet}
        class={`${style.sheet} ${open.value ? style.open : ""}`}
        style={{ "--peek": `${height.value}px` }}
        data-in-use={open.value && !wide ? "" : undefined}
        aria-labelledby="sheet-title"
      >
        <div ref={head} class={style.head} {...(wide ? {} : drag)}>
          <Handle open={open} up={up} fixed={wide} says={up ? lower : raise}>
            {title}
          </Handle>
          {!risen && <div class={style.peek}>{peek}</div>}
        </div>
        {hasList && (
          <div class={style.body} inert={!(up || hidesContent)}>
            {children}
          </div>
        )}
      </section>
    </>
  );
}

interface HandleProps {
  open: Signal<boolean>;
  up: boolean;
  fixed: boolean;
  /** What a tap does. */
  says: string;
  children: ComponentChildren;
}

function Handle({ open, up, fixed, says, children }: HandleProps) {
  const Arrow = up ? ChevronDown : ChevronUp;
  return (
    <button
      type="button"
      class={style.handle}
      aria-expanded={up}
      disabled={fixed}
      onClick={() => {
        open.value = !open.value;
      }}
    >
      <span class={style.title} id="sheet-title">
        {children}
      </span>
      <span class="spoken">{says}</span>
      <Arrow class={style.arrow} aria-hidden="true" />
    </button>
  );
}

/** It rises with what peeked, and the list takes its place on the way. */
function useRisen(up: boolean): boolean {
  const was = useOneFrameLater(up);
  return up && was;
}

/** A list that nobody sees is not drawn: neither the first screen nor an answer waits for it. Once raised, it keeps its place. */
function useKept(risen: boolean, of: unknown): boolean {
  const drawn = useRef<{ of: unknown } | null>(null);
  if (risen) drawn.current = { of };
  else if (drawn.current && drawn.current.of !== of) drawn.current = null;
  return drawn.current !== null;
}

/** Tell the sheet and the page how high the peeking part is, whatever the size of the letters. */
function useMeasured(head: { current: HTMLElement | null }, height: Signal<number>): void {
  useLayoutEffect(() => {
    const element = head.current;
    if (!element) return;
    const measure = () => {
      height.value = element.offsetHeight;
      document.documentElement.style.setProperty("--sheet-peek", `${element.offsetHeight}px`);
    };
    // It speaks up at once, when the page is laid out: to measure here would lay it out once more.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
      document.documentElement.style.removeProperty("--sheet-peek");
    };
  }, [head, height]);
}

function useEscape(open: Signal<boolean>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape" && open.peek()) open.value = false;
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [open]);
}
