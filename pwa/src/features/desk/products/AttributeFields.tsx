import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { AttributeWord } from "../../../lib/apiProducts";
import { capital } from "../../../lib/format";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { AttributeField } from "./AttributeField";
import type { FormProps } from "./EditorForm";
import style from "./products.module.css";

/** A price is the shop's; what a source once paid is no fact to edit. */
const NOT_HERE = new Set(["price_cents"]);

/** The product's attributes: first what decides advice for its kind, then what else is stated, then any other. */
export function AttributeFields(props: FormProps & { focus: string | undefined }) {
  const { editor, words, errors, focus } = props;
  const [added, setAdded] = useState<readonly string[]>(focus ? [focus] : []);
  const decisive = words.categories.find(({ id }) => id === editor.form.category)?.decisive ?? [];
  const shown = useMemo(
    () => orderOf(decisive, [...Object.keys(editor.base.attributes), ...Object.keys(editor.form.attributes), ...added]),
    [decisive, editor.base, Object.keys(editor.form.attributes).join(), added],
  );
  const known = new Map(words.attributes.map((each) => [each.id, each]));
  const rest = words.attributes.filter(({ id }) => !shown.includes(id) && !NOT_HERE.has(id));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const row = focus && list.current?.querySelector<HTMLElement>(`[data-attribute="${CSS.escape(focus)}"]`);
    if (!row) return;
    row.scrollIntoView({ block: "center" });
    row.querySelector<HTMLElement>("input, select")?.focus({ preventScroll: true });
  }, [focus]);
  return (
    <div ref={list} class={style.attributes}>
      {shown.map((id) => {
        const word = known.get(id);
        return word ? (
          <AttributeField
            key={id}
            word={word}
            typed={editor.form.attributes[id]}
            before={editor.base.attributes[id]}
            completed={editor.product?.completed[id]}
            isDecisive={decisive.includes(id)}
            errors={errors}
            sources={editor.form.sources}
            onChange={(next) =>
              editor.edit(`properties.${id}`, (form) => ({ ...form, attributes: { ...form.attributes, [id]: next } }))
            }
          />
        ) : null;
      })}
      <Field
        kind="choice"
        label={t("products.attribute.add")}
        value=""
        choices={[{ value: "", label: t("products.choose") }, ...rest.map(choiceOf)]}
        onInput={(id) => id && setAdded((now) => [...now, id])}
      />
    </div>
  );
}

const choiceOf = ({ id, label, unit }: AttributeWord) => ({
  value: id,
  label: unit ? `${capital(label)} (${unit})` : capital(label),
});

const orderOf = (decisive: readonly string[], stated: readonly string[]): string[] =>
  [...new Set([...decisive, ...stated])].filter((id) => !NOT_HERE.has(id));
