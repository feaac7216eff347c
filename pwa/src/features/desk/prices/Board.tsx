import { useMemo, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { isWide } from "../../../components/useWide";
import { fetchPrices, type PricedProduct, type Prices } from "../../../lib/apiPrices";
import { date } from "../../../lib/format";
import { href, lang, navigate, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import { Failed } from "../parts/Failed";
import page from "../parts/page.module.css";
import { Split } from "../parts/SidePanel";
import { type Pages, usePages } from "../parts/usePages";
import { useShops } from "../parts/useShops";
import { Waiting } from "../parts/Waiting";
import { columnsOf } from "./columns";
import { Deeds } from "./Deeds";
import { DraftBar } from "./DraftBar";
import { Filters } from "./Filters";
import { Piece } from "./Piece";
import { RulePanel } from "./RulePanel";

const LISTED = ["shop", "q", "category", "carried", "state"] as const;
export type Listed = Partial<Record<(typeof LISTED)[number], string>>;
const idOf = ({ ref }: PricedProduct): string => ref;

/** The table of a shop's prices, with a piece or a rule beside it. */
export function Board({ query, mayWrite }: { query: Record<string, string>; mayWrite: boolean }) {
  const listed = useMemo(() => listedOf(query), [JSON.stringify(query)]);
  const shops = useShops(listed.shop);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { shop: _, ...said } = listed;
  const key = shops.id ? `prices ${lang.value} ${shops.id} ${JSON.stringify(said)}` : null;
  const load = (cursor: string, signal?: AbortSignal) =>
    fetchPrices(shops.id, { ...said, lang: lang.peek(), cursor }, signal);
  const pages = usePages<PricedProduct, Prices>(key, load);
  const show = (next: Record<string, string | undefined>) =>
    navigate(href("/desk/prices", next).slice(1), { replace: true });
  const close = () => show(listed);
  const open = pages.rows.find(({ ref }) => ref === query.piece);
  const currency = shops.shop?.currency ?? "EUR";
  const refs = [...picked];
  const panel =
    query.rule === "1" && pages.first ? (
      <RulePanel shops={shops} choice={{ ...said, refs }} total={pages.first.variants} onClose={close} />
    ) : (
      open && (
        <Piece key={open.ref} shop={shops.id} piece={open} currency={currency} mayWrite={mayWrite} onClose={close} />
      )
    );
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("prices.title")}</h1>
          {pages.first?.known_since && (
            <p class={page.lead}>{t("prices.known", { date: date(pages.first.known_since) })}</p>
          )}
        </div>
        <Deeds shop={shops.id} mayWrite={mayWrite} onRule={() => show({ ...listed, rule: "1" })} picked={picked.size} />
      </header>
      <Split panel={panel || null}>
        <Filters listed={listed} shops={shops} first={pages.first} onShow={show} />
        <Rows
          pages={pages}
          shop={shops.id}
          currency={currency}
          open={open?.ref ?? null}
          narrow={Boolean(panel)}
          {...(mayWrite ? { picked, onPick: setPicked } : {})}
          onOpen={({ ref }) => show({ ...listed, piece: ref })}
          onAll={() => show({ shop: listed.shop })}
        />
        {mayWrite && query.rule !== "1" && <DraftBar shop={shops.id} />}
      </Split>
    </>
  );
}

export const listedOf = (query: Readonly<Record<string, string>>): Listed =>
  Object.fromEntries(LISTED.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));

interface RowsProps {
  pages: Pages<PricedProduct, Prices>;
  shop: string;
  currency: string;
  open: string | null;
  narrow: boolean;
  picked?: ReadonlySet<string>;
  onPick?: (picked: ReadonlySet<string>) => void;
  onOpen: (piece: PricedProduct) => void;
  onAll: () => void;
}

function Rows({ pages, shop, currency, open, narrow, picked, onPick, onOpen, onAll }: RowsProps) {
  const columns = columnsOf(shop, currency, narrow, !isWide.value);
  const { first, failure } = pages;
  if (failure && !first) return <Failed text={failure} onAgain={pages.again} />;
  if (!first) return <Waiting />;
  if (first.products === 0)
    return (
      <Empty drawing="cairn" title={t("prices.none.title")} text={t("prices.none.text")}>
        <Button onClick={onAll}>{t("prices.none.all")}</Button>
      </Empty>
    );
  return (
    <DataTable
      label={t("prices.title")}
      columns={columns}
      rows={pages.rows}
      idOf={idOf}
      {...(picked && onPick ? { picked, onPick } : {})}
      current={open}
      onOpen={onOpen}
      total={first.products}
      onEnd={pages.more}
      tall={!isWide.value}
    />
  );
}
