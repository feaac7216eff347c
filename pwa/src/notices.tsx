/** What the frame has to say, above every page: a new version, a new catalogue, an ended session, no network. */
import { useEffect, useState } from "preact/hooks";
import { StateLine } from "./components/StateLine";
import { whenIdle } from "./lib/idle";
import {
  href,
  lock,
  navigate,
  nextSnapshot,
  online,
  route,
  sessionEnded,
  swapCatalogue,
  t,
  unconfirmed,
} from "./state";
import { takeUpdate, updateReady, updating } from "./sw-bridge";

export function Notices() {
  const offered = useCatalogueOffer();
  return (
    <div class="notices">
      <StateLine />
      {sessionEnded.value && <Notice text={t("notice.ended")} action={t("notice.ended.action")} onAction={renewHere} />}
      {unconfirmed.value && online.value && (
        <Notice text={t("notice.unseen")} action={t("notice.unseen.action")} onAction={() => void lock("unseen")} />
      )}
      {offered && (
        <Notice text={t("notice.catalogue")} action={t("notice.catalogue.action")} onAction={swapCatalogue} />
      )}
      {updateReady.value && (
        <Notice
          text={t("notice.update")}
          action={t(updating.value ? "notice.update.taking" : "notice.update.action")}
          onAction={takeUpdate}
          busy={updating.value}
        />
      )}
    </div>
  );
}

/** Enrol again, and come back to this page. */
function renewHere(): void {
  const { path, query } = route.peek();
  navigate(href("/invitation", { next: href(path, query).slice(1) }));
}

/** A waiting catalogue is offered once the thumb rests: a line that appears moves what is below it. */
function useCatalogueOffer(): boolean {
  const [calm, setCalm] = useState(false);
  const waiting = nextSnapshot.value !== null;
  useEffect(() => {
    setCalm(false);
    return waiting ? whenIdle(() => setCalm(true)) : undefined;
  }, [waiting]);
  return waiting && calm;
}

function Notice(props: { text: string; action: string; onAction: () => void; busy?: boolean }) {
  return (
    <div class="notice" role="status">
      <span>{props.text}</span>
      <button type="button" onClick={props.onAction} disabled={props.busy}>
        {props.action}
      </button>
    </div>
  );
}
