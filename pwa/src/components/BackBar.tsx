import { ArrowLeft } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { t } from "../lib/i18n";
import style from "./BackBar.module.css";

interface Props {
  onBack: () => void;
  /** What stands at the right. */
  children?: ComponentChildren;
}

/** The way back, top left where the thumb of the other hand expects it. */
export function BackBar({ onBack, children }: Props) {
  return (
    <div class={style.bar}>
      <button type="button" class={style.back} onClick={onBack}>
        <ArrowLeft aria-hidden="true" />
        {t("ui.back")}
      </button>
      {children}
    </div>
  );
}
