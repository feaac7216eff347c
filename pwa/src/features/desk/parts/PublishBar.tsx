import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import type { Removals } from "../../../lib/apiImports";
import { t } from "../../../state";
import { ConfirmButton } from "./ConfirmButton";
import { Field } from "./Field";
import style from "./PublishBar.module.css";
import { removedText } from "./removed";

interface Props {
  /** How many things change; 0 where only counts of stock come with the file. */
  changes: number;
  /** What goes is confirmed by its number. */
  removals: Removals | null;
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
  const gone = removals && removals.count > 0 ? removedText(removals) : null;
  return (
    <section class={style.bar} aria-label={t("desk.publish.label")}>
      <div class={style.note}>
        <Field label={t("desk.publish.note")} value={note} onInput={setNote} />
      </div>
      <div class={style.deeds}>
        {children}
        {gone && !busy ? (
          <ConfirmButton
            kind="main"
            confirm={t("desk.publish.removing", { gone })}
            about={t("desk.publish.about", { gone })}
            count={removals?.count ?? 0}
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
