import type { Trial } from "../../../lib/apiImports";
import { t } from "../../../state";
import { ChangedAdvice } from "../parts/ChangedAdvice";
import { Findings } from "../parts/Findings";
import page from "../parts/page.module.css";
import { onlyAsks } from "./columns";

/** Whom the range would advise otherwise. */
export function Advised({ trial }: { trial: Trial }) {
  const { advice } = trial;
  if (!advice || advice.changed_count + (advice.requests?.changed_count ?? 0) === 0) return null;
  return (
    <section class={page.part} aria-labelledby="advised">
      <h2 id="advised" class={page.heading}>
        {t("import.advice")}
      </h2>
      <ChangedAdvice advice={advice} />
    </section>
  );
}

/** What the files say that should be looked at. */
export function Found({ trial }: { trial: Trial }) {
  // What the page itself asks about is not told a second time as an error.
  const findings = onlyAsks(trial) ? trial.findings.filter(({ severity }) => severity !== "error") : trial.findings;
  if (findings.length === 0) return null;
  return (
    <section class={page.part} aria-labelledby="found">
      <h2 id="found" class={page.heading}>
        {t(trial.state === "refused" && !onlyAsks(trial) ? "import.findings.refused" : "import.findings")}
      </h2>
      <Findings findings={findings} />
    </section>
  );
}
