import type { ComponentProps } from "preact";
import { useState } from "preact/hooks";
import type { Photo } from "../catalogue/types";
import style from "./Picture.module.css";
import { Silhouette } from "./Silhouette";

interface Props extends ComponentProps<typeof Silhouette> {
  photo: Photo | undefined;
  /** The piece itself, taller than wide, and not one of a list. */
  large?: boolean;
}

/** A piece in its colour: its photo, looked at where it matters; its drawing where there is none, or none arrives. */
export function Picture({ photo, large = false, class: name, ...drawing }: Props) {
  const [broken, setBroken] = useState("");
  if (!photo || broken === photo.photo) return <Silhouette class={name} {...drawing} />;
  const file = `/media/${photo.photo}/${large && photo.width >= 640 ? 640 : 320}`;
  const [x, y] = photo.focus;
  return (
    <picture class={`${style.photo} ${large ? style.large : ""} ${name ?? ""}`}>
      <source type="image/avif" srcset={`${file}.avif`} />
      <source type="image/webp" srcset={`${file}.webp`} />
      <img
        src={`${file}.jpg`}
        width={photo.width}
        height={photo.height}
        alt={drawing.label ? photo.alt || drawing.label : ""}
        loading={large ? "eager" : "lazy"}
        decoding="async"
        draggable={false}
        style={{ objectPosition: `${x}% ${y}%` }}
        onError={() => setBroken(photo.photo)}
      />
    </picture>
  );
}
