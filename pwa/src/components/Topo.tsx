import { later } from "../lib/later";
import style from "./Topo.module.css";

/** An ornament is waited for by nothing: what computes it comes after the first screen. */
const lines = later(() => import("./Mountain").then((module) => module.Mountain));

/** Contour lines, faint, behind a header or an empty state: the only ornament. The same seed draws the same mountain. */
export function Topo({ seed }: { seed: string }) {
  return (
    <svg class={style.topo} viewBox="0 0 400 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <lines.Part seed={seed} />
    </svg>
  );
}
