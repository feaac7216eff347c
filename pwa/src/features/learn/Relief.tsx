import { useMemo } from "preact/hooks";
import { filledLines, linesOf, massif, SIDE } from "./massif";
import style from "./readiness.module.css";

interface Props {
  seed: string;
  /** What is known of it, 0 to 1. */
  share: number;
  /** How much there is to know, as a part of the largest mountain. */
  size: number;
}

/** One mountain from above: the more there is to know, the higher; filled from the foot up as far as it is known. */
export function Relief({ seed, share, size }: Props) {
  const lines = useMemo(() => massif(seed, linesOf(size)), [seed, size]);
  const filled = filledLines(share, lines.length);
  // What is not climbed yet is left out of every step below it, so that the steps darken towards the last one.
  const rest = lines[filled] ?? "";
  return (
    <svg viewBox={`0 0 ${SIDE} ${SIDE}`} class={style.relief} aria-hidden="true">
      {lines.slice(0, filled).map((line) => (
        <path key={line} d={`${line}${rest}`} class={style.ground} fill-rule="evenodd" />
      ))}
      {lines.map((line, at) => (
        <path key={line} d={line} class={`${style.line} ${at < filled ? style.climbed : ""}`} />
      ))}
    </svg>
  );
}
