import type { DeskLine } from "../../../lib/apiProducts";
import { capital, money } from "../../../lib/format";
import { attributes, categories, t } from "../../../state";
import type { Column } from "../parts/table";
import style from "./products.module.css";

const label = (id: string): string => attributes.value.get(id)?.label ?? id;

const price = ({ price_from_cents: low, price_to_cents: high }: DeskLine): string => {
  if (low === null) return "–";
  return high !== null && high !== low ? t("products.from", { price: money(low) }) : money(low);
};

function Cloths({ line }: { line: DeskLine }) {
  return (
    <span class={style.cloths}>
      {line.colours.slice(0, 4).map(({ hex, name }) => (
        <i key={hex + name} class={style.cloth} style={{ background: hex }} />
      ))}
      <span class="spoken">{line.colours.map(({ name }) => name).join(", ")}</span>
    </span>
  );
}

function Gaps({ line }: { line: DeskLine }) {
  if (line.missing.length === 0) return <span class={style.complete}>{t("products.complete")}</span>;
  return <span title={line.missing.map(label).join(", ")}>{line.missing.map(label).join(", ")}</span>;
}

/** What the list shows; beside an open product only what tells one from the other. */
export const columnsFor = (narrow: boolean): readonly Column<DeskLine>[] => [
  {
    id: "name",
    title: t("products.column.name"),
    sortable: true,
    cell: (line) => (
      <span class={style.named}>
        {line.name}
        {line.demonstration && <span class={style.demo}>{t("products.demo")}</span>}
      </span>
    ),
  },
  ...(narrow ? [] : wide()),
  {
    id: "missing",
    title: t("products.column.missing"),
    sortable: true,
    width: narrow ? "34%" : "20%",
    minor: true,
    cell: (line) => <Gaps line={line} />,
  },
  {
    id: "estimated",
    title: t("products.column.estimated"),
    sortable: true,
    figure: true,
    minor: true,
    width: "88px",
    cell: (line) => <span class={line.estimated.length ? style.guessed : ""}>{line.estimated.length || "–"}</span>,
  },
];

const wide = (): readonly Column<DeskLine>[] => [
  { id: "brand", title: t("products.column.brand"), sortable: true, width: "92px", minor: true, cell: (l) => l.brand },
  {
    id: "category",
    title: t("products.column.category"),
    sortable: true,
    width: "18%",
    minor: true,
    cell: (line) => capital(categories.value.get(line.category)?.label ?? line.category),
  },
  { id: "colours", title: t("products.column.colours"), width: "92px", minor: true, cell: (l) => <Cloths line={l} /> },
  {
    id: "price",
    title: t("products.column.price"),
    sortable: true,
    figure: true,
    width: "112px",
    cell: (line) => price(line),
  },
];
