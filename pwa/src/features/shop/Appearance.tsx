import { LANGS, ownLang, setLang, setTheme, THEMES, t, theme } from "../../state";
import { Section } from "./Section";
import style from "./shop.module.css";

/** Light for the place, language for the person. */
export function Appearance() {
  return (
    <Section title={t("shop.appearance")}>
      <Choice
        name="theme"
        legend={t("shop.theme")}
        values={THEMES}
        chosen={theme.value}
        label={(value) => t(`theme.${value}`)}
        onChoose={setTheme}
      />
      <p class={style.help}>{t(`theme.${theme.value}.help`)}</p>
      <Choice
        name="lang"
        legend={t("shop.language")}
        values={LANGS}
        chosen={ownLang.value}
        label={(value) => t(`lang.${value}`)}
        onChoose={(value) => void setLang(value)}
      />
    </Section>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  legend: string;
  values: readonly T[];
  chosen: T;
  label: (value: T) => string;
  onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, legend, values, chosen, label, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class={style.choice}>
      <legend>{legend}</legend>
      <div class={style.options}>
        {values.map((value) => (
          <label key={value} class={style.option}>
            <input type="radio" name={name} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{label(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
