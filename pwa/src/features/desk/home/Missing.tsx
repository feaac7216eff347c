import { fetchLostAnswers, type LostAnswer } from "../../../lib/apiCompleteness";
import { attributes, href, lang, shopId, t } from "../../../state";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import { ROOMS } from "../rooms";
import style from "./home.module.css";

const MOST = 3;

/** The missing facts that cost most pieces of advice this week. */
export function Missing() {
  const shop = shopId.value;
  const { data, failure, away } = useAsked(shop && `lost ${shop} ${lang.value}`, (signal) =>
    fetchLostAnswers(shop ?? "", MOST, signal),
  );
  return (
    <section>
      <h2 class={page.heading}>{t("home.desk.missing")}</h2>
      {failure && !away && <p class={page.note}>{failure}</p>}
      {!data && (!failure || away) && <Waiting part rows={3} />}
      {data?.rows.length === 0 && <p class={page.note}>{t("home.desk.missing.none")}</p>}
      <ul>
        {data?.rows.map((row) => (
          <Lost key={`${row.ref} ${row.attribute}`} row={row} />
        ))}
      </ul>
      {data && data.rows.length > 0 && ROOMS.some(({ id }) => id === "completeness") && (
        <p class={style.more}>
          <a href={href("/desk/completeness")}>{t("home.desk.missing.all", { n: data.total })}</a>
        </p>
      )}
    </section>
  );
}

function Lost({ row }: { row: LostAnswer }) {
  const label = attributes.value.get(row.attribute)?.label ?? row.attribute;
  return (
    <li>
      <a class={style.line} href={href("/desk/completeness")}>
        <strong class={style.figure}>{row.answers_lost}</strong>
        <span>
          <span class={style.name}>{t("home.desk.lost", { fact: label, piece: row.name })}</span>
          <span class={style.about}>{t(row.estimated ? "home.desk.lost.estimated" : "home.desk.lost.unknown")}</span>
        </span>
      </a>
    </li>
  );
}
