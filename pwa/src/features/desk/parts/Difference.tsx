import { Minus } from "lucide-preact";
import { useMemo } from "preact/hooks";
import { Fold } from "../../../components/Fold";
import type { Changes, SampleAdvice } from "../../../lib/apiImports";
import { products, snapshot, t } from "../../../state";
import { DataTable } from "./DataTable";
import style from "./Difference.module.css";
import { type DifferenceRow, type DifferenceTable, tablesOf } from "./rows";
import { isNothing, type Sentence, type SizesLeft, sentencesOf } from "./sentences";
import type { Column } from "./table";

/** The sizes of a piece that stay, as far as this device knows them. */
const sizesLeft: SizesLeft = (ref, gone) => {
  const variants = products.value.get(ref)?.variants;
  return variants ? new Set(variants.filter(({ gtin }) => !gone.has(gtin)).map(({ size }) => size)) : null;
};

interface Props {
  changes: Changes;
  advice?: SampleAdvice | null;
}

/** What differs: sentences first, then tables of old and new. */
export function Difference({ changes, advice = null }: Props) {
  const currency = snapshot.value?.shop.currency;
  const sentences = sentencesOf(changes, advice, sizesLeft);
  const tables = useMemo(() => tablesOf(changes, currency), [changes, currency]);
  return (
    <>
      <Sentences sentences={sentences} />
      {tables.map((table) => (
        <Table key={table.id} table={table} open={tables.length === 1} />
      ))}
      {isNothing(changes) && <p class={style.nothing}>{t("desk.diff.nothing")}</p>}
    </>
  );
}

export function Sentences({ sentences }: { sentences: readonly Sentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul class={style.sentences}>
      {sentences.map(({ id, text, detail, gone }) => (
        <li key={id} class={`${style.sentence} ${gone ? style.gone : ""}`}>
          {gone && <Minus aria-hidden="true" />}
          <span>
            <Figured text={text} />
            {detail && <span class={style.detail}>{detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The figure that a sentence begins with is what the eye looks for. */
function Figured({ text }: { text: string }) {
  const figure = /^\d[\d\u202f,]*/.exec(text)?.[0] ?? "";
  return (
    <span class={style.text}>
      <strong class={style.figure}>{figure}</strong>
      {text.slice(figure.length)}
    </span>
  );
}

const idOf = ({ key }: DifferenceRow): string => key;

function Table({ table, open }: { table: DifferenceTable; open: boolean }) {
  const title = t(`desk.diff.table.${table.id}`);
  return (
    <Fold title={title} line={t("desk.diff.rows", { n: table.rows.length })} open={open}>
      <DataTable label={title} columns={columnsOf(table.id)} rows={table.rows} idOf={idOf} />
      {table.more > 0 && <p class={style.more}>{t("desk.diff.more", { n: table.more })}</p>}
    </Fold>
  );
}

function columnsOf(id: string): readonly Column<DifferenceRow>[] {
  const isPrice = id === "prices";
  return [
    { id: "what", title: t("desk.diff.column.what"), cell: ({ what }) => what },
    {
      id: "field",
      title: t(isPrice ? "desk.diff.column.shop" : "desk.diff.column.field"),
      cell: ({ field }) => field,
      width: "18%",
      minor: isPrice,
    },
    {
      id: "before",
      title: t("desk.diff.column.before"),
      cell: ({ before }) => <del class={style.before}>{before}</del>,
      width: "22%",
      figure: isPrice,
    },
    {
      id: "after",
      title: t("desk.diff.column.after"),
      cell: ({ after }) => <ins class={style.after}>{after}</ins>,
      width: "22%",
      figure: isPrice,
    },
    {
      id: "origin",
      title: t(isPrice ? "desk.diff.column.turn" : "desk.diff.column.origin"),
      cell: ({ origin }) => origin ?? "",
      width: "104px",
      minor: true,
      figure: isPrice,
    },
  ];
}
