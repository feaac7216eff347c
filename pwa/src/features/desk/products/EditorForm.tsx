import type { EditorWords } from "../../../lib/apiProducts";
import { t } from "../../../state";
import { AttributeFields } from "./AttributeFields";
import { type Errors, errorOf } from "./errors";
import type { Form } from "./form";
import { Identity, Sayings } from "./Identity";
import { Part } from "./Part";
import { Picks } from "./Picks";
import style from "./products.module.css";
import { SetAside } from "./SetAside";
import type { Editor } from "./useEditor";
import { VariantsGrid } from "./VariantsGrid";

export interface FormProps {
  editor: Editor;
  words: EditorWords;
  errors: Errors;
  readOnly: boolean;
}

/** Every fact of a product that a person can state. */
export function EditorForm({ focus, ...props }: FormProps & { focus: string | undefined }) {
  const { editor, words, errors, readOnly } = props;
  const lists = (name: "technologies" | "activities" | "care" | "sources", value: readonly string[]) =>
    editor.edit(name, (form: Form) => ({ ...form, [name]: value }));
  return (
    <fieldset class={style.form} disabled={readOnly}>
      <legend class="spoken">{t("products.form")}</legend>
      <Identity {...props} />
      <Part title={t("products.part.attributes")}>
        <AttributeFields {...props} focus={focus} />
      </Part>
      <Sayings {...props} />
      <Part title={t("products.part.technologies")}>
        <Picks
          label={t("products.technologies.search")}
          value={editor.form.technologies}
          before={editor.base.technologies}
          choices={words.technologies.map(({ id, name, kind, aliases, line }) => ({
            id,
            label: name,
            words: [id, kind, ...aliases].join(" "),
            line,
          }))}
          error={errorOf(errors, "set.technologies")}
          onChange={(value) => lists("technologies", value)}
        />
      </Part>
      <Part title={t("products.part.activities")}>
        <Picks
          label={t("products.activities.search")}
          value={editor.form.activities}
          before={editor.base.activities}
          choices={words.activities}
          error={errorOf(errors, "set.activities")}
          onChange={(value) => lists("activities", value)}
        />
      </Part>
      <Part title={t("products.part.variants")}>
        <VariantsGrid {...props} />
      </Part>
      <Part title={t("products.part.care")} isOpen={false}>
        <Picks
          label={t("products.care.search")}
          value={editor.form.care}
          before={editor.base.care}
          choices={words.care.map(({ id, title }) => ({ id, label: title }))}
          implied={editor.product?.completed_care}
          error={errorOf(errors, "set.care")}
          onChange={(value) => lists("care", value)}
        />
      </Part>
      <Part title={t("products.part.sources")} isOpen={false}>
        <Picks
          label={t("products.sources.add")}
          value={editor.form.sources}
          before={editor.base.sources}
          choices={[]}
          isFree
          error={errorOf(errors, "set.sources")}
          onChange={(value) => lists("sources", value)}
        />
      </Part>
      {editor.product && editor.product.set_aside.length > 0 && (
        <Part title={t("products.part.set_aside")} isOpen={false}>
          <SetAside entries={editor.product.set_aside} />
        </Part>
      )}
    </fieldset>
  );
}
