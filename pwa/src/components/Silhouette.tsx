import { shadesOf } from "./colour";
import style from "./Silhouette.module.css";

interface Props {
  /** Inner SVG of the category, viewBox 0 0 96 96; the catalogue lets only drawing elements through. */
  drawing: string | undefined;
  /** The cloth, as "#rrggbb". Without it the drawing is a plain sign in the colour of the text. */
  colour?: string | undefined;
  /** Said by a screen reader; without it the drawing is decoration. */
  label?: string;
  class?: string | undefined;
}

/** A drawn piece in the colour of its cloth; its box sets the size. */
export function Silhouette({ drawing, colour, label, class: name }: Props) {
  const shades = colour ? shadesOf(colour) : null;
  const cloth = shades ? { "--c1": shades.main, "--c2": shades.shade, "--c3": shades.line } : undefined;
  return (
    <svg
      viewBox="0 0 96 96"
      class={`${style.drawing} ${shades ? "" : style.sign} ${name ?? ""}`}
      style={cloth}
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
      dangerouslySetInnerHTML={{ __html: drawing ?? "" }}
    />
  );
}
