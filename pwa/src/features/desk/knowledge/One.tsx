import { Button } from "../../../components/Button";
import type { KnownField, Part } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { overtaken, refusalOf, said, say } from "./draft";
import { Gauged } from "./Gauged";
import style from "./knowledge.module.css";

interface Props {
  part: Part;
  id: string;
  known: KnownField;
  label: string;
  help?: string | undefined;
  mark?: string | undefined;
  mayWrite: boolean;
}

/** One field that can be said otherwise, in the form that its values have. */
export function One({ part, id, known, label, help, mark, mayWrite }: Props) {
  const value = said(part, id, known);
  const onInput = (next: string) => say(part, id, known, next);
  const shared = { label, value, disabled: !mayWrite, error: errorOf(part, id, known), onInput };
  const before = beforeOf(known, value);
  const isGauged = known.field === "weight" || known.field.startsWith("else_");
  return (
    <div>
      {isGauged ? (
        <>
          <Gauged {...shared} low={known.low ?? 0} high={known.high ?? 100} />
          {before !== undefined && <del class={style.before}>{before}</del>}
          {help && <p class={style.help}>{help}</p>}
        </>
      ) : (
        <Field
          {...shared}
          kind={kindOf(known)}
          before={before}
          help={help}
          mark={mark}
          unit={known.unit || undefined}
          choices={choicesOf(known)}
        />
      )}
      <Overtaken part={part} id={id} known={known} />
    </div>
  );
}

/** What the server refused; what somebody else has published meanwhile is said where the choice is. */
export const errorOf = (part: Part, id: string, known: KnownField): string | undefined =>
  overtaken(part, id, known) === undefined ? refusalOf(part, id, known.field) : undefined;

/** What stands in a changed field's place: what holds now, or, where that is unchanged, what the house says. */
export function beforeOf(known: KnownField, value: string): string | undefined {
  const { value: holds, house } = known;
  const before = value === holds ? (house !== null && value !== house ? house : undefined) : holds;
  return before === undefined ? undefined : (choicesOf(known).find((one) => one.value === before)?.label ?? before);
}

/** Somebody has published another value since this one was typed: neither goes without a word. */
export function Overtaken({ part, id, known }: { part: Part; id: string; known: KnownField }) {
  if (overtaken(part, id, known) === undefined) return null;
  const pick = (value: string) => () => say(part, id, known, value);
  const theirs = choicesOf(known).find((one) => one.value === known.value)?.label ?? known.value;
  return (
    <div class={style.overtaken} role="alert">
      <p>{t("knowledge.overtaken", { value: theirs })}</p>
      <Button kind="quiet" onClick={pick(known.value)}>
        {t("knowledge.overtaken.theirs")}
      </Button>
      <Button kind="quiet" onClick={pick(said(part, id, known))}>
        {t("knowledge.overtaken.mine")}
      </Button>
    </div>
  );
}

function choicesOf({ field, choices }: KnownField): readonly { value: string; label: string }[] {
  if (field === "on") return ["yes", "no"].map((value) => ({ value, label: t(`knowledge.on.${value}`) }));
  if (field === "stage") return ["2", "3", "4"].map((value) => ({ value, label: t(`knowledge.stage.${value}`) }));
  return choices;
}

const kindOf = (known: KnownField): "choice" | "number" | "long" | "text" => {
  if (choicesOf(known).length > 0) return "choice";
  if (/^(value|add)_/.test(known.field)) return "number";
  return /^(reason|caution)/.test(known.field) ? "long" : "text";
};
