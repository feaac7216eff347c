import { useState } from "preact/hooks";
import { Button } from "../../../components/Button";
import { say } from "../../../components/Toast";
import { proposeChanges } from "../../../lib/apiProducts";
import { log } from "../../../lib/log";
import { href, navigate, t } from "../../../state";
import { ConfirmButton } from "../parts/ConfirmButton";
import { reasonOf } from "../parts/reason";
import { NewProduct } from "./NewProduct";
import { Part } from "./Part";
import style from "./products.module.css";
import type { Editor } from "./useEditor";

/** What is done with a product as a whole: a copy of it, or its leaving. */
export function EditorDeeds({ editor }: { editor: Editor }) {
  const [copying, setCopying] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { product, form } = editor;
  if (!product) return null;
  const n = product.variants.length;
  const remove = async () => {
    setFailure(null);
    try {
      const note = t("products.remove.note", { name: product.name }).slice(0, 200);
      const id = await proposeChanges(note, [{ ref: product.ref, if_match: product.etag, remove: true }]);
      say(t("products.proposed"));
      navigate(`/desk/import/${id}`);
    } catch (cause) {
      log.info("not proposed", cause);
      if (!(await editor.look())) setFailure(reasonOf(cause));
    }
  };
  return (
    <Part title={t("products.part.whole")} isOpen={false}>
      <div class={style.deeds}>
        <Button onClick={() => setCopying(true)}>{t("products.copy")}</Button>
        <ConfirmButton
          confirm={t("products.remove.sure", { n })}
          about={t("products.remove.about")}
          onConfirm={() => void remove()}
        >
          {t("products.remove")}
        </ConfirmButton>
      </div>
      {failure && (
        <p class={style.refusal} role="alert">
          {failure}
        </p>
      )}
      {copying && (
        <NewProduct
          from={form}
          onClose={() => setCopying(false)}
          onMake={(ref) => navigate(href(`/desk/products/${ref}`, { new: "1" }))}
        />
      )}
    </Part>
  );
}
