import { Button } from "../../../components/Button";
import { t, when } from "../../../state";
import { fieldLabel, valueText } from "../parts/values";
import style from "./products.module.css";
import type { Editor } from "./useEditor";

/** What the form must say before its fields: a draft found again, somebody else's changes, refusals. */
export function Notices({ editor, problems }: { editor: Editor; problems: readonly string[] }) {
  return (
    <div class={style.notices} aria-live="polite">
      {editor.found && editor.isChanged && (
        <p class={style.notice}>{t("products.draft.found", { when: when(editor.found) })}</p>
      )}
      {editor.newer && <Newer editor={editor} newer={editor.newer} />}
      {problems.length > 0 && (
        <div class={style.refusal} role="alert">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** Somebody published this product while it was being edited: what they changed, and the way on with one's own changes. */
function Newer({ editor, newer }: { editor: Editor; newer: NonNullable<Editor["newer"]> }) {
  const { taken, overlaps } = newer.rebased;
  return (
    <section class={style.newer}>
      <h3 class={style.newerTitle}>{t("products.newer.title", { revision: newer.product.revision })}</h3>
      {taken.length > 0 && (
        <p>{t("products.newer.taken", { fields: taken.map(labelOf).join(", "), n: taken.length })}</p>
      )}
      {overlaps.length > 0 && (
        <ul class={style.overlaps}>
          {overlaps.map(({ field, theirs, mine }) => (
            <li key={field}>
              {t("products.newer.both", {
                field: labelOf(field),
                theirs: valueText(field, theirs),
                mine: valueText(field, mine),
              })}
            </li>
          ))}
        </ul>
      )}
      <Button onClick={editor.takeNewer}>{t(editor.isChanged ? "products.newer.take" : "products.newer.show")}</Button>
    </section>
  );
}

/** A field of the form in words; a variant by its code, a price by its shop. */
const labelOf = (field: string): string => {
  const [stem = "", key = ""] = field.split(".");
  if (stem === "variants") return t("products.field.variant", { gtin: key });
  if (stem === "prices") return t("products.field.price", { gtin: key.split("/")[1] ?? key });
  return fieldLabel(field);
};
