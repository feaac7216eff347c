import { useMemo } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Empty } from "../../../components/Empty";
import { isWide } from "../../../components/useWide";
import { fetchKnowledge, type KnowledgeShown, type KnownLine } from "../../../lib/apiKnowledge";
import { lang, navigate, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import { Failed } from "../parts/Failed";
import { FilterBar } from "../parts/FilterBar";
import page from "../parts/page.module.css";
import { SavedViews } from "../parts/SavedViews";
import { Split } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import type { RoomProps } from "../rooms";
import { columns } from "./columns";
import { DraftBar } from "./DraftBar";
import { changes } from "./draft";
import style from "./knowledge.module.css";
import { Panel } from "./Panel";
import { type Sieve, sifted } from "./rows";
import { type Sifting, useSieve } from "./useSieve";

const idOf = ({ id }: KnownLine): string => id;

/** What the advice asks, needs, judges and says, readable; and edited by the road of every change. */
export default function KnowledgeRoom({ id, query, mayWrite }: RoomProps) {
  const { data, failure, again } = useAsked(`knowledge ${lang.value}`, fetchKnowledge);
  return (
    <>
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("knowledge.title")}</h1>
          <p class={page.lead}>{t("knowledge.lead")}</p>
        </div>
      </header>
      {!data && failure && <Failed text={failure} onAgain={again} />}
      {!data && !failure && <Waiting rows={8} />}
      {data && <Known of={data} open={id} query={query} mayWrite={mayWrite} />}
      {mayWrite && <DraftBar onOutdated={again} />}
    </>
  );
}

interface KnownProps {
  of: KnowledgeShown;
  open: string | undefined;
  query: Sifting;
  mayWrite: boolean;
}

function Known({ of, open, query, mayWrite }: KnownProps) {
  const { sieve, now, search, show, at } = useSieve(open, query);
  const shown = useMemo(() => sifted(of.lines, sieve), [of, ...Object.values(sieve), changes.value]);
  const line = of.lines.find(({ id }) => id === open);
  const panel = line && (
    <Panel
      key={`${line.part} ${line.id}`}
      line={line}
      revision={of.revision}
      families={of.families}
      conditions={of.conditions}
      search={sieve.search}
      mayWrite={mayWrite}
      onClose={() => navigate(at())}
    />
  );
  return (
    <Split panel={panel}>
      <FilterBar
        searchLabel={t("knowledge.search")}
        search={sieve.search}
        onSearch={search}
        filters={filtersOf(sieve, of.families)}
        onFilter={(name, value) => show({ ...now, [name]: value })}
        count={t(shown.near ? "knowledge.near" : "knowledge.count", { n: shown.rows.length })}
      >
        <SavedViews room="knowledge" now={now} onOpen={show} />
      </FilterBar>
      {open && !line && <p class={style.note}>{t("knowledge.gone", { id: open })}</p>}
      {shown.rows.length === 0 ? (
        <Empty drawing="fog" title={t("knowledge.none")} text={t("knowledge.none.text")}>
          <Button onClick={() => show({})}>{t("knowledge.none.all")}</Button>
        </Empty>
      ) : (
        <DataTable
          label={t("knowledge.title")}
          columns={columns(of.families, Boolean(line))}
          rows={shown.rows}
          idOf={idOf}
          current={line?.id ?? null}
          tall={!isWide.value}
          onOpen={({ id }) => navigate(at(id))}
        />
      )}
    </Split>
  );
}

function filtersOf(sieve: Sieve, families: Readonly<Record<string, string>>) {
  const choices = (name: string, values: readonly string[]) =>
    ["", ...values].map((value) => ({ value, label: t(`knowledge.${name}.${value || "all"}`) }));
  const named = Object.entries(families).map(([value, label]) => ({ value, label }));
  return [
    {
      id: "part",
      label: t("knowledge.part"),
      value: sieve.part,
      choices: choices("part", ["criterion", "need", "question"]),
    },
    {
      id: "family",
      label: t("knowledge.family"),
      value: sieve.family,
      choices: [{ value: "", label: t("knowledge.family.all") }, ...named],
    },
    {
      id: "state",
      label: t("knowledge.state"),
      value: sieve.state,
      choices: choices("state", ["drafted", "changed", "behind", "off"]),
    },
  ];
}
