import { ArrowDown, ArrowUp } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { type PhotoPiece, tryPhotos } from "../../../lib/apiPhotos";
import { href, navigate, t } from "../../../state";
import { Crop } from "../parts/Crop";
import { reasonOf } from "../parts/reason";
import { SidePanel } from "../parts/SidePanel";
import { changesOf, type Edited, editedOf, movedTo } from "./editing";
import { Focus } from "./Focus";
import panel from "./photos.module.css";
import style from "./pieces.module.css";
import { Told } from "./Told";

interface Props {
  piece: PhotoPiece;
  mayWrite: boolean;
  onClose: () => void;
}

/** The published photos of a piece: in which order, where to look, in words, or no longer; tried out together. */
export function PiecePanel({ piece, mayWrite, onClose }: Props) {
  const [photos, setPhotos] = useState<readonly Edited[]>(() => editedOf(piece));
  const [open, setOpen] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const changes = changesOf(piece, photos);
  const change = (photo: string, given: Partial<Edited>) =>
    setPhotos((now) => now.map((one) => (one.photo === photo ? { ...one, ...given } : one)));
  const go = () =>
    tryPhotos([], changes).then(
      (id) => navigate(`/desk/import/${id}`),
      (cause: unknown) => setFailure(reasonOf(cause)),
    );
  return (
    <SidePanel title={piece.name} onClose={onClose}>
      <div class={panel.panel}>
        <Lacking piece={piece} />
        <ol class={style.order}>
          {photos.map((one, at) => (
            <Item
              key={one.photo}
              photo={one}
              piece={piece}
              isOpen={open === one.photo}
              onOpen={mayWrite ? () => setOpen(open === one.photo ? null : one.photo) : undefined}
              onUp={at > 0 ? () => setPhotos(movedTo(photos, at, at - 1)) : undefined}
              onDown={at < photos.length - 1 ? () => setPhotos(movedTo(photos, at, at + 1)) : undefined}
              onChange={(given) => change(one.photo, given)}
            />
          ))}
        </ol>
        {mayWrite && photos.length > 0 && (
          <Button kind="main" wide disabled={changes.length === 0} onClick={() => void go()}>
            {t("photos.try.changes", { n: changes.length })}
          </Button>
        )}
        <p role="alert" class={panel.failure}>
          {failure}
        </p>
      </div>
    </SidePanel>
  );
}

/** What nobody can see yet, and the way to bring it. */
function Lacking({ piece }: { piece: PhotoPiece }) {
  if (piece.missing.length === 0) return null;
  const names = piece.colours.filter(({ id }) => piece.missing.includes(id)).map(({ name }) => name);
  return (
    <div class={panel.asked}>
      <p>{t("photos.piece.lacks", { colours: names.join(", ") })}</p>
      <Button href={href("/desk/photos")}>{t("photos.piece.bring")}</Button>
    </div>
  );
}

interface ItemProps {
  photo: Edited;
  piece: PhotoPiece;
  isOpen: boolean;
  /** Undefined for who may only read. */
  onOpen: (() => void) | undefined;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onChange: (given: Partial<Edited>) => void;
}

function Item({ onChange, ...props }: ItemProps) {
  const { photo, piece, isOpen, onOpen } = props;
  const colour = piece.colours.find(({ id }) => id === photo.colour)?.name ?? t("photos.colour.all");
  return (
    <li class={photo.removed ? style.removed : ""}>
      <div class={style.line}>
        <Crop photo={photo.photo} focus={[photo.focus_x, photo.focus_y]} shape="piece" />
        <span class={style.what}>
          <strong class={style.name}>{colour}</strong>
          <span class={style.kind}>{photo.alt.fr}</span>
        </span>
        {onOpen && <Tools {...props} name={photo.alt.fr ?? colour} onOpen={onOpen} />}
      </div>
      {isOpen && <Unfolded photo={photo} onChange={onChange} />}
    </li>
  );
}

interface ToolsProps extends Omit<ItemProps, "onChange" | "onOpen"> {
  name: string;
  onOpen: () => void;
}

function Tools({ name, isOpen, onOpen, onUp, onDown }: ToolsProps) {
  return (
    <span class={style.tools}>
      <button type="button" disabled={!onUp} aria-label={t("photos.up", { name })} onClick={onUp}>
        <ArrowUp aria-hidden="true" />
      </button>
      <button type="button" disabled={!onDown} aria-label={t("photos.down", { name })} onClick={onDown}>
        <ArrowDown aria-hidden="true" />
      </button>
      <Button kind="quiet" onClick={onOpen}>
        {t(isOpen ? "photos.fold" : "photos.change")}
      </Button>
    </span>
  );
}

function Unfolded({ photo, onChange }: Pick<ItemProps, "photo" | "onChange">) {
  return (
    <div class={style.unfolded}>
      <Focus
        photo={photo.photo}
        alt={photo.alt.fr ?? ""}
        focus={[photo.focus_x, photo.focus_y]}
        onChange={([focus_x, focus_y]) => onChange({ focus_x, focus_y })}
      />
      <Told alt={photo.alt} onChange={(alt) => onChange({ alt })} />
      <Button kind="quiet" onClick={() => onChange({ removed: !photo.removed })}>
        {t(photo.removed ? "photos.restore" : "photos.remove")}
      </Button>
    </div>
  );
}
