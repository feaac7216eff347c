import type { Trial } from "../../../lib/apiImports";
import { t } from "../../../state";
import { ChangedAdvice } from "../parts/ChangedAdvice";
import { Findings } from "../parts/Findings";
import page from "../parts/page.module.css";

/** Whom the range would advise otherwise. */
export function Advised({ trial }: { trial: Trial }) {
  if (!trial.advice || trial.advice.changed_count === 0) return null;
  return (
    <section class={page.part} aria-labelledby="advised">
      <h2 id="advised" class={page.heading}>
        {t("import.advice")}
      </h2>
      <ChangedAdvice advice={trial.advice} />
    </section>
  );
}

/** What the files say that should be looked at. */
export function Found({ trial }: { trial: Trial }) {
  if (trial.findings.length === 0) return null;
  return (
    <section class={page.part} aria-labelledby="found">
      <h2 id="found" class={page.heading}>
        {t(trial.state === "refused" ? "import.findings.refused" : "import.findings")}
      </h2>
      <Findings findings={trial.findings} />
    </section>
  );
}
