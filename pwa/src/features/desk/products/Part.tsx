import type { ComponentChildren } from "preact";
import style from "./products.module.css";

/** A part of the form that can be folded away. */
export function Part({
  title,
  isOpen = true,
  children,
}: {
  title: string;
  isOpen?: boolean;
  children: ComponentChildren;
}) {
  return (
    <details class={style.part} open={isOpen}>
      <summary class={style.partTitle}>
        <h3>{title}</h3>
      </summary>
      <div class={style.partBody}>{children}</div>
    </details>
  );
}
