import { Check, X } from "lucide-preact";
import type { Verdict } from "../../finder";
import { t } from "../../state";
import style from "./why.module.css";

/** A tick, a cross, or a hatched question mark: three truth values, three shapes. `plain` where the word stands beside it. */
export function VerdictSign({ verdict, plain }: { verdict: Verdict; plain?: boolean }) {
  return (
    <span class={`${style.sign} ${style[verdict]}`}>
      {!plain && <span class="spoken">{t(`why.verdict.${verdict}`)} </span>}
      {verdict === "meets" && <Check aria-hidden="true" />}
      {verdict === "fails" && <X aria-hidden="true" />}
      {verdict === "unknown" && <b aria-hidden="true">?</b>}
    </span>
  );
}
