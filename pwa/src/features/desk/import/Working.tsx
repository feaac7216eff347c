import { Button } from "../../../components/Button";
import type { Trial } from "../../../lib/apiImports";
import { t } from "../../../state";
import { Progress } from "../parts/Progress";
import page from "../parts/page.module.css";
import style from "./TrialView.module.css";
import type { TrialDeeds } from "./useTrial";

/** The work goes on at the server: how far it is, and the way to stop it. */
export function Working({ trial, deeds }: { trial: Trial; deeds: TrialDeeds }) {
  const { progress } = trial;
  const counted = progress && progress.total > 1;
  return (
    <section class={style.working}>
      <Progress
        label={t(`import.stage.${progress?.stage ?? (trial.state === "running" ? "start" : "queued")}`)}
        done={progress ? progress.percent / 100 : null}
        detail={counted ? t("import.stage.of", { n: progress.done, of: progress.total }) : undefined}
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
