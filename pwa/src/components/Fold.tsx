import type { ComponentChildren } from "preact";
import style from "./Fold.module.css";

interface Props {
  title: ComponentChildren;
  /** One line under the title, seen while it is folded. */
  line?: ComponentChildren;
  children: ComponentChildren;
  open?: boolean;
  onToggle?: (open: boolean) => void;
}

/** Something to unfold when it is wanted. */
export function Fold({ title, line, children, open, onToggle }: Props) {
  return (
    <details class={style.fold} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary class={style.summary}>
        <span class={style.title}>{title}</span>
        {line && <span class={style.line}>{line}</span>}
      </summary>
      <div class={style.body}>{children}</div>
    </details>
  );
}
