/** A phone that has no catalogue: it was never brought, or the phone cleared it. */
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { explain, refresh, syncFailure, syncing, t, unsentCount } from "../../state";
import style from "./missing.module.css";

/** What happened, that nothing was lost, and the way on. */
export function Missing() {
  const busy = syncing.value === "refreshing";
  const failure = syncFailure.value;
  return (
    <div class={style.page}>
      <Empty
        title={t("missing.title")}
        text={reason()}
        drawing={failure?.reason === "http" ? "fog" : "beacon"}
        heading="h1"
      >
        <p class={style.kept}>
          {unsentCount.value > 0 ? t("missing.kept", { n: unsentCount.value }) : t("missing.safe")}
        </p>
        <div class={style.ways}>
          <Button kind="main" wide onClick={() => void refresh()} disabled={busy}>
            {t(busy ? "missing.busy" : "missing.again")}
          </Button>
          <Button wide href="#/shop">
            {t("missing.phone")}
          </Button>
        </div>
      </Empty>
    </div>
  );
}

/** "No network: what you see is what this phone has kept" would be said of nothing. */
function reason(): string {
  const failure = syncFailure.value;
  return failure && failure.reason !== "offline" ? explain(failure) : t("missing.offline");
}
