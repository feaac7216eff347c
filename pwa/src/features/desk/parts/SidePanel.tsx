import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Drawer } from "../../../components/Drawer";
import { PanelHead } from "../../../components/PanelHead";
import { isWide } from "../../../components/useWide";
import style from "./SidePanel.module.css";

interface PanelProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

interface SplitProps {
  /** A SidePanel, or nothing. */
  panel: ComponentChildren;
  children: ComponentChildren;
}

/** What is worked on, and the panel of one piece of it at the right. */
export function Split({ panel, children }: SplitProps) {
  return (
    <div class={panel ? style.split : style.whole}>
      <div class={style.main}>{children}</div>
      {panel}
    </div>
  );
}

/** "#/desk/prices" of any address in that room. */
const roomHere = (): string => location.hash.split(/[/?]/, 3).join("/");

/** One piece beside the table on a laptop, over it on a phone; Escape closes it, and the table has the focus again. */
export function SidePanel(props: PanelProps) {
  const room = useRef(roomHere());
  // On a phone the panel also closes when somebody goes to another room: what closes it must not go back then.
  const close = () => {
    if (roomHere() === room.current) props.onClose();
  };
  return isWide.value ? (
    <Beside {...props} />
  ) : (
    <Drawer title={props.title} onClose={close}>
      {props.children}
    </Drawer>
  );
}

function Beside({ title, onClose, children }: PanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  // Who had the focus is asked before the heading takes it.
  useEffect(() => {
    const before = document.activeElement;
    const around = panel.current?.parentElement;
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      // An address that changes gives the focus to the whole page: its table is where the keyboard goes on.
      requestAnimationFrame(() => {
        const grid = around?.querySelector<HTMLElement>("[role=grid]");
        if (document.activeElement?.id === "main") grid?.focus({ preventScroll: true });
      });
    };
  }, []);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title]);
  return (
    <aside
      ref={panel}
      class={style.panel}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <PanelHead title={title} id={id} onClose={onClose} heading={heading} />
      {children}
    </aside>
  );
}
