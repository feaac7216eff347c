import { ArrowRight, Minus } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Drawer } from "../../../components/Drawer";
import { Fold } from "../../../components/Fold";
import { isWide } from "../../../components/useWide";
import type { Changes, DifferingPicture, SampleAdvice } from "../../../lib/apiImports";
import { href, products, snapshot, t } from "../../../state";
import { ROOMS } from "../rooms";
import { Crop } from "./Crop";
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
  const [read, setRead] = useState<DifferenceRow | null>(null);
  const title = t(`desk.diff.table.${table.id}`);
  const wide = isWide.value;
  return (
    <Fold title={title} line={t("desk.diff.rows", { n: table.rows.length })} open={open}>
      <DataTable
        label={title}
        columns={wide ? columnsOf(table.id) : NARROW()}
        rows={table.rows}
        idOf={idOf}
        onOpen={setRead}
        tall={!wide}
      />
      {table.more > 0 && <p class={style.more}>{t("desk.diff.more", { n: table.more })}</p>}
      {read && <Whole row={read} onClose={() => setRead(null)} />}
    </Fold>
  );
}

/** One row in full: a sentence may be longer than its cell. */
function Whole({ row, onClose }: { row: DifferenceRow; onClose: () => void }) {
  const hasRoom = row.ref && ROOMS.some(({ id }) => id === "products");
  return (
    <Drawer title={row.what} onClose={onClose}>
      <dl class={style.whole}>
        <dt>{row.field}</dt>
        <dd class={style.large}>
          <Before {...row} />
        </dd>
        <dd class={style.large}>
          <After {...row} />
          {row.origin && <span class={style.detail}>{row.origin}</span>}
        </dd>
      </dl>
      {hasRoom && <Button href={href(`/desk/products/${row.ref}`)}>{t("desk.diff.open")}</Button>}
    </Drawer>
  );
}

/** A picture where there is one, as small as a row; else the words. */
function Pictured({
  of,
  says,
  children,
}: {
  of: DifferingPicture | undefined;
  says: string;
  children: ComponentChildren;
}) {
  if (!of) return children;
  return (
    <span class={style.picture}>
      <Crop photo={of.photo} focus={of.focus} shape="row" alt={says} />
    </span>
  );
}

const Before = ({ before, what, pictureBefore }: DifferenceRow) => (
  <Pictured of={pictureBefore} says={t("desk.diff.photo.before", { what })}>
    <del class={style.before}>{before}</del>
  </Pictured>
);

const After = ({ after, what, pictureAfter }: DifferenceRow) => (
  <Pictured of={pictureAfter} says={t("desk.diff.photo.after", { what })}>
    <ins class={style.after}>{after}</ins>
  </Pictured>
);

const What = ({ what, picture }: DifferenceRow) =>
  picture ? (
    <span class={style.pictured}>
      <Pictured of={picture} says="">
        {null}
      </Pictured>
      <span>{what}</span>
    </span>
  ) : (
    what
  );

/** Two lines in two columns. */
const NARROW = (): readonly Column<DifferenceRow>[] => [
  {
    id: "what",
    title: t("desk.diff.column.what"),
    cell: ({ what, field }) => (
      <>
        {what}
        <span class={style.under}>{field}</span>
      </>
    ),
  },
  {
    id: "after",
    title: t("desk.diff.column.turned"),
    cell: (row) =>
      row.pictureBefore || row.pictureAfter ? (
        <span class={style.pictured}>
          <Before {...row} />
          <ArrowRight aria-hidden="true" />
          <After {...row} />
        </span>
      ) : (
        <>
          <del class={style.before}>{row.before}</del>
          <ins class={`${style.after} ${style.under}`}>{row.after}</ins>
        </>
      ),
    width: "42%",
  },
];

function columnsOf(id: string): readonly Column<DifferenceRow>[] {
  const isPrice = id === "prices";
  return [
    { id: "what", title: t("desk.diff.column.what"), cell: (row) => <What {...row} /> },
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
      cell: (row) => <Before {...row} />,
      width: "22%",
      figure: isPrice,
    },
    {
      id: "after",
      title: t("desk.diff.column.after"),
      cell: (row) => <After {...row} />,
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
