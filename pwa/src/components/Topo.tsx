import { later } from "../lib/later";

/** An ornament is waited for by nothing: what computes it comes after the first screen. */
const lines = later(() => import("./Mountain").then((module) => module.Mountain));

/** Contour lines, faint, behind a header or an empty state: the only ornament. The same seed draws the same mountain. */
export function Topo({ seed }: { seed: string }) {
  return <lines.Part seed={seed} />;
}
