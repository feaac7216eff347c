import { fetchImports } from "../../../lib/apiImports";
import { t } from "../../../state";
import { ImportLine } from "../parts/ImportLine";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import style from "./import.module.css";

/** Older ones are in the audit trail. */
const MOST = 12;

/** What was dropped lately, wherever its page was closed. */
export function Recent() {
  const { data, failure, away } = useAsked("imports", (signal) => fetchImports({ kind: "file", limit: MOST }, signal));
  return (
    <section class={page.part}>
      <h2 class={page.heading}>{t("import.recent")}</h2>
      {failure && !away && <p class={page.note}>{failure}</p>}
      {!data && (!failure || away) && <Waiting part rows={3} />}
      {data?.items.length === 0 && <p class={page.note}>{t("import.recent.none")}</p>}
      {data && data.items.length > 0 && (
        <ul class={style.recent}>
          {data.items.map((one) => (
            <ImportLine key={one.id} of={one} />
          ))}
        </ul>
      )}
    </section>
  );
}
