import { Fold } from "../../../components/Fold";
import type { KnownField, KnownThing, Part } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { said, say } from "./draft";
import style from "./knowledge.module.css";

interface Props {
  part: Part;
  thing: KnownThing;
  mayWrite: boolean;
}

const TEXT = /^(reason|caution|caution_over|label|short|phrase)_([a-z]{2})$/;
const NEAR = new Set(["fr", "en"]);
const isFar = ({ field }: KnownField): boolean => {
  const spoken = TEXT.exec(field)?.[2];
  return spoken !== undefined && !NEAR.has(spoken);
};

/** Every field that can be said otherwise; the customers' other languages fold away. */
export function Fields({ part, thing, mayWrite }: Props) {
  const near = thing.fields.filter((one) => !isFar(one));
  const far = thing.fields.filter(isFar);
  const shown = (fields: readonly KnownField[]) => (
    <div class={style.fields}>
      {fields.map((one) => (
        <One key={one.field} part={part} id={thing.id} known={one} mayWrite={mayWrite} />
      ))}
    </div>
  );
  return (
    <>
      {shown(near)}
      {far.length > 0 && (
        <Fold title={t("knowledge.languages")} line={t("knowledge.languages.about")}>
          {shown(far)}
        </Fold>
      )}
    </>
  );
}

function One({ part, id, known, mayWrite }: { part: Part; id: string; known: KnownField; mayWrite: boolean }) {
  const value = said(part, id, known);
  const before = known.house !== null && value !== known.house ? known.house : undefined;
  const changes = value === known.value ? before : known.value;
  return (
    <Field
      label={labelOf(known.field)}
      kind={kindOf(known.field)}
      value={value}
      disabled={!mayWrite}
      before={changes}
      help={helpOf(known.field)}
      choices={["yes", "no"].map((choice) => ({ value: choice, label: t(`knowledge.on.${choice}`) }))}
      onInput={(next) => say(part, id, known, next)}
    />
  );
}

const kindOf = (field: string): "choice" | "number" | "long" | "text" => {
  if (field === "on") return "choice";
  if (field === "weight" || field.startsWith("else_")) return "number";
  return TEXT.test(field) && !/^(label|short)_/.test(field) ? "long" : "text";
};

function labelOf(field: string): string {
  const text = TEXT.exec(field);
  if (text) return t("knowledge.text", { what: t(`knowledge.field.${text[1]}`), lang: text[2] ?? "" });
  const [stem = field, number] = field.split("_");
  return number === undefined || number === "1"
    ? t(`knowledge.field.${stem}`)
    : t("knowledge.numbered", { what: t(`knowledge.field.${stem}`), n: Number(number) });
}

const helpOf = (field: string): string | undefined =>
  field === "weight" || field.startsWith("scale_") ? t(`knowledge.help.${field.split("_")[0]}`) : undefined;
