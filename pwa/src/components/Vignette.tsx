import { later } from "../lib/later";
import style from "./Vignette.module.css";
import type { VignetteId } from "./vignettes";

/** Waited for by nothing, like the contour lines; its room is kept. */
const drawing = later(() => import("./VignetteDrawing").then((module) => module.VignetteDrawing));

/** A small mountain scene beside words that say there is nothing here: cairn, fog, signpost… Decoration, never alone. */
export function Vignette({ of }: { of: VignetteId }) {
  return (
    <svg class={style.vignette} viewBox="0 0 120 88" aria-hidden="true">
      <drawing.Part of={of} />
    </svg>
  );
}
