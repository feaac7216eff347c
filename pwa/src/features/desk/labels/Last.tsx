import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { type LastPrinting, putBack } from "../../../lib/apiLabels";
import { moment } from "../../../lib/format";
import { log } from "../../../lib/log";
import { t } from "../../../state";
import { reasonOf } from "../parts/reason";
import style from "./labels.module.css";

/** The last printing, and the way back where nothing came out of the printer. */
export function Last({ printing, onBack }: { printing: LastPrinting; onBack: () => void }) {
  const [busy, setBusy] = useState(false);
  const { run, author, at, pieces } = printing;
  const back = async () => {
    setBusy(true);
    try {
      await putBack(run);
      say(t("labels.last.back.done", { n: pieces }));
    } catch (cause) {
      log.info("printing not put back", cause);
      say(reasonOf(cause));
    }
    setBusy(false);
    onBack();
  };
  return (
    <p class={style.last}>
      <span>{t("labels.last", { n: pieces, when: moment(at), author })}</span>
      <Button kind="quiet" disabled={busy} onClick={() => void back()}>
        {t("labels.last.back")}
      </Button>
    </p>
  );
}
