import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { ConfirmButton } from "./ConfirmButton";
import { Field } from "./Field";
import style from "./PublishBar.module.css";

interface Props {
  /** How many things change; 0 where only counts of stock come with the file. */
  changes: number;
  /** How many things go: they are confirmed by their number. */
  removals: number;
  busy: boolean;
  /** Why it was not published, in words. */
  failure: string | null;
  onPublish: (note: string) => void;
  /** The other way out: discard. */
  children?: ComponentChildren;
}

/** The end of a dry run: a note for the history, and the one red button, with its count. */
export function PublishBar({ changes, removals, busy, failure, onPublish, children }: Props) {
  const [note, setNote] = useState("");
  const publish = () => onPublish(note.trim());
  return (
    <section class={style.bar} aria-label={t("desk.publish.label")}>
      <div class={style.note}>
        <Field label={t("desk.publish.note")} value={note} onInput={setNote} />
      </div>
      <div class={style.deeds}>
        {children}
        {removals > 0 && !busy ? (
          <ConfirmButton
            kind="main"
            confirm={t("desk.publish.removing", { n: removals })}
            about={t("desk.publish.about", { n: removals })}
            onConfirm={publish}
          >
            {t("desk.publish", { n: changes })}
          </ConfirmButton>
        ) : (
          <Button kind="main" disabled={busy} onClick={publish}>
            {busy ? t("desk.publish.busy") : t("desk.publish", { n: changes })}
          </Button>
        )}
      </div>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </section>
  );
}
