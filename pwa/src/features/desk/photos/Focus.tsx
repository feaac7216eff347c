import { useRef } from "preact/hooks";
import { photoFile } from "../../../lib/apiPhotos";
import { t } from "../../../state";
import { Crop } from "../parts/Crop";
import style from "./focus.module.css";
import { moved, within } from "./sorting";

interface Props {
  photo: string;
  alt: string;
  focus: readonly [number, number];
  onChange: (focus: [number, number]) => void;
}

const SHAPES = ["first", "piece", "row"] as const;

/** Where to look at a photo: set by a click or by the arrow keys, with what it makes of each place it is shown in. */
export function Focus({ photo, alt, focus, onChange }: Props) {
  const picture = useRef<HTMLDivElement>(null);
  const [x, y] = focus;
  const point = (event: { clientX: number; clientY: number }) => {
    const box = picture.current?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height === 0) return;
    onChange([
      within(((event.clientX - box.left) / box.width) * 100),
      within(((event.clientY - box.top) / box.height) * 100),
    ]);
  };
  return (
    <fieldset class={style.editor}>
      <legend class={style.legend}>{t("photos.focus")}</legend>
      <p class={style.help}>{t("photos.focus.help")}</p>
      <div class={style.sides}>
        <div
          ref={picture}
          class={style.picture}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            point(event);
          }}
          onPointerMove={(event) => event.buttons === 1 && point(event)}
        >
          <img src={photoFile(photo, 320)} alt={alt} draggable={false} />
          <button
            type="button"
            class={style.point}
            style={{ left: `${x}%`, top: `${y}%` }}
            aria-label={t("photos.focus.point", { x, y })}
            onKeyDown={(event) => {
              const next = moved(event.key, event.shiftKey, focus);
              if (!next) return;
              event.preventDefault();
              onChange(next);
            }}
          />
        </div>
        <ul class={style.crops}>
          {SHAPES.map((shape) => (
            <li key={shape} class={style[shape]}>
              <Crop photo={photo} focus={focus} shape={shape} />
              <span>{t(`photos.crop.${shape}`)}</span>
            </li>
          ))}
        </ul>
      </div>
      <p class="spoken" role="status">
        {t("photos.focus.point", { x, y })}
      </p>
    </fieldset>
  );
}
