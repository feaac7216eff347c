import { CircleAlert, Info, TriangleAlert } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Chip, Chips } from "../../../components/Chip";
import type { Finding, Severity } from "../../../lib/apiImports";
import { t } from "../../../state";
import style from "./Findings.module.css";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];
const SIGNS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;
/** Rows drawn before somebody asks for more. */
const STEP = 20;

/** What the files say that cannot stand, or should be looked at: each with its place and what to do, errors first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const [only, setOnly] = useState<Severity | null>(null);
  const [shown, setShown] = useState(STEP);
  const counts = countsOf(findings);
  const sorted = SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity));
  const wanted = only ? sorted.filter(({ severity }) => severity === only) : sorted;
  const kinds = SEVERITIES.filter((severity) => counts[severity] > 0);
  return (
    <>
      {kinds.length > 1 && (
        <Chips label={t("desk.findings.filter")}>
          {kinds.map((severity) => (
            <Chip key={severity} on={only === severity} onClick={() => setOnly(only === severity ? null : severity)}>
              {t(`desk.findings.${severity}`, { n: counts[severity] })}
            </Chip>
          ))}
        </Chips>
      )}
      <ul class={style.list}>
        {wanted.slice(0, shown).map((finding, i) => (
          <FindingRow key={i} finding={finding} />
        ))}
      </ul>
      {wanted.length > shown && (
        <Button onClick={() => setShown(shown + 4 * STEP)}>
          {t("desk.findings.more", { n: wanted.length - shown })}
        </Button>
      )}
    </>
  );
}

export function countsOf(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** One finding: what it is, where it stands, what stands there, and the sentence that says what to do. */
export function FindingRow({ finding }: { finding: Finding }) {
  const Sign = SIGNS[finding.severity];
  return (
    <li class={`${style.row} ${style[finding.severity]}`}>
      <Sign aria-hidden="true" />
      <p class={style.message}>
        <span class="spoken">{t(`desk.findings.is.${finding.severity}`)} </span>
        {finding.message}
      </p>
      <p class={style.place}>
        <span class={style.file}>{finding.file}</span>
        {finding.line !== null && <span>{t("desk.findings.line", { line: String(finding.line) })}</span>}
        {finding.column && <span>{t("desk.findings.column", { column: finding.column })}</span>}
        {finding.value && <q class={style.value}>{finding.value}</q>}
      </p>
    </li>
  );
}
