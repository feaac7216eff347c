import { Button } from "../../../components/Button";
import { t, when } from "../../../state";
import { Newer } from "./Newer";
import style from "./products.module.css";
import type { Editor } from "./useEditor";

interface Props {
  editor: Editor;
  onClose: () => void;
}

/** What the form must say before its fields: a draft found again, somebody else's changes. */
export function Notices({ editor, onClose }: Props) {
  return (
    <div class={style.notices} aria-live="polite">
      {editor.found && editor.isChanged && (
        <p class={style.notice}>{t("products.draft.found", { when: when(editor.found) })}</p>
      )}
      {editor.isGone && <Gone editor={editor} onClose={onClose} />}
      {editor.newer && <Newer key={editor.newer.product.etag} editor={editor} newer={editor.newer} />}
    </div>
  );
}

/** Somebody took the product away: what was typed can go on as a new one, or be dropped. */
function Gone({ editor, onClose }: Props) {
  return (
    <section class={style.newer}>
      <h3 class={style.newerTitle}>{t("products.gone.title")}</h3>
      <p>{t(editor.isChanged ? "products.gone.draft" : "products.gone.text")}</p>
      <div class={style.deeds}>
        <Button onClick={editor.revive}>{t("products.gone.revive")}</Button>
        <Button
          kind="quiet"
          onClick={() => {
            editor.drop();
            onClose();
          }}
        >
          {t(editor.isChanged ? "products.drop" : "products.gone.close")}
        </Button>
      </div>
    </section>
  );
}
