import { PackagePlus, ScanLine } from "lucide-preact";
import { useMemo } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { isWide } from "../../../components/useWide";
import { fetchStocked, type Stocked, type StockedProduct } from "../../../lib/apiStock";
import { yearlyDate } from "../../../lib/format";
import { href, lang, navigate, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { Split } from "../parts/SidePanel";
import { type Pages, usePages } from "../parts/usePages";
import { useShops } from "../parts/useShops";
import { Waiting } from "../parts/Waiting";
import { columnsOf } from "./columns";
import { Deliveries } from "./Deliveries";
import { Filters } from "./Filters";
import { Piece } from "./Piece";
import style from "./stock.module.css";

const LISTED = ["shop", "q", "category", "state"] as const;
export type Listed = Partial<Record<(typeof LISTED)[number], string>>;
const idOf = ({ ref }: StockedProduct): string => ref;
const listedOf = (query: Readonly<Record<string, string>>): Listed =>
  Object.fromEntries(LISTED.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

/** The pieces of a shop with what was counted of each size. */
export function Board({ query }: { query: Record<string, string> }) {
  const listed = useMemo(() => listedOf(query), [JSON.stringify(query)]);
  const shops = useShops(listed.shop);
  const { shop: _, ...said } = listed;
  const key = shops.id ? `stock ${lang.value} ${shops.id} ${JSON.stringify(said)}` : null;
  const load = (cursor: string, signal?: AbortSignal) =>
    fetchStocked(shops.id, { ...said, lang: lang.peek(), cursor }, signal);
  const pages = usePages<StockedProduct, Stocked>(key, load);
  const show = (next: Record<string, string | undefined>) =>
    navigate(href("/desk/stock", next).slice(1), { replace: true });
  const open = pages.rows.find(({ ref }) => ref === query.piece);
  const panel = open && <Piece key={open.ref} shop={shops.id} piece={open} onClose={() => show(listed)} />;
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("stock.title")}</h1>
          {pages.first && <Sum stocked={pages.first} />}
        </div>
        <div class={`${page.deeds} ${style.deeds}`}>
          <Button href={href("/desk/stock/delivery", { shop: listed.shop })}>
            <PackagePlus aria-hidden="true" />
            {t("stock.deliver")}
          </Button>
          <Button href={href("/desk/stock/count", { shop: listed.shop })}>
            <ScanLine aria-hidden="true" />
            {t("stock.count")}
          </Button>
        </div>
      </header>
      <Split panel={panel || null}>
        <Filters listed={listed} shops={shops} first={pages.first} onShow={show} />
        <Rows
          pages={pages}
          open={open?.ref ?? null}
          narrow={Boolean(panel)}
          onOpen={({ ref }) => show({ ...listed, piece: ref })}
          onAll={() => show({ shop: listed.shop })}
        />
        {shops.id && <Deliveries shop={shops.id} />}
      </Split>
    </>
  );
}

/** "412 pièces comptées · 3 jamais comptées · le comptage le plus ancien : 20 nov." */
function Sum({ stocked }: { stocked: Stocked }) {
  const parts = [
    t("stock.pieces", { n: stocked.pieces }),
    stocked.uncounted > 0 && t("stock.uncounted", { n: stocked.uncounted }),
    stocked.doubt > 0 && t("stock.doubt", { n: stocked.doubt }),
    stocked.counted_at && t("stock.oldest", { date: yearlyDate(stocked.counted_at) }),
  ];
  return <p class={page.lead}>{parts.filter(Boolean).join(" · ")}</p>;
}

interface RowsProps {
  pages: Pages<StockedProduct, Stocked>;
  open: string | null;
  narrow: boolean;
  onOpen: (piece: StockedProduct) => void;
  onAll: () => void;
}

function Rows({ pages, open, narrow, onOpen, onAll }: RowsProps) {
  const { first, failure } = pages;
  if (failure && !first) return <Failed text={failure} onAgain={pages.again} />;
  if (!first) return <Waiting />;
  if (first.products === 0)
    return (
      <Empty drawing="cairn" title={t("stock.none.title")} text={t("stock.none.text")}>
        <Button onClick={onAll}>{t("stock.none.all")}</Button>
      </Empty>
    );
  return (
    <DataTable
      label={t("stock.title")}
      columns={columnsOf(isWide.value ? (narrow ? "beside a panel" : "wide") : "phone")}
      rows={pages.rows}
      idOf={idOf}
      current={open}
      onOpen={onOpen}
      total={first.products}
      onEnd={pages.more}
      tall={!isWide.value}
    />
  );
}
