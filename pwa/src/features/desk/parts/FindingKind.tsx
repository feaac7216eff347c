import { CircleAlert, Info, TriangleAlert } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { Fold } from "../../../components/Fold";
import type { Finding, Severity } from "../../../lib/apiImports";
import { t } from "../../../state";
import style from "./Findings.module.css";
import type { FindingGroup } from "./findingGroups";

const SIGNS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;
/** Places drawn before somebody asks for more, and with each asking. */
const STEP = 24;

/** One kind of finding: its sentence with what to do, and every place where it holds. */
export function FindingKind({ of, open }: { of: FindingGroup; open: boolean }) {
  const [first] = of.findings;
  if (of.findings.length === 1 && first)
    return (
      <li class={`${style.single} ${style[of.severity]}`}>
        <Message severity={of.severity} text={first.message} />
        <p class={style.place}>
          <span class={style.file}>{of.file}</span>
          <Line finding={first} />
          <Column of={of} />
          <Value finding={first} />
        </p>
      </li>
    );
  return (
    <li class={style[of.severity]}>
      <Fold
        open={open}
        title={<Message severity={of.severity} text={of.text} />}
        line={
          <span class={style.place}>
            <strong class={style.times}>{t("desk.findings.places", { n: of.findings.length })}</strong>
            <Column of={of} />
            <span class={style.file}>{of.file}</span>
          </span>
        }
      >
        <Places of={of} />
      </Fold>
    </li>
  );
}

function Message({ severity, text }: { severity: Severity; text: string }) {
  const Sign = SIGNS[severity];
  return (
    <span class={style.message}>
      <Sign aria-hidden="true" />
      <span>
        <span class="spoken">{t(`desk.findings.is.${severity}`)} </span>
        {text}
      </span>
    </span>
  );
}

function Column({ of: { column } }: { of: FindingGroup }) {
  return column ? <span>{t("desk.findings.column", { column })}</span> : null;
}

function Places({ of: { findings, alike } }: { of: FindingGroup }) {
  const [shown, setShown] = useState(STEP);
  const rest = findings.length - shown;
  return (
    <>
      <ul class={alike ? style.places : style.sentences}>
        {findings.slice(0, shown).map((finding, i) => (
          <li key={i} class={style.at}>
            <Line finding={finding} />
            {(alike || !isSaid(finding)) && <Value finding={finding} />}
            {!alike && <span class={style.said}>{finding.message}</span>}
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p class={style.more}>
          <Button onClick={() => setShown(shown + 4 * STEP)}>
            {t("desk.findings.more", { n: Math.min(rest, 4 * STEP) })}
          </Button>
        </p>
      )}
    </>
  );
}

/** The sentence itself names the value. */
const isSaid = ({ message, value }: Finding): boolean => Boolean(value && message.includes(value));

function Line({ finding: { line } }: { finding: Finding }) {
  return line === null ? null : <span class={style.line}>{t("desk.findings.line", { line: String(line) })}</span>;
}

/** What stands there. */
function Value({ finding: { value } }: { finding: Finding }) {
  return value ? <span class={style.value}>{t("ui.quote", { text: value })}</span> : null;
}
