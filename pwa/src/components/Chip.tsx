import type { ComponentChildren } from "preact";
import style from "./Chip.module.css";

interface Props {
  children: ComponentChildren;
  onClick: () => void;
  /** Pressed, for a chip that stays on. */
  on?: boolean;
  /** For a chip that unfolds more of them. */
  expanded?: boolean;
  /** What a screen reader says where the words alone do not tell. */
  label?: string;
  /** The quiet chip stands around the question; the firm one carries an offer. */
  kind?: "quiet" | "firm";
}

/** A small thing to tap: another question, a wish, a way out of an empty result. */
export function Chip({ children, onClick, on, expanded, label, kind = "quiet" }: Props) {
  return (
    <button
      type="button"
      class={`${style.chip} ${style[kind]} ${on ? style.on : ""}`}
      onClick={onClick}
      aria-pressed={on}
      aria-expanded={expanded}
      aria-label={label}
    >
      {children}
    </button>
  );
}

/** Chips wrap; they never scroll out of sight. */
export function Chips({ children, label }: { children: ComponentChildren; label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend; these stand beside their question
    <div class={style.chips} role="group" aria-label={label}>
      {children}
    </div>
  );
}
