import { FileUp } from "lucide-preact";
import { Button } from "../../../components/Button";
import { Topo } from "../../../components/Topo";
import { fetchRevisions } from "../../../lib/apiImports";
import { capital, date, longDay, time } from "../../../lib/format";
import { href, t } from "../../../state";
import { dayOf } from "../../../state/visit";
import page from "../parts/page.module.css";
import { saidNote } from "../parts/saidNote";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import { type RoomProps, roomsFor } from "../rooms";
import { Begun } from "./Begun";
import style from "./home.module.css";
import { Missing } from "./Missing";
import { Notices } from "./Notices";
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
        <div class={style.stack}>
          {mayWrite && <Begun />}
          {mayWrite && <Waits />}
          <Notices mayWrite={mayWrite} />
          <Missing />
        </div>
        <div class={style.stack}>
          <LastRevision />
          <Ways mayWrite={mayWrite} />
        </div>
      </div>
    </>
  );
}

/** What is done most besides: one tap to its room. */
const OFTEN = ["products", "prices", "photos", "labels", "exports"];

function Ways({ mayWrite }: { mayWrite: boolean }) {
  const rooms = roomsFor(mayWrite).filter(({ id }) => OFTEN.includes(id));
  if (rooms.length === 0) return null;
  return (
    <section>
      <h2 class={page.heading}>{t("home.desk.ways")}</h2>
      <ul>
        {rooms.map(({ id, icon: Icon }) => (
          <li key={id}>
            <a class={style.way} href={href(`/desk/${id}`)}>
              <Icon aria-hidden="true" />
              {t(`home.desk.way.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LastRevision() {
  const { data, failure, away } = useAsked("newest revision", (signal) => fetchRevisions(null, 1, signal));
  const newest = data?.items[0];
  return (
    <section>
      <h2 class={page.heading}>{t("home.desk.revision")}</h2>
      {failure && !away && <p class={page.note}>{failure}</p>}
      {!data && (!failure || away) && <Waiting part rows={1} />}
      {newest && (
        <a class={style.line} href={href(`/desk/revisions/${newest.number}`)}>
          <strong class={style.figure}>{newest.number}</strong>
          <span>
            <span class={style.name}>{saidNote(newest.note) || t("home.desk.revision.plain")}</span>
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
