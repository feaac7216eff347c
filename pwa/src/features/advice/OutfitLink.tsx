import { Layers } from "lucide-preact";
import { Button } from "../../components/Button";
import { answers, href, t } from "../../state";
import style from "./OutfitLink.module.css";

/** The way to the whole outfit, as soon as the activity is known. */
export function OutfitLink() {
  if (answers.value.activity === undefined) return null;
  return (
    <a class={style.way} href={href("/outfit")} aria-label={t("outfit.open")}>
      <Layers aria-hidden="true" />
      {t("outfit.open.short")}
    </a>
  );
}

/** Where an outfit is wanted, it is the answer: no single piece peeks, but the way to all of them. */
export function OutfitPeek() {
  if (answers.value.activity === undefined) return <p class={style.hint}>{t("outfit.start.text")}</p>;
  return (
    <Button kind="main" wide href={href("/outfit")}>
      <Layers aria-hidden="true" />
      {t("outfit.open")}
    </Button>
  );
}
