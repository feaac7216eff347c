import type { LostAnswer } from "../../../lib/apiProducts";
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
export const columnsFor = (narrow: boolean): readonly Column<LostAnswer>[] => [
  {
    id: "fact",
    title: t("completeness.column.fact"),
    width: narrow ? "40%" : "22%",
    cell: (row) => fieldLabel(`properties.${row.attribute}`),
  },
  { id: "product", title: t("completeness.column.product"), cell: ({ name }) => name },
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
    title: t("completeness.column.lost"),
    figure: true,
    width: "124px",
    cell: ({ answers_lost }) => <strong>{number(answers_lost)}</strong>,
  },
];
