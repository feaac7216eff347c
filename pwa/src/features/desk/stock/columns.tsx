import type { StockedProduct, StockedVariant } from "../../../lib/apiStock";
import { moment } from "../../../lib/format";
import { t } from "../../../state";
import { PieceName } from "../parts/PieceName";
import type { Column } from "../parts/table";
import { Sizes } from "./Sizes";
import style from "./stock.module.css";

type Room = "wide" | "beside a panel" | "phone";

/** What a piece shows: its sizes as the seller sees them, their sum, and the age of the oldest count. */
export function columnsOf(room: Room): readonly Column<StockedProduct>[] {
  if (room === "phone") return [name(true), SUM_AND_AGE()];
  return [name(false), ...(room === "wide" ? [SIZES()] : []), SUM(), AGE()];
}

const name = (tall: boolean): Column<StockedProduct> => ({
  id: "name",
  title: t("stock.piece"),
  cell: (piece) => <PieceName name={piece.name} brand={piece.brand} tall={tall} />,
});

const SIZES = (): Column<StockedProduct> => ({
  id: "sizes",
  title: t("stock.sizes"),
  width: "44%",
  cell: ({ variants }) => <Sizes variants={variants} />,
});

const SUM = (): Column<StockedProduct> => ({
  id: "sum",
  title: t("stock.sum"),
  width: "6rem",
  figure: true,
  cell: ({ variants }) => sumOf(variants),
});

const AGE = (): Column<StockedProduct> => ({
  id: "counted",
  title: t("stock.counted"),
  width: "8rem",
  figure: true,
  cell: ({ variants }) => oldestOf(variants),
});

const SUM_AND_AGE = (): Column<StockedProduct> => ({
  ...SUM(),
  cell: ({ variants }) => (
    <>
      {sumOf(variants)}
      <span class={style.age}>{oldestOf(variants)}</span>
    </>
  ),
});

function sumOf(variants: readonly StockedVariant[]): string {
  const known = variants.filter(({ level }) => level !== null);
  if (known.length === 0) return "?";
  return String(known.reduce((sum, { level }) => sum + (level?.quantity ?? 0), 0));
}

function oldestOf(variants: readonly StockedVariant[]): string {
  const counted = variants.flatMap(({ level }) => (level ? [level.counted_at] : [])).sort();
  return counted[0] ? moment(counted[0]) : t("stock.never");
}
