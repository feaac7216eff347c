import { LANGS, ownLang, setLang, setTheme, THEMES, t, theme } from "../../state";
import { Choice } from "./Choice";
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
