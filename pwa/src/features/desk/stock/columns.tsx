import type { StockedProduct, StockedVariant } from "../../../lib/apiStock";
import { moment } from "../../../lib/format";
import { t } from "../../../state";
import type { Column } from "../parts/table";
import style from "./stock.module.css";

/** What a piece shows: its sizes as the seller sees them, their sum, and the age of the oldest count. */
export const columnsOf = (narrow: boolean): readonly Column<StockedProduct>[] =>
  narrow ? columns().filter(({ id }) => id !== "sizes") : columns();

const columns = (): readonly Column<StockedProduct>[] => [
  {
    id: "name",
    title: t("stock.piece"),
    cell: ({ name, brand }) => (
      <>
        {name} <span class={style.brand}>{brand}</span>
      </>
    ),
  },
  {
    id: "sizes",
    title: t("stock.sizes"),
    width: "40%",
    minor: true,
    cell: ({ variants }) => <Sizes variants={variants} />,
  },
  { id: "sum", title: t("stock.sum"), width: "6rem", figure: true, cell: ({ variants }) => sumOf(variants) },
  { id: "counted", title: t("stock.counted"), width: "8rem", figure: true, cell: ({ variants }) => oldestOf(variants) },
];

/** Solid is here, an outline is none, dotted was never counted. */
function Sizes({ variants }: { variants: readonly StockedVariant[] }) {
  return (
    <span class={style.sizes}>
      {variants.map(({ gtin, size, level }) => (
        <span key={gtin} class={`${style.size} ${style[stateOf(level?.quantity ?? null)]}`}>
          {size}
          <span class={style.figure}>{level ? level.quantity : "?"}</span>
        </span>
      ))}
    </span>
  );
}

const stateOf = (quantity: number | null): "here" | "gone" | "unknown" => {
  if (quantity === null) return "unknown";
  return quantity > 0 ? "here" : "gone";
};

function sumOf(variants: readonly StockedVariant[]): string {
  const known = variants.filter(({ level }) => level !== null);
  if (known.length === 0) return "?";
  return String(known.reduce((sum, { level }) => sum + (level?.quantity ?? 0), 0));
}

function oldestOf(variants: readonly StockedVariant[]): string {
  const counted = variants.flatMap(({ level }) => (level ? [level.counted_at] : [])).sort();
  return counted[0] ? moment(counted[0]) : t("stock.never");
}
