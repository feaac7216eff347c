import { Button } from "../../../components/Button";
import { Fold } from "../../../components/Fold";
import type { KnownCondition, KnownField, KnownThing, Part } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { overtaken, refusalOf, said, say } from "./draft";
import style from "./knowledge.module.css";
import { When } from "./When";

interface Props {
  part: Part;
  thing: KnownThing;
  conditions: readonly KnownCondition[];
  mayWrite: boolean;
}

const TEXT = /^(reason|caution|caution_over|label|short|phrase)_([a-z]{2})$/;
const NEAR = new Set(["fr", "en"]);
const isFar = ({ field }: KnownField): boolean => {
  const spoken = TEXT.exec(field)?.[2];
  return spoken !== undefined && !NEAR.has(spoken);
};

/** Every field that can be said otherwise; the customers' other languages fold away. */
export function Fields({ part, thing, conditions, mayWrite }: Props) {
  const near = thing.fields.filter((one) => !isFar(one));
  const far = thing.fields.filter(isFar);
  const shown = (fields: readonly KnownField[]) => (
    <div class={style.fields}>
      {fields.map((one) => (
        <One key={one.field} {...{ part, conditions, mayWrite }} id={thing.id} known={one} />
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

interface OneProps extends Omit<Props, "thing"> {
  id: string;
  known: KnownField;
}

function One({ part, id, known, conditions, mayWrite }: OneProps) {
  const value = said(part, id, known);
  const shared = {
    value,
    disabled: !mayWrite,
    error: refusalOf(part, id, known.field),
    onInput: (next: string) => say(part, id, known, next),
  };
  return (
    <div>
      {known.field === "when" ? (
        <When {...shared} known={known} conditions={conditions} />
      ) : (
        <Field
          {...shared}
          label={labelOf(known.field)}
          kind={kindOf(known.field)}
          before={beforeOf(known, value)}
          help={helpOf(known.field)}
          choices={["yes", "no"].map((choice) => ({ value: choice, label: t(`knowledge.on.${choice}`) }))}
        />
      )}
      {overtaken(part, id, known) !== undefined && <Overtaken known={known} value={value} onPick={shared.onInput} />}
    </div>
  );
}

/** What stands in a changed field's place: what holds now, or, where that is unchanged, what the house says. */
function beforeOf({ field, value: holds, house }: KnownField, value: string): string | undefined {
  const before = value === holds ? (house !== null && value !== house ? house : undefined) : holds;
  return before !== undefined && field === "on" ? t(`knowledge.on.${before}`) : before;
}

/** Somebody has published another value since this one was typed: neither goes without a word. */
function Overtaken({ known, value, onPick }: { known: KnownField; value: string; onPick: (value: string) => void }) {
  return (
    <div class={style.overtaken} role="alert">
      <p>{t("knowledge.overtaken", { value: known.value })}</p>
      <Button kind="quiet" onClick={() => onPick(known.value)}>
        {t("knowledge.overtaken.theirs")}
      </Button>
      <Button kind="quiet" onClick={() => onPick(value)}>
        {t("knowledge.overtaken.mine")}
      </Button>
    </div>
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
