import { Button } from "../../../components/Button";
import type { PhotoDecision, PhotoDraft } from "../../../lib/apiPhotos";
import { t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { Field } from "../parts/Field";
import { SidePanel } from "../parts/SidePanel";
import { Focus } from "./Focus";
import { PiecePicker } from "./PiecePicker";
import style from "./photos.module.css";
import { standingOf } from "./sorting";
import { Told } from "./Told";
import type { Drafts } from "./useDrafts";

interface Props {
  draft: PhotoDraft;
  drafts: Drafts;
  onClose: () => void;
}

/** One photo that waits: which piece and colour, where to look, in which order, and what it shows in words. */
export function DraftPanel({ draft, drafts, onClose }: Props) {
  const { piece } = draft;
  const decide = (decision: PhotoDecision) => drafts.decide(draft.id, decision);
  // What a person touches, a person has looked at: the proposal becomes a decision.
  const seen = (decision: PhotoDecision) => decide({ ...(draft.ref ? { ref: draft.ref } : {}), ...decision });
  return (
    <SidePanel title={piece?.name ?? t("photos.piece.none")} onClose={onClose}>
      <div class={style.panel}>
        <p class={style.file}>{draft.name}</p>
        {piece && standingOf(draft) === "check" && (
          <div class={style.asked}>
            <p>{t("photos.check", { name: piece.name })}</p>
            <Button onClick={() => seen({})}>{t("photos.right")}</Button>
          </div>
        )}
        <PiecePicker chosen={piece} onPick={({ ref }) => decide({ ref })} />
        {piece && <OfPiece draft={draft} decide={seen} />}
        <Focus
          photo={draft.photo}
          alt={draft.alt.fr ?? ""}
          focus={[draft.focus_x, draft.focus_y]}
          onChange={([focus_x, focus_y]) => decide({ focus_x, focus_y })}
        />
        {piece && <Told alt={draft.alt} onChange={(alt) => decide({ alt })} />}
        <ConfirmButton
          kind="quiet"
          confirm={t("photos.giveup.confirm")}
          about={t("photos.giveup.about")}
          onConfirm={() => {
            drafts.giveUp(draft.id);
            onClose();
          }}
        >
          {t("photos.giveup")}
        </ConfirmButton>
      </div>
    </SidePanel>
  );
}

function OfPiece({ draft, decide }: { draft: PhotoDraft; decide: (decision: PhotoDecision) => void }) {
  const colours = draft.piece?.colours ?? [];
  return (
    <div class={style.pair}>
      <Field
        label={t("photos.colour")}
        kind="choice"
        value={draft.colour}
        choices={[
          { value: "", label: t("photos.colour.all") },
          ...colours.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onInput={(colour) => decide({ colour })}
      />
      <Field
        label={t("photos.order")}
        kind="choice"
        value={String(draft.position)}
        choices={placesFor(draft.position)}
        onInput={(place) => decide({ position: Number(place) })}
        help={t("photos.order.help")}
      />
    </div>
  );
}

const USUAL = 9;

const placesFor = (own: number) =>
  Array.from({ length: Math.max(USUAL, own) }, (_, at) => ({
    value: String(at + 1),
    label: String(at + 1),
  }));
