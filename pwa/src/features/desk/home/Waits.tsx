import { fetchImports, type ImportState, type ImportSummary } from "../../../lib/apiImports";
import { nowMs } from "../../../lib/clock";
import { t } from "../../../state";
import { ImportLine } from "../parts/ImportLine";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";

/** Of each state. */
const MOST = 6;
/** Somebody's yes or no is waited for however long; what went wrong is news for a week. */
const DECIDED: readonly ImportState[] = ["ready"];
const NEWS: readonly ImportState[] = ["failed", "refused", "running", "queued"];
const NEWS_MS = 7 * 86_400_000;

/** Imports that wait for somebody, whoever dropped them: to decide, to correct, to try again; and those under way. */
export function Waits() {
  const { data, failure, away } = useAsked("imports that wait", readWaiting);
  return (
    <section>
      <h2 class={page.heading}>{t("home.desk.waits")}</h2>
      {failure && !away && <p class={page.note}>{failure}</p>}
      {!data && (!failure || away) && <Waiting part rows={2} />}
      {data?.length === 0 && <p class={page.note}>{t("home.desk.waits.none")}</p>}
      <ul>
        {data?.map((one) => (
          <ImportLine key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
}

async function readWaiting(signal: AbortSignal): Promise<ImportSummary[]> {
  const states = [...DECIDED, ...NEWS];
  const pages = await Promise.all(states.map((state) => fetchImports({ state, limit: MOST }, signal)));
  // One that moves on while it is asked for may stand in two answers.
  const found = new Map(pages.flatMap(({ items }) => items.map((one) => [one.id, one])));
  return [...found.values()].filter(isNews);
}

const isNews = ({ state, created_at }: ImportSummary): boolean =>
  DECIDED.includes(state) || (NEWS.includes(state) && nowMs() - Date.parse(created_at) < NEWS_MS);
