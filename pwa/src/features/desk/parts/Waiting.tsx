import { t } from "../../../state";
import style from "./Waiting.module.css";

interface Props {
  /** The page's heading, where the room is not here yet to show its own. */
  heading?: string;
  rows?: number;
  /** A part of a page that is otherwise there: the page itself waits for nothing. */
  part?: boolean;
}

/** The layout in pale stone while something is on its way; a screen reader hears it once. */
export function Waiting({ heading, rows = 6, part = false }: Props) {
  return (
    <div class={style.waiting} role="status" aria-busy={part ? undefined : "true"}>
      {heading && <h1 class={style.heading}>{heading}</h1>}
      <span class="spoken">{t("desk.waiting")}</span>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} class={style.row} style={{ inlineSize: `${96 - ((row * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
