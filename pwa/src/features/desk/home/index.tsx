import { FileUp } from "lucide-preact";
import { Button } from "../../../components/Button";
import { Topo } from "../../../components/Topo";
import { fetchRevisions } from "../../../lib/apiImports";
import { capital, date, longDay, time } from "../../../lib/format";
import { href, t } from "../../../state";
import { dayOf } from "../../../state/visit";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import type { RoomProps } from "../rooms";
import style from "./home.module.css";
import { Missing } from "./Missing";
import { Waits } from "./Waits";

/** What waits for a decision, what was published last, and the ways to go on. */
export default function HomeRoom({ mayWrite }: RoomProps) {
  return (
    <>
      <header class={style.head}>
        <div class={style.relief}>
          <Topo seed={`desk ${dayOf()}`} />
        </div>
        <p class={style.day}>{capital(longDay(dayOf()))}</p>
        <h1 class={page.title}>{t("desk.title")}</h1>
        {mayWrite && (
          <p class={style.deeds}>
            <Button kind="main" href={href("/desk/import")}>
              <FileUp aria-hidden="true" />
              {t("home.desk.import")}
            </Button>
          </p>
        )}
      </header>
      <div class={style.columns}>
        {mayWrite && <Waits />}
        <LastRevision />
        <Missing />
      </div>
    </>
  );
}

function LastRevision() {
  const { data, failure } = useAsked("newest revision", (signal) => fetchRevisions(null, 1, signal));
  const newest = data?.items[0];
  return (
    <section>
      <h2 class={page.heading}>{t("home.desk.revision")}</h2>
      {failure && <p class={page.note}>{failure}</p>}
      {newest && (
        <a class={style.line} href={href(`/desk/revisions/${newest.number}`)}>
          <strong class={style.figure}>{newest.number}</strong>
          <span>
            <span class={style.name}>{newest.note || t("home.desk.revision.plain")}</span>
            <span class={style.about}>
              {t("desk.revisions.by", {
                author: newest.author,
                day: date(newest.published_at),
                time: time(newest.published_at),
              })}
            </span>
          </span>
        </a>
      )}
    </section>
  );
}
