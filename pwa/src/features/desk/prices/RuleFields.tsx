import { t } from "../../../state";
import { Field } from "../parts/Field";
import type { Shops } from "../parts/useShops";
import style from "./prices.module.css";
import { CHANGES, isAmount, isPercent, REFERENCES, ROUNDINGS, type Typed } from "./typedRule";

interface Props {
  said: Typed;
  onSay: (said: Typed) => void;
  shops: Shops;
}

/** The parts of a rule that its kind needs, and no others. */
export function RuleFields({ said, onSay, shops }: Props) {
  const { change } = said;
  const counted = isPercent(change) || isAmount(change);
  const say = (part: Partial<Record<keyof Typed, string>>) => onSay({ ...said, ...part } as Typed);
  const others = shops.all.filter(({ id }) => id !== shops.id);
  const kinds = others.length > 0 ? CHANGES : CHANGES.filter((each) => each !== "copy");
  const choices = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`prices.${group}.${value}`) }));
  return (
    <div class={style.rule}>
      <Field
        label={t("prices.change")}
        kind="choice"
        value={change}
        choices={choices("change", kinds)}
        onInput={(next) => say({ change: next })}
      />
      {counted && (
        <Field
          label={t(isPercent(change) ? "prices.value.percent" : "prices.value.euros")}
          kind="number"
          unit={isPercent(change) ? "%" : "€"}
          value={said.value}
          onInput={(value) => say({ value })}
        />
      )}
      {counted && change !== "set" && (
        <Field
          label={t("prices.of")}
          kind="choice"
          value={said.of}
          choices={choices("of", ["price", "reference"])}
          onInput={(of) => say({ of })}
        />
      )}
      {counted && (
        <Field
          label={t("prices.rounding")}
          kind="choice"
          value={said.rounding}
          choices={choices("rounding", ROUNDINGS)}
          onInput={(rounding) => say({ rounding })}
        />
      )}
      {change === "copy" && (
        <Field
          label={t("prices.from")}
          kind="choice"
          value={said.from}
          choices={[
            { value: "", label: t("prices.from.choose") },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onInput={(from) => say({ from })}
        />
      )}
      {change !== "remove" && (
        <Field
          label={t("prices.reference")}
          kind="choice"
          value={said.reference}
          choices={choices("reference", REFERENCES)}
          help={said.reference === "lowest" ? t("prices.reference.help") : undefined}
          onInput={(reference) => say({ reference })}
        />
      )}
    </div>
  );
}
