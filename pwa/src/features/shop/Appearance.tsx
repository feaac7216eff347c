import { buzzing } from "../../lib/buzz";
import { LANGS, ownLang, setBuzzing, setLang, setTheme, THEMES, t, theme } from "../../state";
import { Choice } from "./Choice";
import { Section } from "./Section";
import style from "./shop.module.css";

const BUZZES = ["on", "off"] as const;

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
      {"vibrate" in navigator && (
        <Choice
          name="buzz"
          legend={t("shop.buzz")}
          values={BUZZES}
          chosen={buzzing.value ? "on" : "off"}
          label={(value) => t(`shop.buzz.${value}`)}
          onChoose={(value) => setBuzzing(value === "on")}
        />
      )}
    </Section>
  );
}
