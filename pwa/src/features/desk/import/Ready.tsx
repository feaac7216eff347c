import { Button } from "../../../components/Button";
import { pagesOfImport, type Trial } from "../../../lib/apiImports";
import { href, t } from "../../../state";
import { Difference } from "../parts/Difference";
import { PublishBar } from "../parts/PublishBar";
import page from "../parts/page.module.css";
import { changesIn } from "../parts/sentences";
import { asks, columnsOf } from "./columns";
import { Discard } from "./Discard";
import { Removed } from "./Removed";
import { Advised, Found } from "./Report";
import style from "./TrialView.module.css";
import type { TrialDeeds } from "./useTrial";

interface Props {
  trial: Trial;
  deeds: TrialDeeds;
}

/** What would change, and the end of the road: publish it, compare it again, or see that there is nothing to publish. */
export function Ready({ trial, deeds }: Props) {
  const { changes, advice, removals, stock = 0 } = trial;
  const isNothing = changesIn(changes) + stock === 0;
  return (
    <>
      <section aria-labelledby="change">
        <h2 id="change" class={page.heading}>
          {t("import.change")}
        </h2>
        <Difference changes={changes} advice={advice} stock={stock} pages={pagesOfImport(trial.id)} />
        {isNothing && <Nothing trial={trial} deeds={deeds} />}
      </section>
      <Removed removals={removals} />
      <Found trial={trial} />
      <Advised trial={trial} />
      {!isNothing && <Publish trial={trial} deeds={deeds} />}
    </>
  );
}

/** The files say what the catalogue knows already. */
function Nothing({ trial, deeds }: Props) {
  return (
    <>
      <p class={page.note}>{t("import.nothing")}</p>
      <p class={style.ways}>
        {asks(trial) && (
          <Button kind="main" href={columnsOf(trial)}>
            {t("import.map.review")}
          </Button>
        )}
        <Button href={href("/desk/import")}>{t("import.another")}</Button>
        <Discard deeds={deeds} />
      </p>
      <p role="alert" class={style.failure}>
        {deeds.failure}
      </p>
    </>
  );
}

function Publish({ trial, deeds }: Props) {
  // What a room made may hold in the newest revision just the same: the server looks. A file's trial is made again.
  const isOver = deeds.outdated && trial.kind === "file";
  return (
    <PublishBar
      changes={changesIn(trial.changes)}
      stock={trial.stock ?? 0}
      removals={trial.removals}
      busy={deeds.busy}
      failure={deeds.failure ?? (deeds.outdated ? t("import.outdated") : null)}
      onPublish={isOver ? null : deeds.publish}
    >
      {asks(trial) && (
        <Button kind="quiet" href={columnsOf(trial)}>
          {t("import.map.review")}
        </Button>
      )}
      {trial.kind === "prices" && (
        <Button href={href("/desk/prices/plan", { import: trial.id })}>{t("import.plan")}</Button>
      )}
      <Discard deeds={deeds} />
      {deeds.outdated && (
        <Button kind={isOver ? "main" : "line"} onClick={deeds.retry} disabled={deeds.busy}>
          {t("import.retry.newest")}
        </Button>
      )}
    </PublishBar>
  );
}
