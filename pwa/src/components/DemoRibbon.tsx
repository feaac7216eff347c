import { t } from "../lib/i18n";
import style from "./DemoRibbon.module.css";

/** Says on every screen that assortment, prices and stock are made up; discreet, and always there. */
export function DemoRibbon({ shop }: { shop: string }) {
  return (
    <p class={style.ribbon}>
      <span class={style.word}>{t("ui.demo.word")}</span> <span>{t("ui.demo.rest")}</span>
      <span class="spoken">{shop}</span>
    </p>
  );
}
