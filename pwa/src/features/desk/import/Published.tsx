import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../../components/Button";
import { fetchRevisions, pagesOfImport, type Trial } from "../../../lib/apiImports";
import { href, t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { Difference } from "../parts/Difference";
import page from "../parts/page.module.css";
import { useAsked } from "../parts/useAsked";
import { Advised, Found } from "./Report";
import style from "./TrialView.module.css";
import type { TrialDeeds } from "./useTrial";

/** It is done: which revision it made, what changed, and one step back while nobody has published after it. */
export function Published({ trial, deeds }: { trial: Trial; deeds: TrialDeeds }) {
  const number = trial.published_revision ?? 0;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that published is gone: whoever pressed it by keyboard goes on from here.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const isChange = number > trial.base_revision;
  return (
    <>
      <section class={style.stopped}>
        <h2 ref={heading} tabIndex={-1} class={page.heading}>
          {t(isChange ? "import.published" : "import.published.counts", { number })}
        </h2>
        <p>{t(isChange ? "import.published.text" : "import.published.counts.text")}</p>
        <p class={style.ways}>
          <Button href={href(`/desk/revisions/${number}`)}>{t("import.published.open")}</Button>
          {(trial.changes?.counts?.prices ?? 0) > 0 && (
            <Button href={href("/desk/labels", { only: "due" })}>{t("import.published.labels")}</Button>
          )}
          <Button href={href("/desk/import")}>{t("import.another")}</Button>
          {isChange && number > 1 && <Undo number={number} deeds={deeds} />}
        </p>
        <p role="alert" class={style.failure}>
          {deeds.failure}
        </p>
      </section>
      <section class={page.part} aria-labelledby="changed">
        <h2 id="changed" class={page.heading}>
          {t("import.changed")}
        </h2>
        <Difference changes={trial.changes} advice={trial.advice} pages={pagesOfImport(trial.id)} />
      </section>
      <Found trial={trial} />
      <Advised trial={trial} />
    </>
  );
}

/** One step back; where others have published since, that step would take theirs along: the history has the choice. */
function Undo({ number, deeds }: { number: number; deeds: TrialDeeds }) {
  const { data } = useAsked("newest revision", (signal) => fetchRevisions(null, 1, signal));
  const newest = data?.items[0]?.number;
  if (newest === undefined) return null;
  if (newest > number) return <Since newest={newest} />;
  return (
    <ConfirmButton
      kind="quiet"
      confirm={t("import.undo.confirm", { number: String(number - 1) })}
      about={t("import.undo.about")}
      onConfirm={deeds.undo}
      disabled={deeds.busy}
    >
      {t("import.undo")}
    </ConfirmButton>
  );
}

function Since({ newest }: { newest: number }) {
  return (
    <>
      <Button kind="quiet" href={href("/desk/revisions")}>
        {t("import.undo.history")}
      </Button>
      <span class={page.note}>{t("import.undo.after", { number: String(newest) })}</span>
    </>
  );
}
