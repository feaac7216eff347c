import { t } from "../lib/i18n";
import style from "./DemoMark.module.css";

/** Says beside the name that a piece was made up for the demonstration. */
export function DemoMark() {
  return <span class={style.mark}>{t("ui.demo.article")}</span>;
}
