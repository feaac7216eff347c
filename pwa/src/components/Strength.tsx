import { ArrowUp, Check, X } from "lucide-preact";
import { t } from "../lib/i18n";
import style from "./Strength.module.css";

/** How much a wish counts: it is liked, it must be, it must not be, or nothing was said. */
export type Strength = "off" | "prefer" | "must" | "must_not";

const SIGNS = { prefer: ArrowUp, must: Check, must_not: X } as const;
export const STRENGTHS = ["prefer", "must", "must_not"] as const satisfies Strength[];

/** The sign of a strength: an arrow, a tick, a cross. */
export function StrengthSign({ strength }: { strength: Strength }) {
  if (strength === "off") return null;
  const Icon = SIGNS[strength];
  return <Icon class={style[strength]} aria-hidden="true" />;
}

interface Props {
  /** The wish, for a screen reader. */
  label: string;
  value: Strength;
  /** The strength that was tapped; the same again takes it back. */
  onPick: (strength: Strength) => void;
  /** Which strengths are offered. */
  offered?: readonly (typeof STRENGTHS)[number][];
}

/** Each strength is one tap away, and one key. */
export function StrengthPicker({ label, value, onPick, offered = STRENGTHS }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend; the wish stands beside it
    <span class={style.picker} role="group" aria-label={label}>
      {offered.map((strength) => (
        <button
          key={strength}
          type="button"
          class={style.choice}
          aria-pressed={value === strength}
          aria-label={t("ui.strength.of", { wish: label, strength: t(`ui.strength.${strength}`) })}
          title={t(`ui.strength.${strength}`)}
          onClick={() => onPick(value === strength ? "off" : strength)}
        >
          <StrengthSign strength={strength} />
        </button>
      ))}
    </span>
  );
}
