import { isWide } from "../../../components/useWide";
import type { Completeness, LostAnswer } from "../../../lib/apiProducts";
import { number } from "../../../lib/format";
import { t } from "../../../state";
import type { Column } from "../parts/table";
import { fieldLabel, valueText } from "../parts/values";
import style from "./completeness.module.css";

const now = ({ attribute, estimated, value }: LostAnswer): string =>
  estimated && value !== null
    ? t("completeness.estimated", { value: valueText(`properties.${attribute}`, value) })
    : t("completeness.missing");

/** Beside an open fact only what names it. */
export const columnsFor = (narrow: boolean, basis: Completeness["basis"]): readonly Column<LostAnswer>[] => [
  {
    id: "fact",
    title: t("completeness.column.fact"),
    width: narrow ? "40%" : isWide.value ? "22%" : "34%",
    cell: (row) => <span class={style.cell}>{fieldLabel(`properties.${row.attribute}`)}</span>,
  },
  {
    id: "product",
    title: t("completeness.column.product"),
    cell: ({ name }) => <span class={style.cell}>{name}</span>,
  },
  ...(narrow
    ? []
    : [
        {
          id: "now",
          title: t("completeness.column.now"),
          width: "26%",
          minor: true,
          cell: (row: LostAnswer) => <span class={row.estimated ? style.guessed : style.unknown}>{now(row)}</span>,
        },
      ]),
  {
    id: "lost",
    title: t(basis === "samples" ? "completeness.column.lost.samples" : "completeness.column.lost"),
    figure: true,
    width: isWide.value ? "124px" : "84px",
    cell: ({ answers_lost }) => <strong>{number(answers_lost)}</strong>,
  },
];
