import { fetchRevisions } from "../../../lib/apiImports";
import { t } from "../../../state";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import type { RoomProps } from "../rooms";
import { History } from "./History";
import { RevisionView } from "./RevisionView";

/** What was published, by whom and when; what changed between any two, and the way back to any of them. */
export default function RevisionsRoom({ id, query, mayWrite }: RoomProps) {
  const { data, failure, again } = useAsked("revisions", fetchRevisions);
  if (!data)
    return failure ? (
      <Failed heading="h1" text={failure} onAgain={again} />
    ) : (
      <Waiting heading={t("desk.room.revisions")} />
    );
  const number = Number(id);
  const opened = id === undefined ? undefined : data.find((one) => one.number === number);
  if (opened)
    return (
      <RevisionView
        key={number}
        revision={opened}
        all={data}
        against={query.with}
        mayWrite={mayWrite}
        onRestored={again}
      />
    );
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("desk.room.revisions")}</h1>
          <p class={page.lead}>{t("revisions.lead")}</p>
        </div>
      </header>
      <History revisions={data} missing={id !== undefined} />
    </>
  );
}
