import { useState } from "preact/hooks";
import { BackBar } from "../../../components/BackBar";
import { say } from "../../../components/Toast";
import { type Revision, restoreRevision } from "../../../lib/apiImports";
import { date, time } from "../../../lib/format";
import { log } from "../../../lib/log";
import { back, navigate, refresh, t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import page from "../parts/page.module.css";
import { reasonOf } from "../parts/reason";
import { saidNote } from "../parts/saidNote";
import { useName } from "../parts/useName";
import type { Pages } from "../parts/usePages";
import { Compare } from "./Compare";
import style from "./revisions.module.css";

interface Props {
  revision: Revision;
  pages: Pages<Revision>;
  /** Number of the one it is compared with, out of the address. */
  against: string | undefined;
  mayWrite: boolean;
}

/** One revision: who, when, why; what it changed; and the way back to it. */
export function RevisionView({ revision, pages, against, mayWrite }: Props) {
  const { number, note, author, published_at } = revision;
  const isNewest = number === pages.rows[0]?.number;
  useName(t("revisions.title", { number: String(number) }));
  return (
    <>
      <BackBar onBack={() => back("/desk/revisions")} />
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("revisions.title", { number: String(number) })}</h1>
          <p class={page.lead}>
            {t("desk.revisions.by", { author, day: date(published_at), time: time(published_at) })}
            {isNewest && <span class={style.newest}>{t("revisions.newest")}</span>}
          </p>
          {note && <p class={style.note}>{t("ui.quote", { text: saidNote(note) })}</p>}
        </div>
        {mayWrite && <WayBack number={number} isNewest={isNewest} onRestored={pages.again} />}
      </header>
      <Compare revision={revision} pages={pages} against={against} />
    </>
  );
}

/** From what is online one step back; from anything older, back to just that. */
function WayBack({ number, isNewest, onRestored }: { number: number; isNewest: boolean; onRestored: () => void }) {
  if (!isNewest) return <Restore number={number} label={t("revisions.restore")} onRestored={onRestored} />;
  if (number === 1) return null;
  return <Restore number={number - 1} label={t("revisions.undo")} onRestored={onRestored} />;
}

interface RestoreProps {
  number: number;
  label: string;
  onRestored: () => void;
}

function Restore({ number, label, onRestored }: RestoreProps) {
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    try {
      const made = await restoreRevision(number);
      say(t("revisions.restored", { number: String(number) }));
      void refresh();
      onRestored();
      navigate(`/desk/revisions/${made.number}`);
    } catch (cause) {
      log.info(`revision ${number} not restored`, cause);
      setFailure(reasonOf(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class={page.deeds}>
      <ConfirmButton
        confirm={t("revisions.restore.confirm", { number: String(number) })}
        about={t("revisions.restore.about", { number: String(number) })}
        onConfirm={() => void restore()}
        disabled={busy}
      >
        {label}
      </ConfirmButton>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </div>
  );
}
