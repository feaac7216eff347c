import { fetchImports } from "../../../lib/apiImports";
import { t } from "../../../state";
import { ImportLine } from "../parts/ImportLine";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";

const MOST = 6;

/** Dry runs that wait for somebody's yes or no, whoever dropped them. */
export function Waits() {
  const { data, failure, away } = useAsked("imports ready", (signal) =>
    fetchImports({ state: "ready", limit: MOST }, signal),
  );
  return (
    <section>
      <h2 class={page.heading}>{t("home.desk.waits")}</h2>
      {failure && !away && <p class={page.note}>{failure}</p>}
      {!data && (!failure || away) && <Waiting part rows={2} />}
      {data?.items.length === 0 && <p class={page.note}>{t("home.desk.waits.none")}</p>}
      <ul>
        {data?.items.map((one) => (
          <ImportLine key={one.id} of={one} />
        ))}
      </ul>
    </section>
  );
}
