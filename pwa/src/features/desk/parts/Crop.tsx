import { photoFile } from "../../../lib/apiPhotos";
import style from "./Crop.module.css";

interface Props {
  photo: string;
  focus: readonly [number, number];
  /** "piece" 4:5, "row" 1:1, "first" as wide as a phone and half as high. */
  shape: "piece" | "row" | "first";
  /** What it shows; decoration without. */
  alt?: string;
}

/** A photo as it is cut where it is shown: what matters stays in sight. */
export function Crop({ photo, focus: [x, y], shape, alt = "" }: Props) {
  return (
    <picture class={`${style.crop} ${style[shape]}`}>
      <source type="image/avif" srcset={photoFile(photo, 320, "avif")} />
      <img
        src={photoFile(photo, 320)}
        alt={alt}
        loading="lazy"
        decoding="async"
        draggable={false}
        style={{ objectPosition: `${x}% ${y}%` }}
      />
    </picture>
  );
}
