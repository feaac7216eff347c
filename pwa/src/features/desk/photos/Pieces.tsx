import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import type { PhotoPiece, PhotoPieces } from "../../../lib/apiPhotos";
import { href, navigate, t } from "../../../state";
import { Crop } from "../parts/Crop";
import { Failed } from "../parts/Failed";
import { FilterBar } from "../parts/FilterBar";
import { Split } from "../parts/SidePanel";
import { Waiting as Skeleton } from "../parts/Waiting";
import { PiecePanel } from "./PiecePanel";
import style from "./pieces.module.css";
import { usePieces } from "./usePieces";

const ALL = "all";

/** The pieces with their photos: at first those of which a colour has none. */
export function Pieces({ chosen, mayWrite }: { chosen: string | undefined; mayWrite: boolean }) {
  const [words, setWords] = useState("");
  const [which, setWhich] = useState("");
  const pages = usePieces(words.trim(), which !== ALL);
  const open = pages.items.find(({ ref }) => ref === chosen);
  const close = () => navigate("/desk/photos/pieces");
  return (
    <Split panel={open && <PiecePanel key={open.ref} piece={open} mayWrite={mayWrite} onClose={close} />}>
      <FilterBar
        searchLabel={t("photos.pieces.search")}
        search={words}
        onSearch={setWords}
        filters={[
          {
            id: "which",
            label: t("photos.pieces.which"),
            value: which,
            choices: [
              { value: "", label: t("photos.pieces.without") },
              { value: ALL, label: t("photos.pieces.all") },
            ],
          },
        ]}
        onFilter={(_, value) => setWhich(value)}
        count={pages.first ? countOf(pages.first) : ""}
      />
      {pages.failure && !pages.first && <Failed text={pages.failure} onAgain={pages.again} />}
      {!pages.failure && !pages.first && <Skeleton />}
      {pages.first && pages.items.length === 0 && <Nothing searched={words.trim() !== ""} />}
      <ul class={style.pieces}>
        {pages.items.map((piece) => (
          <Row key={piece.ref} piece={piece} isOpen={piece.ref === open?.ref} />
        ))}
      </ul>
      {pages.next && (
        <p class={style.more}>
          <Button onClick={pages.more}>{t("photos.pieces.more")}</Button>
        </p>
      )}
    </Split>
  );
}

const countOf = ({ without_some, pieces, photos }: PhotoPieces): string =>
  [
    t("photos.pieces.count.without", { n: without_some, total: pieces }),
    t("photos.pieces.count.photos", { n: photos }),
  ].join(" · ");

function Nothing({ searched }: { searched: boolean }) {
  return searched ? (
    <Empty title={t("photos.pieces.nothing")} text={t("photos.pieces.nothing.text")} drawing="fog" />
  ) : (
    <Empty title={t("photos.pieces.done")} text={t("photos.pieces.done.text")} drawing="cairn" />
  );
}

/** One piece: its first photo or an empty frame, and the colours that nobody can see yet. */
function Row({ piece, isOpen }: { piece: PhotoPiece; isOpen: boolean }) {
  const [first] = piece.photos;
  return (
    <li>
      <a
        class={`${style.piece} ${isOpen ? style.open : ""}`}
        href={href("/desk/photos/pieces", { ref: piece.ref })}
        aria-current={isOpen ? "true" : undefined}
      >
        {first ? (
          <Crop photo={first.photo} focus={[first.focus_x, first.focus_y]} shape="row" />
        ) : (
          <span class={style.frame} aria-hidden="true" />
        )}
        <span class={style.what}>
          <strong class={style.name}>{piece.name}</strong>
          <span class={style.kind}>{[piece.kind, piece.brand, t(`audience.${piece.audience}`)].join(" · ")}</span>
        </span>
        <span class={style.lacking}>
          {piece.colours.map(({ id, name, hex }) => (
            <Colour key={id} name={name} hex={hex} lacks={piece.missing.includes(id)} />
          ))}
        </span>
        <span class={style.counted}>{t("photos.count", { n: piece.photos.length })}</span>
      </a>
    </li>
  );
}

function Colour({ name, hex, lacks }: { name: string; hex: string; lacks: boolean }) {
  return (
    <span class={lacks ? style.lacks : style.has}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <circle cx="6" cy="6" r="5.5" fill={hex} />
      </svg>
      {name}
      <span class="spoken">{t(lacks ? "photos.colour.lacks" : "photos.colour.has")}</span>
    </span>
  );
}
