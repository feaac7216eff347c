import { Download } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Chip, Chips } from "../../../components/Chip";
import type { Finding, Severity } from "../../../lib/apiImports";
import { t } from "../../../state";
import { FilterBar } from "./FilterBar";
import { FindingKind } from "./FindingKind";
import style from "./Findings.module.css";
import { countsOf, type FindingGroup, groupsOf, isFound, isMore, SEVERITIES } from "./findingGroups";
import { findingsFile } from "./findingsFile";
import page from "./page.module.css";
import { saveFile } from "./saveFile";

/** From here on nobody finds a line by looking. */
const MANY = 20;
/** Kinds drawn before somebody asks for more. */
const STEP = 30;
/** Kinds, and places of one, that stand open without hiding what comes after them. */
const FEW = 3;
const SHORT = 5;

/** What the files say that cannot stand, or should be looked at: each kind once, with its places and what to do, errors first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const [only, setOnly] = useState<Severity | null>(null);
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(STEP);
  const counts = useMemo(() => countsOf(findings), [findings]);
  const wanted = useMemo(() => sought(findings, only, search), [findings, only, search]);
  const groups = useMemo(() => groupsOf(wanted), [wanted]);
  const rest = groups.length - shown;
  return (
    <>
      <Severities counts={counts} only={only} onOnly={setOnly} />
      {findings.length > MANY && (
        <FilterBar
          searchLabel={t("desk.findings.search")}
          search={search}
          onSearch={setSearch}
          count={t("desk.findings.count", { n: wanted.filter((one) => !isMore(one)).length })}
        >
          <Button kind="quiet" onClick={() => saveFile(findingsFile(wanted), t("desk.findings.save.name"))}>
            <Download aria-hidden="true" />
            {t("desk.findings.save")}
          </Button>
        </FilterBar>
      )}
      {groups.length === 0 && <p class={page.note}>{t("desk.findings.none")}</p>}
      <ul class={style.list}>
        {groups.slice(0, shown).map((group) => (
          <FindingKind key={group.key} of={group} open={isOpen(group, groups.length)} />
        ))}
      </ul>
      {rest > 0 && <Button onClick={() => setShown(shown + STEP)}>{t("desk.findings.groups", { n: rest })}</Button>}
    </>
  );
}

/** What must be corrected is in sight at once; what may be passed over, where it is short. */
const isOpen = ({ severity, findings }: FindingGroup, kinds: number): boolean =>
  kinds <= FEW && (severity === "error" || findings.length <= SHORT);

function sought(findings: readonly Finding[], only: Severity | null, search: string): readonly Finding[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (!only && words.length === 0) return findings;
  return findings.filter((one) => (!only || one.severity === only) && isFound(one, words));
}

interface SeveritiesProps {
  counts: Record<Severity, number>;
  only: Severity | null;
  onOnly: (only: Severity | null) => void;
}

function Severities({ counts, only, onOnly }: SeveritiesProps) {
  const kinds = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (kinds.length < 2) return null;
  return (
    <div class={style.severities}>
      <Chips label={t("desk.findings.filter")}>
        {kinds.map((severity) => (
          <Chip key={severity} on={only === severity} onClick={() => onOnly(only === severity ? null : severity)}>
            {t(`desk.findings.${severity}`, { n: counts[severity] })}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
