import { fetchRevisions, type Revision } from "../../../lib/apiImports";
import { t } from "../../../state";
import { Failed } from "../parts/Failed";
import { useAsked } from "../parts/useAsked";
import { type Pages, usePages } from "../parts/usePages";
import { Waiting } from "../parts/Waiting";
import type { RoomProps } from "../rooms";
import { History } from "./History";
import { RevisionView } from "./RevisionView";
import { Trail } from "./Trail";

/** What was published, by whom and when; what changed between any two, the way back to any of them, and who did what. */
export default function RevisionsRoom({ id, query, mayWrite }: RoomProps) {
  return id === "trail" ? <Trail query={query} /> : <Revisions id={id} against={query.with} mayWrite={mayWrite} />;
}

interface Props {
  id: string | undefined;
  against: string | undefined;
  mayWrite: boolean;
}

function Revisions({ id, against, mayWrite }: Props) {
  const pages = usePages<Revision>("revisions", (cursor, signal) => fetchRevisions(cursor, undefined, signal));
  const { rows, first, failure, again } = pages;
  if (!first) return <Coming failure={failure} onAgain={again} />;
  const number = Number(id);
  const listed = rows.find((one) => one.number === number);
  if (id === undefined) return <History pages={pages} missing={false} />;
  if (!listed) return <Old key={number} number={number} pages={pages} against={against} mayWrite={mayWrite} />;
  return <RevisionView key={number} revision={listed} pages={pages} against={against} mayWrite={mayWrite} />;
}

interface OldProps extends Omit<Props, "id"> {
  number: number;
  pages: Pages<Revision>;
}

/** One that stands on none of the pages that have come: the newest of those before the next. */
function Old({ number, pages, ...props }: OldProps) {
  const may = Number.isInteger(number) && number > 0;
  const { data, failure, again } = useAsked(may ? `revision ${number}` : null, (signal) =>
    fetchRevisions(String(number + 1), 1, signal),
  );
  if (may && !data) return <Coming failure={failure} onAgain={again} />;
  const found = data?.items.find((one) => one.number === number);
  return found ? <RevisionView revision={found} pages={pages} {...props} /> : <History pages={pages} missing />;
}

function Coming({ failure, onAgain }: { failure: string | null; onAgain: () => void }) {
  return failure ? (
    <Failed heading="h1" text={failure} onAgain={onAgain} />
  ) : (
    <Waiting heading={t("desk.room.revisions")} />
  );
}
