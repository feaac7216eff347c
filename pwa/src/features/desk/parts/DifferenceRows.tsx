import { ArrowRight } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Drawer } from "../../../components/Drawer";
import { isWide } from "../../../components/useWide";
import type { DifferingPicture } from "../../../lib/apiImports";
import { href, t } from "../../../state";
import { ROOMS } from "../rooms";
import { Crop } from "./Crop";
import { DataTable } from "./DataTable";
import style from "./Difference.module.css";
import type { DifferenceRow } from "./rows";
import type { Column } from "./table";

const idOf = ({ key }: DifferenceRow): string => key;

interface Props {
  /** Which table: its columns depend on it. */
  id: string;
  label: string;
  rows: readonly DifferenceRow[];
  onEnd?: () => void;
}

/** The rows of one table of a difference; one in full where it is opened. */
export function DifferenceRows({ id, label, rows, onEnd }: Props) {
  const [read, setRead] = useState<DifferenceRow | null>(null);
  const wide = isWide.value;
  return (
    <>
      <DataTable
        label={label}
        columns={wide ? columnsOf(id) : NARROW()}
        rows={rows}
        idOf={idOf}
        onOpen={setRead}
        tall={!wide}
        {...(onEnd ? { onEnd } : {})}
      />
      {read && <Whole row={read} onClose={() => setRead(null)} />}
    </>
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
        <span class={style.name}>{what}</span>
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
          <del class={style.before}>{row.brief?.[0] ?? row.before}</del>
          <ins class={`${style.after} ${style.under}`}>
            {row.brief?.[1] ?? row.after}
            {row.brief && row.origin && <span class={style.turn}> {row.origin}</span>}
          </ins>
        </>
      ),
    width: "36%",
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
