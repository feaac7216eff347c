import { Check } from "lucide-preact";
import { t } from "../../../state";
import style from "./Road.module.css";

export type Step = "file" | "change" | "published";
const STEPS: readonly Step[] = ["file", "change", "published"];

/** The three steps of an import, and where it is. */
export function Road({ at, done = false }: { at: Step; done?: boolean }) {
  const here = STEPS.indexOf(at);
  return (
    <ol class={style.road} aria-label={t("import.road")}>
      {STEPS.map((step, i) => {
        const passed = i < here || (done && i === here);
        return (
          <li
            key={step}
            class={`${style.step} ${passed ? style.passed : ""}`}
            aria-current={i === here ? "step" : undefined}
          >
            <span class={style.mark}>{passed ? <Check aria-hidden="true" /> : i + 1}</span>
            <span>
              {t(`import.road.${step}`)}
              {passed && <span class="spoken"> {t("import.road.passed")}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
