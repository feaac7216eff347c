import type { Trial } from "../../../lib/apiImports";
import { moment } from "../../../lib/format";
import { t } from "../../../state";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { useName } from "../parts/useName";
import { Waiting } from "../parts/Waiting";
import { Published } from "./Published";
import { Ready } from "./Ready";
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
