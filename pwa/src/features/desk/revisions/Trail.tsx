import { isWide } from "../../../components/useWide";
import { type Deed, fetchTrail } from "../../../lib/apiAudit";
import { moment } from "../../../lib/format";
import { t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import type { Column } from "../parts/table";
import { useName } from "../parts/useName";
import { usePages } from "../parts/usePages";
import { Waiting } from "../parts/Waiting";
import { addressOf, deedText } from "./deeds";
import { Views } from "./History";
import style from "./revisions.module.css";

const idOf = ({ id }: Deed): string => id;

/** Who did what and when, newest first; a deed leads to what it was done to. */
export function Trail() {
  const pages = usePages<Deed>("trail", fetchTrail);
  useName(t("revisions.trail"));
  const { rows, first, failure, again } = pages;
  if (!first)
    return failure ? (
      <Failed heading="h1" text={failure} onAgain={again} />
    ) : (
      <Waiting heading={t("revisions.trail")} />
    );
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("revisions.trail")}</h1>
          <p class={page.lead}>{t("revisions.trail.lead")}</p>
        </div>
        <Views current="trail" />
      </header>
      {rows.length === 0 ? (
        <p class={page.note}>{t("revisions.trail.none")}</p>
      ) : (
        <DataTable
          label={t("revisions.trail")}
          rows={rows}
          idOf={idOf}
          columns={isWide.value ? columns(rows.some(({ shop }) => shop)) : narrow()}
          tall={!isWide.value}
          onOpen={(deed) => {
            const address = addressOf(deed);
            if (address) location.hash = address;
          }}
          onEnd={pages.more}
        />
      )}
    </>
  );
}

/** Two lines: the deed, and whose it was. */
const narrow = (): readonly Column<Deed>[] => [
  {
    id: "deed",
    title: t("revisions.trail.deed"),
    cell: (deed) => (
      <>
        <span class={style.deed}>{deedText(deed)}</span>
        <span class={style.under}>{whose(deed)}</span>
      </>
    ),
  },
  { id: "when", title: t("revisions.when"), cell: ({ at }) => moment(at), width: "84px", figure: true },
];

const whose = ({ author }: Deed): string => author || t("revisions.trail.server");

const shopColumn = (): Column<Deed> => ({
  id: "shop",
  title: t("revisions.trail.shop"),
  cell: ({ shop }) => shop,
  width: "16%",
  minor: true,
});

/** The shop has a column where any deed was one shop's. */
const columns = (ofShops: boolean): readonly Column<Deed>[] => [
  { id: "deed", title: t("revisions.trail.deed"), cell: deedText },
  {
    id: "author",
    title: t("revisions.author"),
    cell: whose,
    width: "20%",
  },
  ...(ofShops ? [shopColumn()] : []),
  { id: "when", title: t("revisions.when"), cell: ({ at }) => moment(at), width: "104px", figure: true },
];
