import type { ComponentChildren } from "preact";
import style from "./Empty.module.css";
import { Topo } from "./Topo";

interface Props {
  title: string;
  text?: string | undefined;
  /** "h1" where nothing else heads the page. */
  heading?: "h1" | "h2";
  /** The ways on. */
  children?: ComponentChildren;
}

/** Nothing here, said plainly, with the ways on. */
export function Empty({ title, text, heading: Heading = "h2", children }: Props) {
  return (
    <section class={style.empty}>
      <Topo seed={title} />
      <Heading class={style.title}>{title}</Heading>
      {text && <p class={style.text}>{text}</p>}
      {children && <div class={style.ways}>{children}</div>}
    </section>
  );
}
