import { Check, Minus } from "lucide-preact";
import { t } from "../../../state";
import style from "./exports.module.css";

/** What comes along and what stays, each a short line. */
export function Carries({ of }: { of: string }) {
  return (
    <div class={style.carries}>
      <Lines title={t("exports.carries")} text={t(`exports.${of}.carries`)} goes />
      <Lines title={t("exports.leaves")} text={t(`exports.${of}.leaves`)} />
    </div>
  );
}

function Lines({ title, text, goes }: { title: string; text: string; goes?: boolean }) {
  const Sign = goes ? Check : Minus;
  return (
    <section>
      <h3 class={style.small}>{title}</h3>
      <ul>
        {text.split("\n").map((line) => (
          <li key={line} class={style.line}>
            <Sign aria-hidden="true" class={goes ? style.there : style.away} />
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
