import type { ComponentChildren } from "preact";
import style from "./PieceName.module.css";

interface Props {
  name: string;
  brand: string;
  /** A row of a phone: the name on two lines, the brand under it. */
  tall: boolean;
  children?: ComponentChildren;
}

/** The first cell of a list of pieces: its name in full where there is room for it, and its brand. */
export const PieceName = ({ name, brand, tall, children }: Props) => (
  <span class={tall ? style.tall : ""}>
    <span class={style.name}>
      {children}
      {name}
    </span>{" "}
    <span class={style.brand}>{brand}</span>
  </span>
);
