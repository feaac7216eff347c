import { Check, Share, SquarePlus } from "lucide-preact";
import { t } from "../../state";
import style from "./install.module.css";

const SIGNS = [Share, SquarePlus, Check] as const;

/** Safari's way to the home screen, with the signs that stand there. */
export function Steps() {
  return (
    <ol class={style.steps}>
      {SIGNS.map((Sign, at) => (
        <li key={at} class={style.step}>
          <Sign class={style.sign} aria-hidden="true" />
          <span>{t(`install.step.${at + 1}`)}</span>
        </li>
      ))}
    </ol>
  );
}
