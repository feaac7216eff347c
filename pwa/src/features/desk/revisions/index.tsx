import { fetchRevisions, type Revision } from "../../../lib/apiImports";
import { t } from "../../../state";
import { Failed } from "../parts/Failed";
import { usePages } from "../parts/usePages";
import { Waiting } from "../parts/Waiting";
import type { RoomProps } from "../rooms";
import { History } from "./History";
import { RevisionView } from "./RevisionView";
import { Trail } from "./Trail";

/** What was published, by whom and when; what changed between any two, the way back to any of them, and who did what. */
export default function RevisionsRoom({ id, query, mayWrite }: RoomProps) {
  return id === "trail" ? <Trail /> : <Revisions id={id} against={query.with} mayWrite={mayWrite} />;
}

interface Props {
  id: string | undefined;
  against: string | undefined;
  mayWrite: boolean;
}

function Revisions({ id, against, mayWrite }: Props) {
  const pages = usePages<Revision>("revisions", (cursor, signal) => fetchRevisions(cursor, undefined, signal));
  const { rows, first, failure, again } = pages;
  if (!first)
    return failure ? (
      <Failed heading="h1" text={failure} onAgain={again} />
    ) : (
      <Waiting heading={t("desk.room.revisions")} />
    );
  const number = Number(id);
  const opened = id === undefined ? undefined : rows.find((one) => one.number === number);
  if (!opened) return <History pages={pages} missing={id !== undefined} />;
  return (
    <RevisionView key={number} revision={opened} all={rows} against={against} mayWrite={mayWrite} onRestored={again} />
  );
}
