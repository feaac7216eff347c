import { useState } from "preact/hooks";
import type { KnownEntry, KnownField } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import style from "./knowledge.module.css";
import { One } from "./One";
import { countIn, wordsOf } from "./rows";

interface Props {
  of: KnownEntry;
  /** What the room was searched for: the same words find the line. */
  search: string;
  mayWrite: boolean;
}

/** So many lines are read at a glance. */
const FEW = 8;

/** What a need comes to in each situation, the first that holds; for how many it is the one that decides. */
export function Situations({ of, search, mayWrite }: Props) {
  const rows = of.fields.filter(({ field }) => field.startsWith("value_"));
  const changes = of.fields.filter(({ field }) => field.startsWith("add_"));
  const isLong = rows.length > FEW;
  const [wanted, setWanted] = useState(isLong && matching(rows, search).length > 0 ? search : "");
  const shown = isLong && wanted ? matching(rows, wanted) : rows;
  return (
    <>
      {rows.length > 0 && <p class={style.note}>{t("knowledge.need.first")}</p>}
      {isLong && (
        <Field
          kind="search"
          label={t("knowledge.need.search")}
          value={wanted}
          onInput={setWanted}
          help={t("knowledge.need.shown", { n: shown.length, all: rows.length })}
        />
      )}
      <Lines of={of} rows={shown} mayWrite={mayWrite} />
      {changes.length > 0 && <p class={style.note}>{t("knowledge.need.added")}</p>}
      <Lines of={of} rows={changes} mayWrite={mayWrite} />
    </>
  );
}

function Lines({ of, rows, mayWrite }: { of: KnownEntry; rows: readonly KnownField[]; mayWrite: boolean }) {
  return (
    <ul class={style.situations}>
      {rows.map((one) => (
        <li key={one.field}>
          <One
            part="need"
            id={of.id}
            known={one}
            label={one.label}
            help={touchedBy(of, one.field)}
            mayWrite={mayWrite}
          />
        </li>
      ))}
    </ul>
  );
}

function touchedBy(of: KnownEntry, field: string): string {
  const line = of.touches.lines.find((one) => one.field === field);
  return line
    ? t("knowledge.need.touched", { n: line.customers, requests: line.requests })
    : t("knowledge.need.untouched");
}

/** The lines that have the most of the words. */
function matching(rows: readonly KnownField[], search: string): KnownField[] {
  const words = wordsOf(search);
  const counted = rows.map((row) => ({ row, count: countIn(`${row.label} ${row.value}`, words) }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return most === 0 ? [] : counted.filter(({ count }) => count === most).map(({ row }) => row);
}
