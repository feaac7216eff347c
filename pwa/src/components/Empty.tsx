import type { ComponentChildren } from "preact";
import style from "./Empty.module.css";
import { Topo } from "./Topo";

interface Props {
  title: string;
  text?: string | undefined;
  /** The ways on. */
  children?: ComponentChildren;
}

/** Nothing here, said plainly, with the ways on. */
export function Empty({ title, text, children }: Props) {
  return (
    <section class={style.empty}>
      <Topo seed={title} />
      <h2 class={style.title}>{title}</h2>
      {text && <p class={style.text}>{text}</p>}
      {children && <div class={style.ways}>{children}</div>}
    </section>
  );
}
