/** What the frame has to say, above every page: a new version, a new catalogue, an ended session, no network. */

import { nextSnapshot, online, session, sessionEnded, swapCatalogue, t } from "./state";
import { updateReady, useUpdate } from "./sw-bridge";

export function Notices() {
  return (
    <div class="notices">
      <p role="status" class="notice-line">
        {session.value && !online.value ? t("notice.offline") : ""}
      </p>
      {sessionEnded.value && (
        <Notice
          text={t("notice.ended")}
          action={t("notice.ended.action")}
          onAction={() => location.assign("#/invitation")}
        />
      )}
      {nextSnapshot.value && (
        <Notice text={t("notice.catalogue")} action={t("notice.catalogue.action")} onAction={swapCatalogue} />
      )}
      {updateReady.value && (
        <Notice text={t("notice.update")} action={t("notice.update.action")} onAction={useUpdate} />
      )}
    </div>
  );
}

function Notice(props: { text: string; action: string; onAction: () => void }) {
  return (
    <div class="notice" role="status">
      <span>{props.text}</span>
      <button type="button" onClick={props.onAction}>
        {props.action}
      </button>
    </div>
  );
}
