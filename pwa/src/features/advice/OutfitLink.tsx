import { Layers } from "lucide-preact";
import { Button } from "../../components/Button";
import { answers, href, t } from "../../state";
import style from "./OutfitLink.module.css";

/** The way to the whole outfit, as soon as the activity is known; the main action where an outfit is wanted. */
export function OutfitLink() {
  const { activity, wanted } = answers.value;
  if (activity === undefined) return null;
  return (
    <p class={style.way}>
      <Button kind={wanted === "outfit" ? "main" : "line"} href={href("/outfit")}>
        <Layers aria-hidden="true" />
        {t("outfit.open")}
      </Button>
    </p>
  );
}
