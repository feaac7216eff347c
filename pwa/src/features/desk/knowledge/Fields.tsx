import type { ComponentChildren } from "preact";
import type { KnownCondition, KnownField, Part } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { refusalOf, said, say } from "./draft";
import style from "./knowledge.module.css";
import { One, Overtaken } from "./One";
import { Texts } from "./Texts";
import { When } from "./When";

interface Props {
  part: Part;
  id: string;
  fields: readonly KnownField[];
  conditions: readonly KnownCondition[];
  mayWrite: boolean;
  /** The scales: between when it counts and what is said of it. */
  children?: ComponentChildren;
}

const TEXT = /^(reason|caution|caution_over|label|short|phrase)_[a-z]{2}$/;
const stemOf = (field: string): string => TEXT.exec(field)?.[1] ?? "";
const isPlain = ({ field }: KnownField): boolean => ["on", "weight", "stage"].includes(field);

/** Weight, switch, stage, condition and sentences of a thing; scales and needs have editors of their own. */
export function Fields({ part, id, fields, conditions, mayWrite, children }: Props) {
  const stems = [...new Set(fields.map(({ field }) => stemOf(field)).filter(Boolean))];
  const when = fields.find(({ field }) => field === "when");
  return (
    <div class={style.fields}>
      {fields.filter(isPlain).map((one) => (
        <One
          key={one.field}
          {...{ part, id, mayWrite }}
          known={one}
          label={t(`knowledge.field.${one.field}`)}
          help={one.field === "on" ? undefined : t(`knowledge.help.${one.field}`)}
        />
      ))}
      {when && (
        <div>
          <When
            known={when}
            conditions={conditions}
            value={said(part, id, when)}
            disabled={!mayWrite}
            error={refusalOf(part, id, "when")}
            onInput={(next) => say(part, id, when, next)}
          />
          <Overtaken part={part} id={id} known={when} />
        </div>
      )}
      {children}
      {stems.map((stem) => (
        <Texts
          key={stem}
          {...{ part, id, stem, mayWrite }}
          fields={fields.filter(({ field }) => stemOf(field) === stem)}
        />
      ))}
    </div>
  );
}
