import { isWide } from "../../../components/useWide";
import { type Deed, fetchTrail } from "../../../lib/apiAudit";
import { fetchLines } from "../../../lib/apiProducts";
import { moment } from "../../../lib/format";
import { href, lang, navigate, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { shopName } from "../parts/shopName";
import type { Column } from "../parts/table";
import { useAsked } from "../parts/useAsked";
import { useName } from "../parts/useName";
import { usePages } from "../parts/usePages";
import { Waiting } from "../parts/Waiting";
import { addressOf, deedText } from "./deeds";
import { Views } from "./History";
import style from "./revisions.module.css";
import { TakeTrail } from "./TakeTrail";
import { TrailFilters } from "./TrailFilters";
import { type Looked, lookedAt, wantedOf, whose } from "./trail";

const idOf = ({ id }: Deed): string => id;
const PATH = "/desk/revisions/trail";

/** Who did what and when, newest first: by person, piece, day and words; a deed leads to what it was done to. */
export function Trail({ query }: { query: Readonly<Record<string, string>> }) {
  const looked = lookedAt(query);
  const pages = usePages<Deed>(`trail ${JSON.stringify(looked)}`, (cursor, signal) =>
    fetchTrail(cursor, wantedOf(looked), undefined, signal),
  );
  const piece = usePieceName(looked.piece);
  useName(t("revisions.trail"));
  const { rows, first, failure, again } = pages;
  const more = first?.next_cursor ? "revisions.trail.count.more" : "revisions.trail.count";
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("revisions.trail")}</h1>
          <p class={page.lead}>{t("revisions.trail.lead")}</p>
        </div>
        <Views current="trail" />
      </header>
      <TrailFilters
        looked={looked}
        piece={piece}
        count={first ? t(more, { n: rows.length }) : ""}
        onShow={(next) => navigate(href(PATH, next), { replace: true })}
      />
      {!first && (failure ? <Failed text={failure} onAgain={again} /> : <Waiting part rows={6} />)}
      {first && rows.length === 0 && <Nothing looked={looked} />}
      {rows.length > 0 && (
        <>
          <Deeds rows={rows} onEnd={pages.more} />
          <p class={style.take}>
            <TakeTrail looked={looked} />
          </p>
        </>
      )}
    </>
  );
}

/** What a piece is called; its reference alone where it is not in the catalogue any more. */
function usePieceName(ref: string | undefined): string | undefined {
  const { data } = useAsked(ref ? `name ${ref} ${lang.value}` : null, (signal) =>
    fetchLines({ q: ref, lang: lang.value, limit: 5 }, signal),
  );
  return data?.items.find((one) => one.ref === ref)?.name;
}

function Nothing({ looked }: { looked: Looked }) {
  const isNarrowed = Object.keys(looked).length > 0;
  return (
    <p class={page.note} role="status">
      {t(isNarrowed ? "revisions.trail.nothing" : "revisions.trail.none")}{" "}
      {isNarrowed && <a href={href(PATH)}>{t("revisions.trail.all")}</a>}
    </p>
  );
}

function Deeds({ rows, onEnd }: { rows: readonly Deed[]; onEnd: () => void }) {
  return (
    <DataTable
      label={t("revisions.trail")}
      rows={rows}
      idOf={idOf}
      columns={isWide.value ? columns(rows.some(({ shop }) => shop)) : narrow()}
      tall={!isWide.value}
      onOpen={(deed) => {
        const address = addressOf(deed);
        if (address) navigate(address);
      }}
      onEnd={onEnd}
    />
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

const shopColumn = (): Column<Deed> => ({
  id: "shop",
  title: t("revisions.trail.shop"),
  cell: ({ shop }) => shop && shopName(shop),
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
