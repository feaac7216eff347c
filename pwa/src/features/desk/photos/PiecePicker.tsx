import { useState } from "preact/hooks";
import { fetchPhotoPieces, type PhotoPiece, type PhotoPieces } from "../../../lib/apiPhotos";
import { lang, t } from "../../../state";
import { Field } from "../parts/Field";
import { useAsked } from "../parts/useAsked";
import style from "./photos.module.css";

interface Props {
  /** What the file is called may be a good first word to search with. */
  chosen: PhotoPiece | null;
  onPick: (piece: PhotoPiece) => void;
}

const SHOWN = 8;

/** The piece that a photo shows, found by name, brand or reference. */
export function PiecePicker({ chosen, onPick }: Props) {
  const [words, setWords] = useState("");
  const asked = words.trim();
  const found = useAsked<PhotoPieces>(asked ? `pieces ${asked} ${lang.value}` : null, (signal) =>
    fetchPhotoPieces({ q: asked, limit: SHOWN }, lang.value, signal),
  );
  return (
    <div class={style.picker}>
      <Field
        label={chosen ? t("photos.piece.other") : t("photos.piece.choose")}
        kind="search"
        value={words}
        onInput={setWords}
        help={chosen ? undefined : t("photos.piece.help")}
      />
      {asked && found.data && (
        <ul class={style.found} aria-label={t("photos.piece.found")}>
          {found.data.items.map((piece) => (
            <li key={piece.ref}>
              <button
                type="button"
                onClick={() => {
                  setWords("");
                  onPick(piece);
                }}
              >
                <strong>{piece.name}</strong>
                <span>{[piece.kind, piece.brand, t(`audience.${piece.audience}`)].join(" · ")}</span>
              </button>
            </li>
          ))}
          {found.data.items.length === 0 && (
            <li class={style.nothing}>{t("photos.piece.nothing", { words: asked })}</li>
          )}
        </ul>
      )}
      <p role="alert" class={style.failure}>
        {found.failure}
      </p>
    </div>
  );
}
