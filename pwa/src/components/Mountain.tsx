import { useMemo } from "preact/hooks";
import { contours } from "./contours";
import style from "./Topo.module.css";

/** The lines of one mountain. */
export function Mountain({ seed }: { seed: string }) {
  const drawing = useMemo(() => contours(seed), [seed]);
  return drawing.map((path, at) => <path key={path} d={path} class={at % 5 === 4 ? style.index : ""} />);
}
