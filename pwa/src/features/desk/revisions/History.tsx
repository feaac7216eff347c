import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { isWide } from "../../../components/useWide";
import type { Revision } from "../../../lib/apiImports";
import { moment } from "../../../lib/format";
import { href, navigate, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import page from "../parts/page.module.css";
import { saidNote } from "../parts/saidNote";
import { sentencesOf } from "../parts/sentences";
import type { Column } from "../parts/table";
import type { Pages } from "../parts/usePages";
import style from "./revisions.module.css";

interface Props {
  pages: Pages<Revision>;
  /** One was asked for that is not there. */
  missing: boolean;
}

const idOf = ({ number }: Revision): string => String(number);

/** All revisions, newest first. */
export function History({ pages, missing }: Props) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("desk.room.revisions")}</h1>
          <p class={page.lead}>{t("revisions.lead")}</p>
        </div>
        <Views current="history" />
      </header>
      {pages.rows.length > 1 && <Chosen picked={picked} />}
      {missing && <p class={page.note}>{t("revisions.missing")}</p>}
      <DataTable
        label={t("revisions.table")}
        rows={pages.rows}
        idOf={idOf}
        columns={isWide.value ? columns() : narrow()}
        tall={!isWide.value}
        picked={picked}
        fewPicked
        onPick={(next) => setPicked(lastTwo(next))}
        onOpen={({ number }) => navigate(`/desk/revisions/${number}`)}
        onEnd={pages.more}
      />
    </>
  );
}

/** Two are compared: of a third one, the first picked makes room for it. */
const lastTwo = (picked: ReadonlySet<string>): ReadonlySet<string> => new Set([...picked].slice(-2));

function Chosen({ picked }: { picked: ReadonlySet<string> }) {
  const [older, newer] = [...picked].map(Number).sort((one, other) => one - other);
  return (
    <div class={style.chosen}>
      {older !== undefined && newer !== undefined ? (
        <Button href={href(`/desk/revisions/${newer}`, { with: String(older) })}>
          {t("revisions.compare", { older: String(older), newer: String(newer) })}
        </Button>
      ) : (
        <p class={page.note}>{t("revisions.compare.two")}</p>
      )}
    </div>
  );
}

/** The two sides of the history: what was published, and who did what. */
export function Views({ current }: { current: "history" | "trail" }) {
  return (
    <nav class={style.views} aria-label={t("revisions.views")}>
      {(["history", "trail"] as const).map((view) => (
        <a
          key={view}
          class={style.view}
          href={href(view === "history" ? "/desk/revisions" : "/desk/revisions/trail")}
          aria-current={view === current ? "page" : undefined}
        >
          {t(`revisions.view.${view}`)}
        </a>
      ))}
    </nav>
  );
}

const noteText = ({ number, note }: Revision): string =>
  t("revisions.numbered", { number: String(number), note: saidNote(note) });

/** Two lines of what was published, and whose it was. */
const narrow = (): readonly Column<Revision>[] => [
  {
    id: "note",
    title: t("revisions.note"),
    cell: (revision) => (
      <>
        <span class={style.deed}>{noteText(revision)}</span>
        <span class={style.under}>{[revision.author, countsText(revision)].filter(Boolean).join(" · ")}</span>
      </>
    ),
  },
  {
    id: "when",
    title: t("revisions.when"),
    cell: ({ published_at }) => moment(published_at),
    width: "84px",
    figure: true,
  },
];

const columns = (): readonly Column<Revision>[] => [
  {
    id: "note",
    title: t("revisions.note"),
    cell: noteText,
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
function countsText({ counts }: Revision): string {
  if (!counts) return "";
  return sentencesOf({ counts }, null, () => null)
    .map(({ text }) => text)
    .join(" · ");
}
