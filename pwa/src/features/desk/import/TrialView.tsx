import { Button } from "../../../components/Button";
import { pagesOfImport, type Trial } from "../../../lib/apiImports";
import { moment } from "../../../lib/format";
import { href, t } from "../../../state";
import { Difference } from "../parts/Difference";
import { Failed } from "../parts/Failed";
import { PublishBar } from "../parts/PublishBar";
import page from "../parts/page.module.css";
import { changesIn } from "../parts/sentences";
import { useName } from "../parts/useName";
import { Waiting } from "../parts/Waiting";
import { asks, columnsOf } from "./columns";
import { Discard } from "./Discard";
import { Published } from "./Published";
import { Removed } from "./Removed";
import { Advised, Found } from "./Report";
import { Road, type Step } from "./Road";
import { Stopped } from "./Stopped";
import style from "./TrialView.module.css";
import { isWorking, type TrialDeeds, useTrial } from "./useTrial";
import { Working } from "./Working";

/** One dry run, from any room: what is wrong, what would change, whom it would advise otherwise; then publish or discard. */
export function TrialView({ id }: { id: string }) {
  const deeds = useTrial(id);
  const { data, failure, again } = deeds.asked;
  useName(data ? t("import.trial.name", { name: data.name }) : null);
  if (!data)
    return failure ? <Failed heading="h1" text={failure} onAgain={again} /> : <Waiting heading={t("import.title")} />;
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={`${page.title} ${style.name}`}>{data.name}</h1>
          <p class={page.lead}>
            {t("import.trial.by", {
              author: data.author,
              when: moment(data.created_at),
              kind: t(`desk.import.kind.${data.kind}`),
            })}
          </p>
        </div>
      </header>
      <p class="spoken" role="status">
        {t(`desk.import.state.${data.state}`)}
      </p>
      <Road at={stepOf(data)} done={data.state === "published"} />
      <Body trial={data} deeds={deeds} />
    </>
  );
}

function stepOf({ state }: Trial): Step {
  if (state === "published") return "published";
  return state === "refused" ? "file" : "change";
}

function Body({ trial, deeds }: { trial: Trial; deeds: TrialDeeds }) {
  if (isWorking(trial)) return <Working trial={trial} deeds={deeds} />;
  if (trial.state === "ready") return <Ready trial={trial} deeds={deeds} />;
  if (trial.state === "published") return <Published trial={trial} deeds={deeds} />;
  return <Stopped trial={trial} deeds={deeds} />;
}

function Ready({ trial, deeds }: { trial: Trial; deeds: TrialDeeds }) {
  return (
    <>
      <section aria-labelledby="change">
        <h2 id="change" class={page.heading}>
          {t("import.change")}
        </h2>
        <Difference changes={trial.changes} advice={trial.advice} pages={pagesOfImport(trial.id)} />
      </section>
      <Removed removals={trial.removals} />
      <Found trial={trial} />
      <Advised trial={trial} />
      <PublishBar
        changes={changesIn(trial.changes)}
        removals={trial.removals}
        busy={deeds.busy}
        failure={deeds.failure ?? (trial.outdated ? t("import.outdated") : null)}
        onPublish={deeds.publish}
      >
        {asks(trial) && (
          <Button kind="quiet" href={columnsOf(trial)}>
            {t("import.map.review")}
          </Button>
        )}
        {deeds.outdated && <Button onClick={deeds.retry}>{t("import.retry.newest")}</Button>}
        {trial.kind === "prices" && (
          <Button href={href("/desk/prices/plan", { import: trial.id })}>{t("import.plan")}</Button>
        )}
        <Discard deeds={deeds} />
      </PublishBar>
    </>
  );
}
