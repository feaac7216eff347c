import type { ComponentChildren } from "preact";
import style from "./Empty.module.css";
import { Topo } from "./Topo";
import { Vignette } from "./Vignette";
import type { VignetteId } from "./vignettes";

interface Props {
  title: string;
  text?: string | undefined;
  /** The scene above the words. */
  drawing?: VignetteId;
  /** "h1" where nothing else heads the page. */
  heading?: "h1" | "h2";
  /** The ways on. */
  children?: ComponentChildren;
}

/** Nothing here, said plainly, with the ways on. */
export function Empty({ title, text, drawing, heading: Heading = "h2", children }: Props) {
  return (
    <section class={style.empty}>
      <Topo seed={title} />
      {drawing && <Vignette of={drawing} />}
      <Heading class={style.title}>{title}</Heading>
      {text && <p class={style.text}>{text}</p>}
      {children && <div class={style.ways}>{children}</div>}
    </section>
  );
}
