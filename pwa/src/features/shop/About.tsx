import { time } from "../../lib/format";
import { log } from "../../lib/log";
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
      <Journal />
      <p class={style.help}>{t("about.version", { version: __VERSION__ })}</p>
    </Section>
  );
}

/** The last lines of the log, for whoever helps from afar. */
function Journal() {
  const lines = log.lines();
  if (lines.length === 0) return null;
  return (
    <details class={style.part}>
      <summary>{t("about.journal")}</summary>
      <ol class={style.journal}>
        {lines.map((line) => (
          <li key={line.at + line.text}>
            {time(line.at)} {line.text}
          </li>
        ))}
      </ol>
    </details>
  );
}
