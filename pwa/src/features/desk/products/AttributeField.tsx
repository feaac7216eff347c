import { Check } from "lucide-preact";
import { useState } from "preact/hooks";
import type { Provenance, Scalar } from "../../../catalogue/types";
import type { AttributeWord, Stated } from "../../../lib/apiProducts";
import { capital } from "../../../lib/format";
import { t } from "../../../state";
import { Field } from "../parts/Field";
import { valueText } from "../parts/values";
import { type Errors, errorOf } from "./errors";
import { same, scalarOf, type Typed } from "./form";
import style from "./products.module.css";
import { wrongValue } from "./typed";

interface Props {
  word: AttributeWord;
  typed: Typed | undefined;
  before: Typed | undefined;
  /** What a technology or a rule gives where nobody states it. */
  completed: Stated | undefined;
  isDecisive: boolean;
  errors: Errors;
  /** The product's own pages: a value is usually read on one of them. */
  sources: readonly string[];
  onChange: (typed: Typed) => void;
}

const PROVENANCES: readonly Provenance[] = ["maker", "test", "technology", "estimate", "demonstration"];
const NOTHING: Typed = { value: "", provenance: "maker", source: "", note: "" };

/** One attribute: its value in its unit, where it comes from, and below what stands in where nobody states it. */
export function AttributeField(props: Props) {
  const { word, typed, before, completed, isDecisive, sources, onChange } = props;
  const now = typed ?? NOTHING;
  const isStated = now.value.trim() !== "";
  const isChanged = !same(before ?? NOTHING, now);
  // A value that is new is usually read on one of the product's own pages.
  const put = (part: Partial<Typed>) => onChange({ ...(typed ?? { ...NOTHING, source: sources[0] ?? "" }), ...part });
  return (
    <div class={`${style.attribute} ${isChanged ? style.isChanged : ""}`} data-attribute={word.id}>
      <ValueField
        word={word}
        label={capital(word.label)}
        value={now.value}
        onInput={(value) => put({ value })}
        mark={<Origin typed={isStated ? now : undefined} completed={completed} isDecisive={isDecisive} />}
        help={!isStated && completed ? standsIn(word, completed) : undefined}
        error={errorOfValue(props, now)}
        before={isChanged && before?.value ? valueText(`properties.${word.id}`, scalarOf(before.value)) : undefined}
      />
      <Confirm
        word={word}
        estimate={estimateOf(isStated ? now : undefined, completed)}
        onConfirm={put}
        source={sources[0]}
      />
      {isStated && <Witness now={now} isChanged={isChanged} errors={props.errors} id={word.id} onChange={put} />}
    </div>
  );
}

/** The estimate that stands where the value should; undefined where there is none. */
function estimateOf(typed: Typed | undefined, completed: Stated | undefined): Scalar | undefined {
  if (typed) return typed.provenance === "estimate" ? scalarOf(typed.value) : undefined;
  return completed?.provenance === "estimate" ? completed.value : undefined;
}

interface ConfirmProps {
  word: AttributeWord;
  estimate: Scalar | undefined;
  source: string | undefined;
  onConfirm: (part: Partial<Typed>) => void;
}

/** An estimate that proves right becomes a fact in one tap; its source is asked for below. */
function Confirm({ word, estimate, source, onConfirm }: ConfirmProps) {
  if (estimate === undefined) return null;
  return (
    <button
      type="button"
      class={style.confirm}
      onClick={() => onConfirm({ value: String(estimate), provenance: "maker", source: source ?? "", note: "" })}
    >
      <Check aria-hidden="true" />
      {t("products.estimate.confirm", { value: valueText(`properties.${word.id}`, estimate) })}
    </button>
  );
}

/** What the server said of the value, or of the attribute as a whole; else what can be told here. */
function errorOfValue({ word, errors }: Props, now: Typed): string | undefined {
  const path = `attributes.${word.id}`;
  return errors[`${path}.value`] ?? errors[path] ?? wrongValue(word, now.value);
}

interface WitnessProps {
  id: string;
  now: Typed;
  isChanged: boolean;
  errors: Errors;
  onChange: (part: Partial<Typed>) => void;
}

/** Why the value is believed: unfolded where it has just changed. */
function Witness({ id, now, isChanged, errors, onChange }: WitnessProps) {
  const [open, setOpen] = useState(false);
  const path = `attributes.${id}`;
  return (
    <details
      open={open || isChanged || errorOf(errors, path) !== undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary class={style.more}>{t("products.witness")}</summary>
      <div class={style.witnessBody}>
        <Field
          kind="choice"
          label={t("products.provenance")}
          value={now.provenance}
          choices={PROVENANCES.map((value) => ({ value, label: capital(t(`provenance.${value}`)) }))}
          onInput={(value) => onChange({ provenance: value as Provenance })}
          error={errors[`${path}.provenance`]}
        />
        <Field
          label={t("products.source")}
          value={now.source}
          onInput={(source) => onChange({ source })}
          help={needsSource(now) ? t("products.source.help") : undefined}
          error={errors[`${path}.source`]}
        />
        <Field
          label={t("products.value.note")}
          value={now.note}
          onInput={(note) => onChange({ note })}
          error={errors[`${path}.note`]}
        />
      </div>
    </details>
  );
}

const needsSource = ({ provenance, source }: Typed): boolean =>
  (provenance === "maker" || provenance === "test") && !source;
const standsIn = (word: AttributeWord, { value, note, provenance }: Stated): string =>
  t(provenance === "estimate" ? "products.estimated.as" : "products.implied.as", {
    value: valueText(`properties.${word.id}`, value),
    why: note,
  });

interface OriginProps {
  typed: Typed | undefined;
  completed: Stated | undefined;
  isDecisive: boolean;
}

/** Where the value that counts comes from; that nothing gives one, where advice needs it. */
function Origin({ typed, completed, isDecisive }: OriginProps) {
  const provenance = typed?.provenance ?? completed?.provenance;
  if (!provenance) return isDecisive ? <span class={style.missing}>{t("products.missing")}</span> : null;
  return <span class={provenance === "estimate" ? style.guessed : ""}>{t(`provenance.${provenance}`)}</span>;
}

interface ValueProps {
  word: AttributeWord;
  label: string;
  value: string;
  onInput: (value: string) => void;
  mark: preact.ComponentChildren;
  help: string | undefined;
  error: string | undefined;
  before: string | undefined;
}

/** The input of an attribute's kind: a figure in its unit, a word out of a list, yes or no. */
function ValueField({ word, ...shared }: ValueProps) {
  if (word.kind === "integer") return <Field kind="number" unit={word.unit ?? undefined} {...shared} />;
  const values =
    word.kind === "bool"
      ? [
          { value: "true", label: capital(t("fact.yes")) },
          { value: "false", label: capital(t("fact.no")) },
        ]
      : word.values.map(({ id, label }) => ({ value: id, label: capital(label) }));
  return <Field kind="choice" choices={[{ value: "", label: t("products.unstated") }, ...values]} {...shared} />;
}
