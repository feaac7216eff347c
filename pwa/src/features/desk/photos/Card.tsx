import { Check, CircleHelp, TriangleAlert } from "lucide-preact";
import type { PhotoDraft } from "../../../lib/apiPhotos";
import { href, t } from "../../../state";
import { Crop } from "../parts/Crop";
import style from "./photos.module.css";
import { type Standing, standingOf } from "./sorting";

const SIGNS = { none: CircleHelp, check: TriangleAlert, ready: Check } satisfies Record<Standing, unknown>;

/** A photo with what is proposed for it; it opens at the side. */
export function Card({ draft, isOpen }: { draft: PhotoDraft; isOpen: boolean }) {
  const standing = standingOf(draft);
  const Sign = SIGNS[standing];
  return (
    <li>
      <a
        class={`${style.card} ${isOpen ? style.open : ""}`}
        href={href(`/desk/photos/${draft.id}`)}
        aria-current={isOpen ? "true" : undefined}
      >
        <Crop photo={draft.photo} focus={[draft.focus_x, draft.focus_y]} shape="piece" />
        <span class={style.what}>
          <strong class={style.name}>{draft.piece?.name ?? t("photos.piece.none")}</strong>
          <span class={style.colour}>{colourOf(draft)}</span>
          <span class={`${style.standing} ${style[standing]}`}>
            <Sign aria-hidden="true" />
            {reasonFor(draft, standing)}
          </span>
          <span class={style.file}>{draft.name}</span>
        </span>
      </a>
    </li>
  );
}

/** The colour and the place in the order: "Rouge · 2". */
function colourOf({ piece, colour, position }: PhotoDraft): string {
  if (!piece) return "";
  const named = piece.colours.find(({ id }) => id === colour);
  return [named?.name ?? t("photos.colour.all"), t("photos.position", { n: position })].join(" · ");
}

/** By what it was matched: the first reason is the strongest. */
function reasonFor({ because, again, confidence }: PhotoDraft, standing: Standing): string {
  if (again) return t("photos.again");
  if (standing === "none") return t("photos.standing.none");
  const why = because[0];
  if (confidence === "decided" || !why) return t("photos.standing.decided");
  return t(standing === "check" ? "photos.standing.check" : "photos.standing.ready", { why: t(`photos.why.${why}`) });
}
