import { useMemo } from "preact/hooks";
import { filledLines, LINES, massif, SIDE } from "./massif";
import style from "./readiness.module.css";

/** One mountain from above: its contour lines, filled from the foot up as far as it is known. */
export function Relief({ seed, share }: { seed: string; share: number }) {
  const lines = useMemo(() => massif(seed), [seed]);
  const filled = filledLines(share);
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
      {filled === LINES && <path d="M50 43.500 55 52H45z" class={style.summit} />}
    </svg>
  );
}
