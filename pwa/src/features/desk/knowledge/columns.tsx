import { t } from "../../../state";
import type { Column } from "../parts/table";
import { isDrafted, isRefused } from "./draft";
import style from "./knowledge.module.css";
import { isOtherwise, type Row } from "./rows";

/** What the table shows of a criterion or a question; beside an open one, only what names it. */
export const columns = (families: Readonly<Record<string, string>>, narrow: boolean): readonly Column<Row>[] =>
  narrow ? all(families).filter(({ minor }) => !minor) : all(families);

const all = (families: Readonly<Record<string, string>>): readonly Column<Row>[] => [
  { id: "name", title: t("knowledge.column.name"), cell: (row) => <Name of={row} /> },
  {
    id: "for",
    title: t("knowledge.column.for"),
    cell: ({ part, thing }) => (part === "criterion" ? named(thing.families, families) : t("knowledge.part.question")),
    width: "17%",
    minor: true,
  },
  {
    id: "when",
    title: t("knowledge.column.when"),
    cell: ({ thing }) => thing.when,
    width: "30%",
    minor: true,
  },
  {
    id: "weight",
    title: t("knowledge.column.weight"),
    cell: ({ part, thing }) => (part === "criterion" ? (thing.hard ? t("knowledge.hard") : thing.weight) : ""),
    width: "96px",
    figure: true,
  },
];

const named = (ids: readonly string[], families: Readonly<Record<string, string>>): string =>
  ids.map((id) => families[id] ?? id).join(", ");

function Name({ of }: { of: Row }) {
  const off = !of.thing.on;
  return (
    <span class={`${style.name} ${off ? style.off : ""}`}>
      {of.thing.name}
      {off && <span class={style.mark}>{t("knowledge.state.off")}</span>}
      {isOtherwise(of.thing) && <span class={style.mark}>{t("knowledge.state.changed")}</span>}
      {isRefused(of.part, of.id) && <span class={style.refused}>{t("knowledge.refused")}</span>}
      {isDrafted(of.part, of.id) && <span class={style.drafted}>{t("knowledge.drafted")}</span>}
    </span>
  );
}
