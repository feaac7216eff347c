import type { ComponentChildren } from "preact";
import style from "./Button.module.css";

interface Props {
  children: ComponentChildren;
  onClick?: () => void;
  /** A link looks the same and can be opened in another tab. */
  href?: string;
  /** `main` is the one red action of a screen; `line` the others; `quiet` has no edge. */
  kind?: "main" | "line" | "quiet";
  disabled?: boolean;
  type?: "button" | "submit";
  /** As wide as its column. */
  wide?: boolean;
  /** For a button that shows a sign alone. */
  label?: string;
}

/** A button says what happens, with a verb. */
export function Button({ children, onClick, href, kind = "line", disabled, type = "button", wide, label }: Props) {
  const look = `${style.button} ${style[kind]} ${wide ? style.wide : ""}`;
  if (href)
    return (
      <a class={look} href={href} aria-label={label}>
        {children}
      </a>
    );
  return (
    <button class={look} type={type} onClick={onClick} disabled={disabled} aria-label={label}>
      {children}
    </button>
  );
}
