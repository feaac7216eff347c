import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { proposeKnowledge } from "../../../lib/apiKnowledge";
import { log } from "../../../lib/log";
import { NetError, type Problem } from "../../../lib/net";
import { explain, navigate, t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { changes, forget, isSafe, refusals, refuse } from "./draft";
import style from "./knowledge.module.css";

/** How much is to be said otherwise, and the way to see what it would do; `onOutdated`: something else was published since. */
export function DraftBar({ onOutdated }: { onOutdated: () => void }) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [outdated, setOutdated] = useState(false);
  const count = changes.value.length;
  if (count === 0) return null;
  const tryOut = async () => {
    setBusy(true);
    setFailure(null);
    const sent = changes.peek();
    try {
      const id = await proposeKnowledge(sent);
      await forget();
      navigate(`/desk/import/${id}`);
    } catch (cause) {
      log.info("knowledge not tried", cause);
      if (isOutdated(cause)) onOutdated();
      refuse(sent, problemOf(cause)?.errors ?? []);
      setOutdated(isOutdated(cause));
      setFailure(refusals() > 0 ? null : explain(cause));
      setBusy(false);
    }
  };
  // What belongs to a field is said there.
  const wrong =
    refusals() > 0 ? t(outdated ? "knowledge.draft.outdated" : "knowledge.draft.refused", { n: refusals() }) : failure;
  return (
    <aside class={style.bar} aria-label={t("knowledge.draft")}>
      <p role="status">{t(isSafe() ? "knowledge.draft.safe" : "knowledge.draft.count", { n: count })}</p>
      {wrong && (
        <p role="alert" class={style.wrong}>
          {wrong}
        </p>
      )}
      <div class={style.deeds}>
        <ConfirmButton
          kind="quiet"
          confirm={t("knowledge.draft.forget.sure", { n: count })}
          disabled={busy}
          onConfirm={() => void forget()}
        >
          {t("knowledge.draft.forget")}
        </ConfirmButton>
        <Button kind="main" onClick={() => void tryOut()} disabled={busy}>
          {t(busy ? "knowledge.draft.busy" : "knowledge.draft.try")}
        </Button>
      </div>
    </aside>
  );
}

const problemOf = (cause: unknown): Problem | null => (cause instanceof NetError ? cause.problem : null);
const isOutdated = (cause: unknown): boolean => problemOf(cause)?.code === "knowledge-outdated";
