import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { useBackCloses } from "../lib/backCloses";
import style from "./Drawer.module.css";
import { PanelHead } from "./PanelHead";

interface Props {
  title: string;
  onClose: () => void;
  /** It is part of its page: left open, it is found again by coming back. Otherwise another page closes it. */
  ofPage?: boolean;
  children: ComponentChildren;
}

/** A sheet that rises over the page and holds the focus until it is closed: one thing to do, under the thumb. */
export function Drawer({ title, onClose, ofPage = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      // A dialog gives the focus back by itself, but not where its page took it away before it was closed.
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
    };
  }, []);
  useBackCloses(true, onClose, !ofPage);
  return (
    <dialog
      ref={dialog}
      class={style.drawer}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A tap beside it closes it; the keyboard has Escape and the button.
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class={style.inside}>
        <PanelHead title={title} id={id} onClose={onClose} />
        {children}
      </div>
    </dialog>
  );
}
