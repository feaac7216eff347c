import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { proposeKnowledge } from "../../../lib/apiKnowledge";
import { log } from "../../../lib/log";
import { explain, navigate, t } from "../../../state";
import { changes, forget, isSafe } from "./draft";
import style from "./knowledge.module.css";

/** How much is to be said otherwise, and the way to see what it would do. */
export function DraftBar() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const count = changes.value.length;
  if (count === 0) return null;
  const tryOut = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const id = await proposeKnowledge(changes.peek());
      await forget();
      navigate(`/desk/import/${id}`);
    } catch (cause) {
      log.info("knowledge not tried", cause);
      setFailure(explain(cause));
      setBusy(false);
    }
  };
  return (
    <aside class={style.bar} aria-label={t("knowledge.draft")}>
      <p role="status">{t(isSafe() ? "knowledge.draft.safe" : "knowledge.draft.count", { n: count })}</p>
      {failure && <p role="alert">{failure}</p>}
      <div class={style.deeds}>
        <Button kind="quiet" onClick={() => void forget()} disabled={busy}>
          {t("knowledge.draft.forget")}
        </Button>
        <Button kind="main" onClick={() => void tryOut()} disabled={busy}>
          {t(busy ? "knowledge.draft.busy" : "knowledge.draft.try")}
        </Button>
      </div>
    </aside>
  );
}
