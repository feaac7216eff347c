import { useId, useState } from "preact/hooks";
import type { KnownEntry, KnownField, Touches } from "../../../lib/apiKnowledge";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import field from "../parts/Field.module.css";
import { said, say } from "./draft";
import style from "./knowledge.module.css";
import { beforeOf, errorOf, Overtaken } from "./One";
import { nearest, wordsOf } from "./rows";
import { figure } from "./scale";

interface Props {
  of: KnownEntry;
  touches: Touches | undefined;
  /** What the room was searched for: the same words find the line. */
  search: string;
  mayWrite: boolean;
}

/** So many lines are read at a glance. */
const FEW = 8;

/** What a need comes to in each situation, the first that holds; for how many it is the one that decides. */
export function Situations({ of, touches, search, mayWrite }: Props) {
  const rows = of.fields.filter(({ field }) => field.startsWith("value_"));
  const changes = of.fields.filter(({ field }) => field.startsWith("add_"));
  const isLong = rows.length > FEW;
  const [wanted, setWanted] = useState(isLong && wordsOf(search).length > 0 ? search : "");
  const matching = nearest(rows, ({ label, value }) => `${label} ${value}`, wanted).found;
  // Words that found the need itself, and none of its lines, hide nothing.
  const shown = isLong && matching.length > 0 ? matching : rows;
  return (
    <>
      {rows.length > 0 && <p class={style.note}>{t("knowledge.need.first")}</p>}
      {isLong && (
        <Field
          kind="search"
          label={t("knowledge.need.search")}
          value={wanted}
          onInput={setWanted}
          help={t("knowledge.need.shown", { n: shown.length, all: rows.length })}
        />
      )}
      <Lines of={of} touches={touches} rows={shown} mayWrite={mayWrite} />
      {changes.length > 0 && <p class={style.note}>{t("knowledge.need.added")}</p>}
      <Lines of={of} touches={touches} rows={changes} mayWrite={mayWrite} />
    </>
  );
}

interface LinesProps extends Omit<Props, "search"> {
  rows: readonly KnownField[];
}

function Lines({ of, touches, rows, mayWrite }: LinesProps) {
  return (
    <ul class={style.situations}>
      {rows.map((one) => (
        <Situation key={one.field} of={of} touches={touches} known={one} mayWrite={mayWrite} />
      ))}
    </ul>
  );
}

/** One situation and what it comes to, on a line; for whom it decides below. */
function Situation({ of, touches, known, mayWrite }: Omit<Props, "search"> & { known: KnownField }) {
  const id = useId();
  const value = said("need", of.id, known);
  const before = beforeOf(known, value);
  const error = errorOf("need", of.id, known);
  const shared = {
    id,
    value,
    disabled: !mayWrite,
    "aria-describedby": `${id}-told`,
    "aria-invalid": error ? true : undefined,
    onInput: (event: { currentTarget: { value: string } }) => say("need", of.id, known, event.currentTarget.value),
  };
  return (
    <li class={`${style.situation} ${error ? field.wrong : ""}`}>
      <label for={id}>{known.label}</label>
      <span class={style.amount}>
        {before !== undefined && <del class={style.before}>{before}</del>}
        {known.choices.length > 0 ? (
          <select class={field.control} {...shared}>
            {known.choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        ) : (
          <input class={`${field.control} ${field.figure} ${style.small}`} autocomplete="off" {...shared} />
        )}
        {known.unit && <span class={field.unit}>{known.unit}</span>}
      </span>
      <p class={style.told} id={`${id}-told`}>
        {error ?? wrongOf(known, value) ?? touchedBy(touches, known.field)}
      </p>
      <Overtaken part="need" id={of.id} known={known} />
    </li>
  );
}

/** What cannot stand, said while it is typed. */
function wrongOf({ low, high, choices }: KnownField, value: string): string | null {
  const at = figure(value);
  if (choices.length > 0 || low === null || high === null) return null;
  return at === null || at < low || at > high ? t("knowledge.need.wrong", { low, high }) : null;
}

function touchedBy(of: Touches | undefined, field: string): string {
  if (!of) return "\u00a0";
  const line = of.lines.find((one) => one.field === field);
  if (!line) return t("knowledge.need.untouched");
  const { customers: n, requests } = line;
  return t(requests > 0 ? "knowledge.need.touched" : "knowledge.need.touched.customers", { n, requests });
}
