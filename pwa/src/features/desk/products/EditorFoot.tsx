import { Redo2, Undo2 } from "lucide-preact";
import { Button } from "../../../components/Button";
import { t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { sizeOf } from "./form";
import style from "./products.module.css";
import type { Editor } from "./useEditor";

interface Props {
  editor: Editor;
  busy: boolean;
  /** Why it could not be proposed. */
  failures: readonly string[];
  onPropose: () => void;
}

/** What stays under the hand: steps back and forth, how much is changed, whether it is safe, and the way on. */
export function EditorFoot({ editor, busy, failures, onPropose }: Props) {
  const n = sizeOf(editor.change);
  // What others published comes first: it would be refused.
  const waits = editor.newer !== null || editor.isGone;
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
      {failures.length > 0 && (
        <div class={style.refusal} role="alert">
          {failures.map((failure) => (
            <p key={failure}>{failure}</p>
          ))}
        </div>
      )}
      {editor.isChanged && (
        <div class={style.deeds}>
          <Button kind="main" disabled={busy || waits} onClick={onPropose}>
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
      )}
    </footer>
  );
}
