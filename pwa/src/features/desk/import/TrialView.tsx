import { Button } from "../../../components/Button";
import type { Trial } from "../../../lib/apiImports";
import { moment } from "../../../lib/format";
import { href, t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { Difference } from "../parts/Difference";
import { Failed } from "../parts/Failed";
import { countsOf, isMore } from "../parts/findingGroups";
import { PublishBar } from "../parts/PublishBar";
import page from "../parts/page.module.css";
import { changesIn } from "../parts/sentences";
import { useName } from "../parts/useName";
import { Waiting } from "../parts/Waiting";
import { Published } from "./Published";
import { Removed } from "./Removed";
import { Advised, Found } from "./Report";
import { Road, type Step } from "./Road";
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
        <Difference changes={trial.changes} advice={trial.advice} />
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

/** The server says so of a table whose columns nobody has explained, and of a shop that no column names. */
const ABOUT_COLUMNS: ReadonlySet<string> = new Set(["mapping-needed", "shop-unnamed"]);
const asks = ({ findings }: Trial): boolean => findings.some(({ code }) => ABOUT_COLUMNS.has(code));
const columnsOf = ({ id }: Trial): string => href(`/desk/import/${id}`, { columns: "1" });

/** Refused for its errors, cancelled, or failed: why, and the ways on. */
function Stopped({ trial, deeds }: { trial: Trial; deeds: TrialDeeds }) {
  const errors = countsOf(trial.findings).error;
  const isCut = trial.findings.some((one) => isMore(one) && one.severity === "error");
  return (
    <>
      <section class={style.stopped}>
        <h2 class={page.heading}>{t(`import.stopped.${trial.state}${isCut ? ".more" : ""}`, { n: errors })}</h2>
        <p>{trial.failure || t(`import.stopped.${trial.state}.text`)}</p>
        <p class={style.ways}>
          {asks(trial) ? (
            <Button kind="main" href={columnsOf(trial)}>
              {t("import.map.ask")}
            </Button>
          ) : (
            <Button kind="main" href="#/desk/import">
              {t("import.another")}
            </Button>
          )}
          {trial.state !== "refused" && (
            <Button onClick={deeds.retry} disabled={deeds.busy}>
              {t("import.retry")}
            </Button>
          )}
          <Discard deeds={deeds} />
        </p>
        <p role="alert" class={style.failure}>
          {deeds.failure}
        </p>
      </section>
      <Found trial={trial} />
    </>
  );
}

function Discard({ deeds }: { deeds: TrialDeeds }) {
  return (
    <ConfirmButton
      kind="quiet"
      confirm={t("import.discard.confirm")}
      about={t("import.discard.about")}
      onConfirm={deeds.discard}
      disabled={deeds.busy}
    >
      {t("import.discard")}
    </ConfirmButton>
  );
}
