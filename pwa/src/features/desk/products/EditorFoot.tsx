import { Redo2, Undo2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { Field } from "../parts/Field";
import { sizeOf } from "./form";
import style from "./products.module.css";
import type { Editor } from "./useEditor";

interface Props {
  editor: Editor;
  busy: boolean;
  onPropose: (note: string) => void;
}

/** What stays under the hand: steps back and forth, how much is changed, whether it is safe, and the way on. */
export function EditorFoot({ editor, busy, onPropose }: Props) {
  const [note, setNote] = useState("");
  const n = sizeOf(editor.change);
  return (
    <footer class={style.foot}>
      <div class={style.steps}>
        <button
          type="button"
          class={style.stepButton}
          disabled={!editor.canUndo}
          aria-label={t("products.undo")}
          onClick={editor.undo}
        >
          <Undo2 aria-hidden="true" />
        </button>
        <button
          type="button"
          class={style.stepButton}
          disabled={!editor.canRedo}
          aria-label={t("products.redo")}
          onClick={editor.redo}
        >
          <Redo2 aria-hidden="true" />
        </button>
        <p class={style.state} role="status">
          {n === 0 ? t("products.unchanged") : t(editor.safe ? "products.changed.safe" : "products.changed", { n })}
        </p>
      </div>
      {editor.isChanged && (
        <>
          <Field label={t("products.note")} value={note} onInput={setNote} />
          <div class={style.deeds}>
            <Button kind="main" disabled={busy} onClick={() => onPropose(note.trim())}>
              {t(busy ? "products.proposing" : "products.propose")}
            </Button>
            <ConfirmButton
              kind="quiet"
              confirm={t("products.drop.sure", { n })}
              about={t("products.drop.about")}
              onConfirm={editor.drop}
            >
              {t("products.drop")}
            </ConfirmButton>
          </div>
        </>
      )}
    </footer>
  );
}
