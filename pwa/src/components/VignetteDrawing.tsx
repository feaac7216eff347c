import style from "./Vignette.module.css";
import { VIGNETTES, type VignetteId } from "./vignettes";

/** The strokes of one scene. */
export function VignetteDrawing({ of }: { of: VignetteId }) {
  return <g class={style.drawing} dangerouslySetInnerHTML={{ __html: VIGNETTES[of] }} />;
}
