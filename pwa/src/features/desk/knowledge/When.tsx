import { useState } from "preact/hooks";
import { Chip } from "../../../components/Chip";
import type { KnownCondition, KnownField } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { asSaid, readCondition, toggled } from "./condition";
import style from "./knowledge.module.css";

interface Props {
  known: KnownField;
  value: string;
  conditions: readonly KnownCondition[];
  disabled: boolean;
  error: string | undefined;
  onInput: (value: string) => void;
}

/** When a criterion counts: each key with its values to pick; what is not asked for stands in the list below. */
export function When({ known, value, conditions, disabled, error, onInput }: Props) {
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  const condition = readCondition(value);
  const shown = conditions.filter(({ key }) => condition.has(key) || begun.has(key));
  const rest = conditions.filter((one) => !shown.includes(one));
  const pick = (key: string, word: string) => {
    setBegun((now) => new Set([...now, key]));
    onInput(asSaid(toggled(condition, key, word), conditions, [known.value, known.house]));
  };
  return (
    <fieldset class={style.when} disabled={disabled}>
      <legend class={style.whenTitle}>{t("knowledge.field.when")}</legend>
      {shown.length === 0 && <p class={style.note}>{t("knowledge.when.always")}</p>}
      {shown.map((one, index) => (
        <fieldset key={one.key} class={style.key}>
          <legend>
            {index > 0 && <span class={style.and}>{t("knowledge.when.and")}</span>}
            {one.label}
          </legend>
          <div class={style.values}>
            {one.values
              .filter(({ value: word }) => !disabled || condition.get(one.key)?.has(word))
              .map(({ value: word, label }) => (
                <Chip key={word} on={condition.get(one.key)?.has(word) ?? false} onClick={() => pick(one.key, word)}>
                  {label}
                </Chip>
              ))}
          </div>
        </fieldset>
      ))}
      {!disabled && rest.length > 0 && (
        <Field
          kind="choice"
          label={t("knowledge.when.add")}
          value=""
          choices={[
            { value: "", label: t("knowledge.when.none") },
            ...rest.map(({ key, label }) => ({ value: key, label })),
          ]}
          onInput={(key) => setBegun((now) => new Set([...now, key]))}
        />
      )}
      {error && (
        <p role="alert" class={style.wrong}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
