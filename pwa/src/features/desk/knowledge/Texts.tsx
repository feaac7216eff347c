import { Fold } from "../../../components/Fold";
import type { KnownField, Part } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import field from "../parts/Field.module.css";
import { said } from "./draft";
import style from "./knowledge.module.css";
import { One } from "./One";

interface Props {
  part: Part;
  id: string;
  /** A text in its languages, those that the desk reads first. */
  stem: string;
  fields: readonly KnownField[];
  mayWrite: boolean;
}

const NEAR = new Set(["fr", "en"]);
export const langOf = ({ field: name }: KnownField): string => name.slice(name.lastIndexOf("_") + 1);

/** The languages that still say the house's words, where another one says, or is to say, something else. */
export function behindOf(part: Part, id: string, fields: readonly KnownField[]): string[] {
  const isOld = (one: KnownField) => said(part, id, one) === (one.house ?? one.value);
  const old = fields.filter(isOld);
  return old.length < fields.length ? old.map(langOf) : [];
}

/** One sentence in five languages: what is said anew in one asks for the others. */
export function Texts({ part, id, stem, fields, mayWrite }: Props) {
  const old = behindOf(part, id, fields);
  const near = fields.filter((one) => NEAR.has(langOf(one)));
  const far = fields.filter((one) => !NEAR.has(langOf(one)));
  const shown = (some: readonly KnownField[]) =>
    some.map((one) => (
      <One
        key={one.field}
        {...{ part, id, mayWrite }}
        known={one}
        label={t(`knowledge.lang.${langOf(one)}`)}
        mark={old.includes(langOf(one)) ? t("knowledge.old") : undefined}
      />
    ));
  const holes = [...new Set(fields[0]?.value.match(/\{[A-Za-z0-9_]+\}/g) ?? [])];
  return (
    <fieldset class={style.texts}>
      <legend class={field.label}>{t(`knowledge.field.${stem}`)}</legend>
      {holes.length > 0 && <p class={field.help}>{t("knowledge.holes", { holes: holes.join(", ") })}</p>}
      {shown(near)}
      {far.length > 0 && (
        <Fold
          key={old.length > 0 ? "old" : "same"}
          open={old.length > 0}
          title={t("knowledge.languages")}
          line={
            old.length > 0
              ? t("knowledge.old.line", { langs: old.map((code) => t(`knowledge.lang.${code}`)).join(", ") })
              : t("knowledge.languages.about")
          }
        >
          <div class={style.fields}>{shown(far)}</div>
        </Fold>
      )}
    </fieldset>
  );
}
