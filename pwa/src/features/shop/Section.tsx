import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import style from "./shop.module.css";

/** A titled part of the page. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <section class={style.section} aria-labelledby={id}>
      <h2 class={style.heading} id={id}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** One line of a description list: its name left, its value right. */
export function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class={style.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
