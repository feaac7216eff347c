import { useMemo, useState } from "preact/hooks";
import { isWide } from "../../../components/useWide";
import { fetchKnowledge, type KnowledgeShown } from "../../../lib/apiKnowledge";
import { lang, navigate, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import { Failed } from "../parts/Failed";
import { FilterBar } from "../parts/FilterBar";
import page from "../parts/page.module.css";
import { Split } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import type { RoomProps } from "../rooms";
import { columns } from "./columns";
import { DraftBar } from "./DraftBar";
import { Panel } from "./Panel";
import { type Row, rowsOf, type Sieve, sifted } from "./rows";

const EVERYTHING: Sieve = { search: "", part: "", family: "", state: "" };
const idOf = ({ id }: Row): string => id;

/** What the advice asks, judges and says, readable; and edited by the road of every change. */
export default function KnowledgeRoom({ id, mayWrite }: RoomProps) {
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
      {data && <Known of={data} open={id} mayWrite={mayWrite} />}
      {mayWrite && <DraftBar onOutdated={again} />}
    </>
  );
}

function Known({ of, open, mayWrite }: { of: KnowledgeShown; open: string | undefined; mayWrite: boolean }) {
  const [sieve, setSieve] = useState(EVERYTHING);
  const rows = useMemo(() => rowsOf(of), [of]);
  const shown = useMemo(() => sifted(rows, sieve), [rows, sieve]);
  const row = rows.find(({ id }) => id === open);
  const close = () => navigate("/desk/knowledge");
  return (
    <Split
      panel={
        row && (
          <Panel
            key={row.id}
            row={row}
            families={of.families}
            conditions={of.conditions}
            mayWrite={mayWrite}
            onClose={close}
          />
        )
      }
    >
      <FilterBar
        searchLabel={t("knowledge.search")}
        search={sieve.search}
        onSearch={(search) => setSieve({ ...sieve, search })}
        filters={filtersOf(sieve, of.families)}
        onFilter={(name, value) => setSieve({ ...sieve, [name]: value })}
        count={t("knowledge.count", { n: shown.length })}
      />
      <DataTable
        label={t("knowledge.title")}
        columns={columns(of.families, Boolean(row))}
        rows={shown}
        idOf={idOf}
        current={row?.id ?? null}
        tall={!isWide.value}
        onOpen={({ id }) => navigate(`/desk/knowledge/${id}`)}
      />
    </Split>
  );
}

function filtersOf(sieve: Sieve, families: Readonly<Record<string, string>>) {
  const choices = (name: string, values: readonly string[]) =>
    ["", ...values].map((value) => ({ value, label: t(`knowledge.${name}.${value || "all"}`) }));
  const named = Object.entries(families).map(([value, label]) => ({ value, label }));
  return [
    { id: "part", label: t("knowledge.part"), value: sieve.part, choices: choices("part", ["criterion", "question"]) },
    {
      id: "family",
      label: t("knowledge.family"),
      value: sieve.family,
      choices: [{ value: "", label: t("knowledge.family.all") }, ...named],
    },
    { id: "state", label: t("knowledge.state"), value: sieve.state, choices: choices("state", ["changed", "off"]) },
  ];
}
