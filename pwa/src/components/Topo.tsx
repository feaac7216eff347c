import { useMemo } from "preact/hooks";
import { contours } from "./contours";
import style from "./Topo.module.css";

/** Contour lines, faint, behind a header or an empty state: the only ornament. The same seed draws the same mountain. */
export function Topo({ seed }: { seed: string }) {
  const drawing = useMemo(() => contours(seed), [seed]);
  return (
    <svg class={style.topo} viewBox="0 0 400 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {drawing.map((path, at) => (
        <path key={path} d={path} class={at % 5 === 4 ? style.index : ""} />
      ))}
    </svg>
  );
}
