import { t } from "../../state";
import { Section } from "./Section";
import style from "./shop.module.css";

const PARTS = ["advice", "data", "privacy", "accessibility"] as const;

/** What the advice rests on, what is kept about whom, and how accessible it is. */
export function About() {
  return (
    <Section title={t("about.title")}>
      {PARTS.map((part) => (
        <details key={part} class={style.part}>
          <summary>{t(`about.${part}`)}</summary>
          <p>{t(`about.${part}.text`)}</p>
        </details>
      ))}
      <p class={style.help}>{t("about.version", { version: __VERSION__ })}</p>
    </Section>
  );
}
