import { useEffect, useMemo, useRef } from "preact/hooks";
import { Empty } from "../../../components/Empty";
import { isWide } from "../../../components/useWide";
import { type Completeness, fetchCompleteness } from "../../../lib/apiProducts";
import { addWords } from "../../../lib/i18n";
import { href, lang, navigate, session, t } from "../../../state";
import { DataTable } from "../parts/DataTable";
import { Failed } from "../parts/Failed";
import { isStill } from "../parts/isStill";
import page from "../parts/page.module.css";
import { Split } from "../parts/SidePanel";
import { useAsked } from "../parts/useAsked";
import { Waiting } from "../parts/Waiting";
import words from "../products/words.json";
import type { RoomProps } from "../rooms";
import { Choices } from "./Choices";
import { columnsFor } from "./columns";
import { Fill } from "./Fill";
import { idOf, shownOf } from "./rows";

// The fields of a product's form speak its room's words.
addWords(words);
const ROOM = "/desk/completeness";

/** What to find out first: the facts that nobody states, by the advice that they could have changed. */
export default function CompletenessRoom({ id, query, mayWrite }: RoomProps) {
  const shop = query.shop ?? session.value?.shop.id ?? "";
  const days = query.days ?? "7";
  const asked = useAsked(`completeness ${shop} ${days} ${lang.value}`, (signal) =>
    fetchCompleteness({ shop, days, limit: 1000, lang: lang.peek() }, signal),
  );
  const report = useFurthest(`${shop} ${days} ${lang.value}`, asked.data);
  // A long work is answered in parts: each answer has examined more.
  useEffect(() => {
    if (asked.data && asked.data.left > 0) asked.again();
  }, [asked.data]);
  const rows = useMemo(() => shownOf(report?.rows ?? [], query.show), [report, query.show]);
  const current = rows.find((row) => idOf(row) === id);
  const columns = useMemo(
    () => columnsFor(Boolean(current), report?.basis ?? "recorded"),
    [Boolean(current), report?.basis, isWide.value, t("completeness.title")],
  );
  const show = (next: Record<string, string>, row?: string) =>
    navigate(href(row ? `${ROOM}/${encodeURIComponent(row)}` : ROOM, next), { replace: !row && !id });
  return (
    <Split
      panel={
        current && (
          <Fill
            key={idOf(current)}
            row={current}
            basis={report?.basis ?? "recorded"}
            mayWrite={mayWrite}
            onClose={() => isStill(`${ROOM}/`) && show(query)}
          />
        )
      }
    >
      <header class={page.head}>
        <div>
          <h1 class={page.title}>{t("completeness.title")}</h1>
          <p class={page.lead}>{t("completeness.lead")}</p>
        </div>
      </header>
      <Choices query={{ ...query, shop, days }} report={report} count={rows.length} onShow={(next) => show(next)} />
      {!report && asked.failure && <Failed text={asked.failure} onAgain={asked.again} />}
      {!report && !asked.failure && <Waiting />}
      {report && rows.length === 0 && (
        <Empty drawing="hut" title={t("completeness.none.title")} text={t("completeness.none.text")} />
      )}
      {rows.length > 0 && (
        <DataTable
          label={t("completeness.list")}
          columns={columns}
          rows={rows}
          idOf={idOf}
          current={id ?? null}
          tall={!isWide.value}
          onOpen={(row) => show(query, idOf(row))}
        />
      )}
    </Split>
  );
}

/** Of the answers to one question the one that has examined most: each worker of the server counts for itself. */
function useFurthest(key: string, report: Completeness | undefined): Completeness | undefined {
  const held = useRef<{ key: string; report: Completeness } | null>(null);
  const before = held.current?.key === key ? held.current.report : undefined;
  if (report && (!before || isFurther(report, before))) held.current = { key, report };
  return held.current?.key === key ? held.current.report : report;
}

const isFurther = (one: Completeness, other: Completeness): boolean =>
  one.revision !== other.revision || one.left === 0 || one.left < other.left;
