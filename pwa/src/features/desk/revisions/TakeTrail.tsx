import { Download } from "lucide-preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { log } from "../../../lib/log";
import { t } from "../../../state";
import { dayOf } from "../../../state/visit";
import { reasonOf } from "../parts/reason";
import { saveFile } from "../parts/saveFile";
import { allDeeds, type Looked, trailFile } from "./trail";

/** Take the deeds that are looked at away as a table. */
export function TakeTrail({ looked }: { looked: Looked }) {
  const [busy, setBusy] = useState(false);
  const leaving = useRef(new AbortController());
  useEffect(() => () => leaving.current.abort(), []);
  const take = async () => {
    setBusy(true);
    const { signal } = leaving.current;
    try {
      const deeds = await allDeeds(looked, signal);
      saveFile(trailFile(deeds), t("revisions.trail.file", { day: dayOf() }));
      say(t("revisions.trail.taken", { n: deeds.length }));
    } catch (cause) {
      log.info("trail not taken", cause);
      if (!signal.aborted) say(reasonOf(cause));
    }
    setBusy(false);
  };
  return (
    <Button disabled={busy} onClick={() => void take()}>
      <Download aria-hidden="true" />
      {t(busy ? "revisions.trail.taking" : "revisions.trail.take")}
    </Button>
  );
}
