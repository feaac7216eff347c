import { Chip, Chips } from "../../../components/Chip";
import { navigate, t } from "../../../state";
import page from "../parts/page.module.css";
import type { RoomProps } from "../rooms";
import { Pieces } from "./Pieces";
import { Waiting } from "./Waiting";

const PIECES = "pieces";

/** Photos dropped and matched to their pieces; and the pieces, with those that lack one. */
export default function PhotosRoom({ id, query, mayWrite }: RoomProps) {
  const onPieces = id === PIECES || !mayWrite;
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("photos.title")}</h1>
          <p class={page.lead}>{t("photos.lead")}</p>
        </div>
        {mayWrite && (
          <Chips label={t("photos.views")}>
            <Chip on={!onPieces} onClick={() => navigate("/desk/photos")}>
              {t("photos.view.waiting")}
            </Chip>
            <Chip on={onPieces} onClick={() => navigate(`/desk/photos/${PIECES}`)}>
              {t("photos.view.pieces")}
            </Chip>
          </Chips>
        )}
      </header>
      {onPieces ? <Pieces chosen={query.ref} mayWrite={mayWrite} /> : <Waiting chosen={id} />}
    </>
  );
}
