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
  /** How many things change in the catalogue. */
  changes: number;
  /** Counts of stock that come with the file. */
  stock?: number;
  /** What goes is confirmed by its number. */
  removals: Removals | null;
  busy: boolean;
  /** Why it was not published, in words. */
  failure: string | null;
  /** Null where something else must be done first: the children say what. */
  onPublish: ((note: string) => void) | null;
  /** The other way out: discard. */
  children?: ComponentChildren;
}

/** The end of a dry run: a note for the history, and the one red button, with its count. */
export function PublishBar({ changes, stock = 0, removals, busy, failure, onPublish, children }: Props) {
  const [note, setNote] = useState("");
  const name = changes > 0 ? t("desk.publish", { n: changes }) : t("desk.publish.counts", { n: stock });
  return (
    <section class={style.bar} aria-label={t("desk.publish.label")}>
      {onPublish && (
        <div class={style.note}>
          <Field label={t("desk.publish.note")} value={note} onInput={setNote} />
        </div>
      )}
      <div class={style.deeds}>
        {children}
        {onPublish && <Deed name={name} removals={removals} busy={busy} onDeed={() => onPublish(note.trim())} />}
      </div>
      <p role="alert" class={style.failure}>
        {failure}
      </p>
    </section>
  );
}

interface DeedProps extends Pick<Props, "removals" | "busy"> {
  name: string;
  onDeed: () => void;
}

function Deed({ name, removals, busy, onDeed }: DeedProps) {
  const gone = removals && removals.count > 0 ? removedText(removals) : null;
  if (gone && !busy)
    return (
      <ConfirmButton
        kind="main"
        confirm={t("desk.publish.removing", { gone })}
        about={t("desk.publish.about", { gone })}
        count={removals?.count ?? 0}
        onConfirm={onDeed}
      >
        {name}
      </ConfirmButton>
    );
  return (
    <Button kind="main" disabled={busy} onClick={onDeed}>
      {busy ? t("desk.publish.busy") : name}
    </Button>
  );
}
