import { useEffect, useMemo, useState } from "preact/hooks";
import { Fold } from "../../../components/Fold";
import type { PagesOf } from "../../../lib/apiImports";
import { lang, snapshot, t } from "../../../state";
import style from "./Difference.module.css";
import { DifferenceRows } from "./DifferenceRows";
import { Failed } from "./Failed";
import { FilterBar } from "./FilterBar";
import page from "./page.module.css";
import { type DifferenceRow, isSought, type DifferenceTable as Table, tablesOf } from "./rows";
import { type PageOf, usePages } from "./usePages";
import { Waiting } from "./Waiting";

/** From here on nobody finds a line by looking. */
const MANY = 20;
/** Between the last letter and the question: the server goes through all of a list. */
const REST_MS = 300;

interface FoundPage extends PageOf<DifferenceRow> {
  /** How many there are on all pages. */
  found: number;
}

interface Props {
  table: Table;
  open: boolean;
  pages?: PagesOf;
}

/** One table of a difference, folded: all of it here, or page by page where it is too long to come at once. */
export function DifferenceTable({ table, open, pages }: Props) {
  const [isOpen, setOpen] = useState(open);
  const isLong = table.more > 0 && pages !== undefined;
  return (
    <Fold
      title={titleOf(table)}
      line={t("desk.diff.rows", { n: table.rows.length + table.more })}
      open={open}
      onToggle={setOpen}
    >
      {isLong ? isOpen && <Long table={table} pages={pages} /> : <Short table={table} />}
    </Fold>
  );
}

const titleOf = ({ id }: Table): string => t(`desk.diff.table.${id}`);

function Short({ table }: { table: Table }) {
  const [search, setSearch] = useState("");
  const rows = useMemo(() => table.rows.filter((row) => isSought(row, search)), [table, search]);
  return (
    <>
      {table.rows.length > MANY && <Search n={rows.length} search={search} onSearch={setSearch} />}
      <Found table={table} rows={rows} />
      {table.more > 0 && <p class={style.more}>{t("desk.diff.more", { n: table.more })}</p>}
    </>
  );
}

/** The server pages and searches; until it answers the first of the list stand there. */
function Long({ table, pages }: { table: Table; pages: PagesOf }) {
  const [search, setSearch] = useState("");
  const q = useRested(search.trim());
  const currency = snapshot.value?.shop.currency;
  const { rows, first, failure, again, more } = usePages<DifferenceRow, FoundPage>(
    `${table.id} ${q} ${lang.value}`,
    async (cursor, signal) => {
      const part = await pages({ part: table.id, q, cursor: cursor || "0" }, signal);
      const items = tablesOf(part, currency).find(({ id }) => id === table.id)?.rows ?? [];
      return { items, next_cursor: part.next_cursor, found: part.found ?? items.length };
    },
  );
  return (
    <>
      <Search n={first?.found ?? table.rows.length + table.more} search={search} onSearch={setSearch} />
      {first && <Found table={table} rows={rows} onEnd={more} />}
      {!first && failure && <Failed text={failure} onAgain={again} />}
      {!first && !failure && (q === "" ? <Found table={table} rows={table.rows} /> : <Waiting part rows={6} />)}
    </>
  );
}

/** What was written, once nobody writes any more. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

function Search({ n, search, onSearch }: { n: number; search: string; onSearch: (text: string) => void }) {
  return (
    <FilterBar
      searchLabel={t("desk.diff.search")}
      search={search}
      onSearch={onSearch}
      count={t(search.trim() ? "desk.diff.found" : "desk.diff.rows", { n })}
    />
  );
}

function Found({ table, rows, onEnd }: { table: Table; rows: readonly DifferenceRow[]; onEnd?: () => void }) {
  if (rows.length === 0) return <p class={page.note}>{t("desk.diff.none")}</p>;
  return <DifferenceRows id={table.id} label={titleOf(table)} rows={rows} {...(onEnd ? { onEnd } : {})} />;
}
