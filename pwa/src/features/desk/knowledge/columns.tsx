import type { KnownLine } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import type { Column } from "../parts/table";
import { isDrafted, isRefused } from "./draft";
import style from "./knowledge.module.css";

/** What the table shows of a criterion, a need or a question; beside an open one, only what names it. */
export const columns = (families: Readonly<Record<string, string>>, narrow: boolean): readonly Column<KnownLine>[] =>
  narrow ? all(families).filter(({ minor }) => !minor) : all(families);

const all = (families: Readonly<Record<string, string>>): readonly Column<KnownLine>[] => [
  { id: "name", title: t("knowledge.column.name"), cell: (row) => <Name of={row} /> },
  { id: "part", title: t("knowledge.part"), cell: ({ part }) => t(`knowledge.one.${part}`), width: "12%", minor: true },
  {
    id: "for",
    title: t("knowledge.column.for"),
    cell: ({ families: ids }) => ids.map((id) => families[id] ?? id).join(", "),
    width: "15%",
    minor: true,
  },
  { id: "when", title: t("knowledge.column.when"), cell: ({ when }) => when, width: "27%", minor: true },
  {
    id: "weight",
    title: t("knowledge.column.weight"),
    cell: ({ hard, weight }) => (hard ? t("knowledge.hard") : (weight ?? "")),
    width: "84px",
    figure: true,
  },
];

function Name({ of }: { of: KnownLine }) {
  return (
    <span class={`${style.name} ${of.on ? "" : style.off}`}>
      {of.name}
      {!of.on && <span class={style.mark}>{t("knowledge.state.off")}</span>}
      {of.otherwise && <span class={style.mark}>{t("knowledge.state.changed")}</span>}
      {of.behind.length > 0 && <span class={style.drafted}>{t("knowledge.state.behind")}</span>}
      {isRefused(of.part, of.id) && <span class={style.refused}>{t("knowledge.refused")}</span>}
      {isDrafted(of.part, of.id) && <span class={style.drafted}>{t("knowledge.drafted")}</span>}
    </span>
  );
}
