import type { Revision } from "../../../lib/apiImports";
import { moment } from "../../../lib/format";
import { navigate, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import page from "../parts/page.module.css";
import { sentencesOf } from "../parts/sentences";
import type { Column } from "../parts/table";

interface Props {
  revisions: readonly Revision[];
  /** One was asked for that is not there. */
  missing: boolean;
}

const idOf = ({ number }: Revision): string => String(number);

/** All revisions, newest first. */
export function History({ revisions, missing }: Props) {
  return (
    <>
      {missing && <p class={page.note}>{t("revisions.missing")}</p>}
      <DataTable
        label={t("revisions.table")}
        rows={revisions}
        idOf={idOf}
        columns={columns()}
        onOpen={({ number }) => navigate(`/desk/revisions/${number}`)}
      />
    </>
  );
}

const columns = (): readonly Column<Revision>[] => [
  {
    id: "note",
    title: t("revisions.note"),
    cell: ({ number, note }) => t("revisions.numbered", { number: String(number), note }),
  },
  { id: "counts", title: t("revisions.counts"), cell: countsText, width: "34%", minor: true },
  { id: "author", title: t("revisions.author"), cell: ({ author }) => author, width: "16%", minor: true },
  {
    id: "when",
    title: t("revisions.when"),
    cell: ({ published_at }) => moment(published_at),
    width: "104px",
    figure: true,
  },
];

/** How much it changed of the one before, in the words of a difference. */
export function countsText({ counts }: Revision): string {
  if (!counts) return "";
  return sentencesOf({ counts }, null, () => null)
    .map(({ text }) => text)
    .join(" · ");
}
