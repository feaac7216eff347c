import { Button } from "../../../components/Button";
import type { JobProgress, Trial } from "../../../lib/apiImports";
import { number } from "../../../lib/format";
import { t } from "../../../state";
import { Progress } from "../parts/Progress";
import page from "../parts/page.module.css";
import style from "./TrialView.module.css";
import type { TrialDeeds } from "./useTrial";

/** The work goes on at the server: how far it is, and the way to stop it. */
export function Working({ trial, deeds }: { trial: Trial; deeds: TrialDeeds }) {
  const { progress } = trial;
  return (
    <section class={style.working}>
      <Progress
        label={t(`import.stage.${progress?.stage ?? (trial.state === "running" ? "start" : "queued")}`)}
        done={progress ? progress.percent / 100 : null}
        detail={progress ? detailOf(progress) : undefined}
      />
      <p class={page.note}>{t("import.working")}</p>
      <p role="status" class={style.failure}>
        {deeds.asked.away ? t("import.working.away") : deeds.asked.failure}
      </p>
      <Button onClick={deeds.cancel} disabled={deeds.busy}>
        {t("import.cancel")}
      </Button>
      <p role="alert" class={style.failure}>
        {deeds.failure}
      </p>
    </section>
  );
}

/** Whoever reads bytes does not count them. */
const MEGABYTE = 1_000_000;

/** How much of what: megabytes, rows, pieces or customers; nothing where the stage has no parts. */
function detailOf({ stage, done, total }: JobProgress): string | undefined {
  if (stage !== "read") return total > 1 ? t(`import.stage.of.${stage}`, { n: done, of: number(total) }) : undefined;
  if (total < MEGABYTE) return undefined;
  const [n, of] = [done, total].map((bytes) => number(bytes / MEGABYTE, { maximumFractionDigits: 1 }));
  return t("import.stage.of.read", { n: n ?? "", of: of ?? "" });
}
