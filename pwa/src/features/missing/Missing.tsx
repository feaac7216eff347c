/** A phone that has no catalogue: it was never brought, or the phone cleared it. */
import { Button } from "../../components/Button";
import { Empty } from "../../components/Empty";
import { explain, refresh, syncFailure, syncing, t, unsentCount } from "../../state";

/** What happened, that nothing was lost, and the way on. */
export function Missing() {
  const busy = syncing.value === "refreshing";
  const failure = syncFailure.value;
  return (
    <Empty
      title={t("missing.title")}
      text={reason()}
      drawing={failure?.reason === "http" ? "fog" : "beacon"}
      heading="h1"
    >
      <p>{unsentCount.value > 0 ? t("missing.kept", { n: unsentCount.value }) : t("missing.safe")}</p>
      <Button kind="main" wide onClick={() => void refresh()} disabled={busy}>
        {t(busy ? "missing.busy" : "missing.again")}
      </Button>
      <Button wide href="#/shop">
        {t("missing.phone")}
      </Button>
    </Empty>
  );
}

/** "No network: what you see is what this phone has kept" would be said of nothing. */
function reason(): string {
  const failure = syncFailure.value;
  return failure && failure.reason !== "offline" ? explain(failure) : t("missing.offline");
}
