import { type Signal, useSignal } from "@preact/signals";
import { ChevronDown, ChevronUp } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useBackCloses } from "../lib/backCloses";
import { afterPaint } from "../lib/idle";
import style from "./Sheet.module.css";
import { useDrag } from "./useDrag";
import { isWide } from "./useWide";

interface Props {
  /** Open or peeking; the page outside may read it to stand still. */
  open: Signal<boolean>;
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

/** A sheet that always peeks over the navigation; raised by a drag, by its button, or by the keyboard. */
export function Sheet({ open, title, peek, children, raise, lower }: Props) {
  const head = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const height = useSignal(0);
  const drag = useDrag(sheet, open, height);
  useMeasured(head, height);
  useEscape(open);
  const wide = isWide.value;
  const up = wide || open.value;
  const hasList = useAfterPaint(up);
  useBackCloses(open.value && !wide, () => {
    open.value = false;
  });
  return (
    <section
      ref={sheet}
      class={`${style.sheet} ${open.value ? style.open : ""}`}
      style={{ "--peek": `${height.value}px` }}
      data-in-use={open.value && !wide ? "" : undefined}
      aria-labelledby="sheet-title"
    >
      <div ref={head} class={style.head} {...(wide ? {} : drag)}>
        <button
          type="button"
          class={style.handle}
          aria-expanded={up}
          disabled={wide}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          <span class={style.title} id="sheet-title">
            {title}
          </span>
          <span class="spoken">{up ? lower : raise}</span>
          {up ? (
            <ChevronDown class={style.arrow} aria-hidden="true" />
          ) : (
            <ChevronUp class={style.arrow} aria-hidden="true" />
          )}
        </button>
        {!up && <div class={style.peek}>{peek}</div>}
      </div>
      <div class={style.body} inert={!up}>
        {hasList ? children : null}
      </div>
    </section>
  );
}

/** The list of a sheet that is down is seen by nobody: the first screen does not wait for it. */
function useAfterPaint(atOnce: boolean): boolean {
  const painted = useSignal(false);
  useEffect(
    () =>
      afterPaint(() => {
        painted.value = true;
      }),
    [painted],
  );
  return atOnce || painted.value;
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
    measure();
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
