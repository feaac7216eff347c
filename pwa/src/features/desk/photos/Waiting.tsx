import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { type PhotoDraft, tryPhotos } from "../../../lib/apiPhotos";
import { navigate, t } from "../../../state";
import { Failed } from "../parts/Failed";
import { FileDrop } from "../parts/FileDrop";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import { Split } from "../parts/SidePanel";
import { Waiting as Skeleton } from "../parts/Waiting";
import { Arriving } from "./Arriving";
import { Card } from "./Card";
import { DraftPanel } from "./DraftPanel";
import style from "./photos.module.css";
import { STANDINGS, type Standing, sorted } from "./sorting";
import { type Drafts, useDrafts } from "./useDrafts";
import { useUploads } from "./useUploads";

/** What the encoder reads; what it is not is told by its first bytes, not by this list. */
const ACCEPT = "image/jpeg,image/png,image/webp,image/avif,image/heic,.heic,.avif";

/** Photos dropped, what is proposed for each, and the way to the dry run. */
export function Waiting({ chosen }: { chosen: string | undefined }) {
  const drafts = useDrafts();
  const uploads = useUploads(drafts.add);
  const open = drafts.items?.find(({ id }) => id === chosen);
  const close = () => navigate("/desk/photos");
  return (
    <Split panel={open && <DraftPanel key={open.id} draft={open} drafts={drafts} onClose={close} />}>
      <FileDrop
        action={t("photos.choose")}
        text={t("photos.drop")}
        accept={ACCEPT}
        multiple
        small={(drafts.items?.length ?? 0) > 0}
        onFiles={uploads.send}
      />
      <Arriving uploads={uploads} />
      <List drafts={drafts} chosen={open?.id} isArriving={uploads.items.length > 0} />
    </Split>
  );
}

interface ListProps {
  drafts: Drafts;
  chosen: string | undefined;
  isArriving: boolean;
}

function List({ drafts, chosen, isArriving }: ListProps) {
  if (drafts.failure && !drafts.items) return <Failed text={drafts.failure} onAgain={drafts.again} />;
  if (!drafts.items) return <Skeleton />;
  if (drafts.items.length === 0)
    return isArriving ? null : (
      <Empty title={t("photos.none")} text={t("photos.none.text")} drawing="tracks" heading="h2" />
    );
  const groups = sorted(drafts.items);
  return (
    <>
      <Bar drafts={drafts} ready={groups.ready} />
      {STANDINGS.filter((standing) => groups[standing].length > 0).map((standing) => (
        <Group key={standing} standing={standing} photos={groups[standing]} chosen={chosen} drafts={drafts} />
      ))}
    </>
  );
}

interface GroupProps {
  standing: Standing;
  photos: readonly PhotoDraft[];
  chosen: string | undefined;
  drafts: Drafts;
}

function Group({ standing, photos, chosen, drafts }: GroupProps) {
  const agree = () => {
    for (const { id, ref } of photos) if (ref) drafts.decide(id, { ref });
  };
  return (
    <section class={page.part}>
      <header class={style.group}>
        <h2 class={page.heading}>{t(`photos.group.${standing}`, { n: photos.length })}</h2>
        {standing === "check" && <Button onClick={agree}>{t("photos.agree", { n: photos.length })}</Button>}
      </header>
      <p class={page.note}>{t(`photos.group.${standing}.text`)}</p>
      <ul class={style.grid}>
        {photos.map((draft) => (
          <Card key={draft.id} draft={draft} isOpen={draft.id === chosen} />
        ))}
      </ul>
    </section>
  );
}

/** How many are ready, and the one thing to do with them. */
function Bar({ drafts, ready }: { drafts: Drafts; ready: readonly PhotoDraft[] }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const go = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await drafts.settled();
      navigate(`/desk/import/${await tryPhotos(ready.map(({ id }) => id))}`);
    } catch (cause) {
      setFailure(reasonOf(cause));
      setBusy(false);
    }
  };
  return (
    <>
      <div class={style.bar}>
        <p class={page.note} role="status">
          {drafts.refusal ?? (drafts.saving ? t("photos.saving") : t("photos.kept"))}
        </p>
        <Button kind="main" disabled={busy || ready.length === 0} onClick={() => void go()}>
          {t("photos.try", { n: ready.length })}
        </Button>
      </div>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </>
  );
}
